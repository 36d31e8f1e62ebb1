package io.babeldesk.knowledge.intake;

import io.babeldesk.conversation.Market;
import io.babeldesk.knowledge.ArticleId;
import io.babeldesk.knowledge.FactValue;
import io.babeldesk.knowledge.Shop;
import io.babeldesk.language.Language;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code shop.yaml}. */
final class ShopReader {

    private ShopReader() {}

    static Optional<Shop> read(YamlMap yaml, Findings findings) {
        Optional<String> site = yaml.required(
                "site",
                text -> Optional.of(text).filter(t -> t.matches("[a-z0-9-]{1,63}")),
                "letters a-z, digits and -");
        String name = yaml.text("name");
        Optional<Language> standard = yaml.required("default_language", Language::ofTag, "a language code such as en");
        List<Language> languages = yaml.list("languages", Language::ofTag, "a language code such as en");
        List<Market> markets = yaml.list("markets", Market::ofCode, "a country code such as DE");
        YamlMap contact = yaml.map("contact");
        Optional<FactValue> email = contact.required("email", FactParser.EMAIL::parse, FactParser.EMAIL.expected());
        Optional<FactValue> phone = contact.required("phone", FactParser.PHONE::parse, FactParser.PHONE.expected());
        Optional<FactValue> page = contact.required("page", FactParser.LINK::parse, FactParser.LINK.expected());
        contact.rejectOthers();
        Optional<FactValue> privacy = yaml.required("privacy_page", FactParser.LINK::parse, FactParser.LINK.expected());
        List<ArticleId> starters = yaml.list("starters", ArticleId::parse, "an article such as topic/slug");
        Optional<Shop.Hours> hours = hours(yaml.map("hours"));
        yaml.rejectOthers();
        if (languages.isEmpty()) {
            yaml.error("languages", "no language is named; write languages: [en]");
        }
        if (markets.isEmpty()) {
            yaml.error("markets", "no market is named; write markets: [US]");
        }
        if (standard.isPresent() && !languages.isEmpty() && !languages.contains(standard.get())) {
            yaml.error(
                    "default_language",
                    "found '" + standard.get() + "', which is not among the languages; add it to them");
        }
        if (findings.hasErrors()) {
            return Optional.empty();
        }
        return Optional.of(new Shop(
                site.orElseThrow(),
                name,
                standard.orElseThrow(),
                languages,
                markets,
                new Shop.Contact(text(email), text(phone), text(page)),
                text(privacy),
                starters,
                hours.orElseThrow()));
    }

    /** To be called when all articles are read. */
    static void checkStarters(YamlMap yaml, Shop shop, Set<ArticleId> articles) {
        shop.starters().stream()
                .filter(starter -> !articles.contains(starter))
                .forEach(starter ->
                        yaml.error("starters", "found '" + starter + "', which is no article; correct the id"));
    }

    private static String text(Optional<FactValue> address) {
        return ((FactValue.Address) address.orElseThrow()).text();
    }

    private static Optional<Shop.Hours> hours(YamlMap yaml) {
        Optional<ZoneId> zone = yaml.required("time_zone", ShopReader::zone, "a time zone such as Europe/Berlin");
        Map<DayOfWeek, Shop.Span> days = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            yaml.optional(day.name().toLowerCase(Locale.ROOT), ShopReader::span, "opening hours such as 08:00-20:00")
                    .ifPresent(span -> days.put(day, span));
        }
        List<LocalDate> holidays = yaml.list("holidays", ShopReader::date, "a date such as 2026-12-25");
        yaml.rejectOthers();
        return zone.map(known -> new Shop.Hours(known, days, Set.copyOf(holidays)));
    }

    private static Optional<ZoneId> zone(String text) {
        try {
            return Optional.of(ZoneId.of(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Shop.Span> span(String text) {
        String[] ends = text.split("-", -1);
        if (ends.length != 2) {
            return Optional.empty();
        }
        return FactParser.time(ends[0].strip())
                .flatMap(from -> FactParser.time(ends[1].strip())
                        .filter(to -> to.isAfter(from))
                        .map(to -> new Shop.Span(from, to)));
    }
}
