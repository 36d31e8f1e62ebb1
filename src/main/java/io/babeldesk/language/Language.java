package io.babeldesk.language;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A language by its base code: {@code de}, {@code pt}, {@code zh}. Regions and scripts are left out, and codes that
 * mean the same to a shopper are one: {@code nb} and {@code nn} are {@code no}, {@code iw} is {@code he}.
 *
 * @param code two or three lower-case letters (ISO 639)
 */
public record Language(String code) implements Comparable<Language> {

    private static final Pattern BASE_CODE = Pattern.compile("[a-z]{2,3}");
    private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8})*");

    /** Stands below the patterns, which its making needs. */
    public static final Language ENGLISH = new Language("en");

    public Language {
        if (!BASE_CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("'" + code + "' is not a language code; use one such as en or pt");
        }
    }

    /** The language of a BCP 47 tag such as {@code pt-BR}; empty if it is not one. */
    public static Optional<Language> ofTag(String tag) {
        if (!TAG.matcher(tag).matches()) {
            return Optional.empty();
        }
        String base = tag.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        return switch (base) {
            case "und", "mul", "zxx" -> Optional.empty();
            case "nb", "nn" -> Optional.of(new Language("no"));
            case "iw" -> Optional.of(new Language("he"));
            case "in" -> Optional.of(new Language("id"));
            case "tl" -> Optional.of(new Language("fil"));
            default -> Optional.of(new Language(base));
        };
    }

    /** As {@link #ofTag}, for codes that are known to be good. */
    public static Language of(String tag) {
        return ofTag(tag)
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + tag + "' is not a language code; use one such as en or pt-BR"));
    }

    public Locale locale() {
        return Locale.of(code);
    }

    @Override
    public int compareTo(Language other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
