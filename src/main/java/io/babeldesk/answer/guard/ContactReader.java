package io.babeldesk.answer.guard;

import io.babeldesk.answer.guard.Value.Reference;
import java.util.regex.Pattern;

/** Finds what must be right to the last letter: links, e-mail addresses, phone numbers, codes. Stateless. */
final class ContactReader {

    private static final Pattern EMAIL = Pattern.compile("[a-z0-9._%+-]+@[a-z0-9-]+(?:\\.[a-z0-9-]+)+");
    private static final Pattern LINK =
            Pattern.compile("(?:[a-z][a-z0-9+]{1,9}:(?://)?[^\\s<>\"'()]+)|(?:www\\.[^\\s<>\"'()]+)"
                    + "|(?<![a-z0-9@.])(?:[a-z0-9-]+\\.)+[a-z]{2,12}(?:/[^\\s<>\"'()]*)?(?![a-z0-9@])");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\[\\[[a-z]+_[0-9]+]]");
    private static final Pattern PHONE =
            Pattern.compile("(?<![a-z0-9])(?:\\+|0)?[(]?[0-9](?:[ ()/.-]{0,2}[0-9]){6,16}(?![a-z0-9])");
    private static final Pattern GROUPED = Pattern.compile("[0-9]{1,3}(?:[., '][0-9]{3})+(?:[.,][0-9]{1,2})?");
    private static final Pattern CODE = Pattern.compile(
            "#?(?<![\\p{L}0-9])(?=[a-z0-9-]*[0-9])(?=[a-z0-9-]*[a-z])[a-z0-9]+(?:-[a-z0-9]+)*(?![a-z0-9])");

    /** E-mail addresses and links have one of these within, not after a word. */
    private static final Pattern WITHIN = Pattern.compile("[.:]\\S");

    private ContactReader() {}

    static void links(Scan scan) {
        if (!WITHIN.matcher(scan.rest).find()) {
            placeholders(scan);
            return;
        }
        scan.take(EMAIL, m -> scan.add(new Reference(Reference.Kind.EMAIL, m.group())));
        scan.take(LINK, m -> scan.add(new Reference(Reference.Kind.LINK, link(m.group()))));
        placeholders(scan);
    }

    private static void placeholders(Scan scan) {
        scan.takeNumbers(PLACEHOLDER, m -> scan.add(new Reference(Reference.Kind.CODE, m.group())));
    }

    static void phones(Scan scan) {
        scan.takeNumbers(PHONE, m -> {
            String digits = m.group().replaceAll("[^0-9]", "");
            boolean marked = m.group().matches("[+(].*|0[0-9].*") || m.group().matches(".*[0-9]-[0-9]{3,}.*");
            boolean phone = digits.length() >= 8
                    && !GROUPED.matcher(m.group().strip()).matches()
                    && (marked || m.group().contains(" ") || digits.length() >= 9);
            return phone
                    && scan.add(new Reference(
                            m.group().matches("[0-9]+") && !m.group().startsWith("0")
                                    ? Reference.Kind.CODE
                                    : Reference.Kind.PHONE,
                            digits.replaceFirst("^00", "")));
        });
    }

    static void codes(Scan scan) {
        scan.takeNumbers(
                CODE, m -> scan.add(new Reference(Reference.Kind.CODE, m.group().replace("#", ""))));
    }

    private static String link(String written) {
        return written.replaceFirst("^https?://", "")
                .replaceFirst("^www\\.", "")
                .replaceFirst("[/.,;:!?。]+$", "");
    }
}
