package io.babeldesk.knowledge.intake;

import io.babeldesk.conversation.Market;
import io.babeldesk.knowledge.HandoffRules;
import io.babeldesk.knowledge.HandoffRules.Act;
import io.babeldesk.knowledge.PhrasePattern;
import io.babeldesk.language.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads {@code handoff.yaml}. A part that a shop leaves out is as the program has it. */
final class HandoffReader {

    private static final Pattern LENGTH = Pattern.compile("([0-9]{1,5}) (minute|hour|day)s?");
    private static final String LENGTHS = "a time such as 15 minutes, 4 hours or 7 days";
    private static final String SHARES = "a number from 0 to 1 such as 0.75";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{1,40}");

    private HandoffReader() {}

    /** The rules that the program brings: those of the demonstration shop. */
    private static final class BuiltIn {
        static final HandoffRules RULES = read();

        private static HandoffRules read() {
            try (InputStream file = HandoffReader.class.getResourceAsStream("handoff.yaml")) {
                if (file == null) {
                    throw new IllegalStateException("handoff.yaml is not on the class path; build anew");
                }
                String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
                Findings findings = new Findings();
                YamlMap yaml = YamlMap.parse("handoff.yaml", text, 1, findings);
                List<HandoffRules.Rule> all = rules(yaml);
                HandoffRules rules = new HandoffRules(
                        all,
                        offers(yaml.map("offers")),
                        help(yaml.map("help")),
                        deadlines(yaml.map("deadlines")),
                        routing(yaml.map("routing")),
                        csat(yaml.map("csat"), all),
                        List.of());
                if (findings.hasErrors()) {
                    throw new IllegalStateException("the built-in handoff.yaml is faulty: " + findings.sorted());
                }
                return rules;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static HandoffRules builtIn() {
        return BuiltIn.RULES;
    }

    static HandoffRules read(YamlMap yaml) {
        List<HandoffRules.Rule> all =
                yaml.has("rules") ? rules(yaml) : builtIn().rules();
        HandoffRules rules = new HandoffRules(
                all,
                yaml.has("offers") ? offers(yaml.map("offers")) : builtIn().offers(),
                yaml.has("help") ? help(yaml.map("help")) : builtIn().help(),
                yaml.has("deadlines")
                        ? deadlines(yaml.map("deadlines"))
                        : builtIn().deadlines(),
                yaml.has("routing") ? routing(yaml.map("routing")) : builtIn().routing(),
                yaml.has("csat") ? csat(yaml.map("csat"), all) : builtIn().csat(),
                CaseFieldReader.read(yaml.map("fields")));
        yaml.rejectOthers();
        return rules;
    }

    private static List<HandoffRules.Rule> rules(YamlMap yaml) {
        List<HandoffRules.Rule> rules = new ArrayList<>();
        YamlMap all = yaml.map("rules");
        for (String name : all.keys()) {
            if (!NAME.matcher(name).matches()) {
                all.error(name, "found '" + name + "', expected a name of letters a-z, digits and -; correct it");
            }
            YamlMap rule = all.map(name);
            Act act = rule.required("act", HandoffReader::act, "hand-over or help")
                    .orElse(Act.HAND_OVER);
            boolean urgent = rule.optional("urgent", HandoffReader::truth, "true or false")
                    .orElse(false);
            Map<Language, List<PhrasePattern>> phrases = phrases(rule, "phrases");
            Map<Language, List<PhrasePattern>> unless = phrases(rule, "unless");
            rule.rejectOthers();
            if (phrases.isEmpty()) {
                all.error(
                        name, "the rule '" + name + "' has no phrases, so that it never fits; add phrases: {en: […]}");
            }
            rules.add(new HandoffRules.Rule(name, act, urgent, phrases, unless));
        }
        return List.copyOf(rules);
    }

    private static Map<Language, List<PhrasePattern>> phrases(YamlMap owner, String key) {
        Map<Language, List<PhrasePattern>> phrases = new LinkedHashMap<>();
        YamlMap byLanguage = owner.map(key);
        for (String code : byLanguage.keys()) {
            Optional<Language> language = Language.ofTag(code);
            if (language.isEmpty()) {
                byLanguage.error(code, "'" + code + "' is not a language code; use one such as en");
                continue;
            }
            phrases.put(
                    language.get(),
                    byLanguage.list(code, text -> PhrasePattern.parse(text, language.get()), PhrasePattern.EXPECTED));
        }
        return Map.copyOf(phrases);
    }

    private static HandoffRules.Offers offers(YamlMap yaml) {
        HandoffRules.Offers offers = new HandoffRules.Offers(
                share(yaml, "anger", 0.5),
                yaml.optional("falling_mood", HandoffReader::truth, "true or false")
                        .orElse(true),
                number(yaml, "failed_turns", 3, 0, 20),
                share(yaml, "low_confidence", 0.3),
                number(yaml, "pause", 3, 1, 50),
                phrases(yaml, "accept"),
                phrases(yaml, "decline"));
        yaml.rejectOthers();
        return offers;
    }

    private static HandoffRules.Help help(YamlMap yaml) {
        Map<Language, String> texts = new LinkedHashMap<>();
        YamlMap written = yaml.map("texts");
        for (String code : written.keys()) {
            String text = written.text(code);
            Language.ofTag(code)
                    .ifPresentOrElse(
                            language -> texts.put(language, text),
                            () -> written.error(code, "'" + code + "' is not a language code; use one such as en"));
            if (!text.contains("{lines}")) {
                written.error(code, "the text has no {lines}, where the help lines are put; add it");
            }
        }
        if (!texts.containsKey(Language.ENGLISH)) {
            yaml.error("texts", "there is no English text, which stands in for languages without one; add en: …");
        }
        Map<Market, List<String>> lines = new LinkedHashMap<>();
        YamlMap byMarket = yaml.map("lines");
        for (String code : byMarket.keys()) {
            List<String> known = byMarket.oneOrMore(code);
            Market.ofCode(code)
                    .ifPresentOrElse(
                            market -> lines.put(market, known),
                            () -> byMarket.error(code, "'" + code + "' is not a country code; use one such as DE"));
        }
        List<String> elsewhere = yaml.oneOrMore("elsewhere");
        if (elsewhere.isEmpty()) {
            yaml.error("elsewhere", "'elsewhere' is missing, for shoppers of other countries; add it");
        }
        yaml.rejectOthers();
        return new HandoffRules.Help(Map.copyOf(texts), Map.copyOf(lines), elsewhere);
    }

    private static HandoffRules.Deadlines deadlines(YamlMap yaml) {
        HandoffRules.Deadlines deadlines = new HandoffRules.Deadlines(
                length(yaml, "first_response", Duration.ofMinutes(15)),
                length(yaml, "next_response", Duration.ofMinutes(30)),
                length(yaml, "resolution", Duration.ofHours(24)),
                share(yaml, "urgent", 0.33),
                share(yaml, "warning", 0.75),
                length(yaml, "agent_gone", Duration.ofMinutes(5)),
                length(yaml, "idle", Duration.ofDays(3)),
                length(yaml, "reopen", Duration.ofDays(7)));
        yaml.rejectOthers();
        return deadlines;
    }

    private static HandoffRules.Routing routing(YamlMap yaml) {
        HandoffRules.Routing routing = new HandoffRules.Routing(
                yaml.optional("automatic", HandoffReader::truth, "true or false")
                        .orElse(true),
                number(yaml, "capacity", 4, 1, 100),
                number(yaml, "language", 40, 0, 1000),
                number(yaml, "skill", 30, 0, 1000),
                number(yaml, "load", 20, 0, 1000),
                number(yaml, "last_agent", 25, 0, 1000),
                number(yaml, "tier", 15, 0, 1000),
                number(yaml, "waiting", 1, 0, 1000));
        yaml.rejectOthers();
        return routing;
    }

    private static HandoffRules.Csat csat(YamlMap yaml, List<HandoffRules.Rule> rules) {
        Set<String> known = rules.stream().map(HandoffRules.Rule::name).collect(Collectors.toUnmodifiableSet());
        YamlMap except = yaml.map("except");
        HandoffRules.Csat csat = new HandoffRules.Csat(
                yaml.optional("ask", HandoffReader::truth, "true or false").orElse(true),
                length(yaml, "pause", Duration.ofDays(1)),
                Set.copyOf(except.texts("labels")),
                Set.copyOf(except.list(
                        "rules",
                        text -> Optional.of(text).filter(known::contains),
                        "the name of a rule of this file")));
        except.rejectOthers();
        yaml.rejectOthers();
        return csat;
    }

    private static int number(YamlMap yaml, String key, int usual, int least, int most) {
        return yaml.optional(
                        key,
                        text -> Optional.of(text)
                                .filter(t -> t.matches("[0-9]{1,6}"))
                                .map(Integer::parseInt)
                                .filter(n -> n >= least && n <= most),
                        "a whole number from " + least + " to " + most)
                .orElse(usual);
    }

    private static double share(YamlMap yaml, String key, double usual) {
        return yaml.optional(
                        key,
                        text -> Optional.of(text)
                                .filter(t -> t.matches("[01](\\.[0-9]{1,6})?"))
                                .map(Double::parseDouble)
                                .filter(n -> n <= 1),
                        SHARES)
                .orElse(usual);
    }

    private static Duration length(YamlMap yaml, String key, Duration usual) {
        return yaml.optional(key, HandoffReader::length, LENGTHS).orElse(usual);
    }

    private static Optional<Duration> length(String text) {
        Matcher matcher = LENGTH.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long count = Long.parseLong(matcher.group(1));
        Duration length = switch (matcher.group(2)) {
            case "minute" -> Duration.ofMinutes(count);
            case "hour" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
        return Optional.of(length).filter(Duration::isPositive);
    }

    private static Optional<Act> act(String text) {
        return switch (text) {
            case "hand-over" -> Optional.of(Act.HAND_OVER);
            case "help" -> Optional.of(Act.HELP);
            default -> Optional.empty();
        };
    }

    private static Optional<Boolean> truth(String text) {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
