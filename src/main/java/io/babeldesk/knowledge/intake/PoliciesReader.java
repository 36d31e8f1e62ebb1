package io.babeldesk.knowledge.intake;

import io.babeldesk.conversation.Market;
import io.babeldesk.knowledge.FactValue;
import io.babeldesk.knowledge.Policies;
import io.babeldesk.knowledge.PolicyFact;
import io.babeldesk.knowledge.Shop;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads {@code policies.yaml} and adds what articles may say of the shop itself. */
final class PoliciesReader {

    private PoliciesReader() {}

    static Policies read(YamlMap yaml, Collection<Market> markets) {
        Map<String, PolicyFact> facts = new LinkedHashMap<>();
        Map<String, String> rules = new HashMap<>();
        YamlMap all = yaml.map("facts");
        yaml.rejectOthers();
        for (String key : all.keys()) {
            if (!key.matches("[a-z0-9-]+\\.[a-z0-9-]+")) {
                all.error(key, "found the fact '" + key + "', expected topic.name in a-z, 0-9 and -; rename it");
            }
            YamlMap fact = all.map(key);
            String rule = fact.text("rule");
            String other = rules.putIfAbsent(rule, key);
            if (other != null && !rule.isEmpty()) {
                fact.error("rule", "the rule id '" + rule + "' is already that of " + other + "; choose another");
            }
            facts.put(key, fact(key, rule, fact, markets));
        }
        return new Policies(facts);
    }

    private static PolicyFact fact(String key, String rule, YamlMap fact, Collection<Market> markets) {
        FactParser kind =
                fact.required("kind", PoliciesReader::kind, "one of " + kinds()).orElse(FactParser.TEXT);
        fact.optionalText("note");
        Optional<FactValue> standard = value(fact, "default", kind);
        Map<Market, FactValue> byMarket = new LinkedHashMap<>();
        YamlMap own = fact.map("markets");
        for (String code : own.keys()) {
            Optional<Market> market = Market.ofCode(code).filter(markets::contains);
            if (market.isEmpty()) {
                own.error(code, "'" + code + "' is not a market of shop.yaml; add it there or remove the line");
            }
            value(own, code, kind).ifPresent(value -> market.ifPresent(known -> byMarket.put(known, value)));
        }
        fact.rejectOthers();
        if (!fact.has("default") && own.keys().isEmpty()) {
            fact.error("kind", "the fact '" + key + "' has no value; add 'default:' or 'markets:'");
        }
        return new PolicyFact(key, rule, standard, byMarket);
    }

    private static Optional<FactValue> value(YamlMap yaml, String key, FactParser kind) {
        if (kind == FactParser.LIST) {
            return Optional.of(yaml.texts(key))
                    .filter(names -> !names.isEmpty())
                    .map(FactValue.Listing::new);
        }
        return yaml.optional(key, kind::parse, kind.expected());
    }

    private static Optional<FactParser> kind(String name) {
        for (FactParser kind : FactParser.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private static String kinds() {
        StringBuilder names = new StringBuilder();
        for (FactParser kind : FactParser.values()) {
            names.append(names.isEmpty() ? "" : ", ").append(kind.name().toLowerCase(Locale.ROOT));
        }
        return names.toString();
    }

    /** The policies with {@code shop.name}, {@code contact.email} and the like, which shop.yaml states. */
    static Policies withShop(Policies policies, Shop shop) {
        Map<String, PolicyFact> facts = new LinkedHashMap<>(policies.facts());
        add(facts, "shop.name", new FactValue.Plain(shop.name()));
        add(facts, "contact.hours", new FactValue.Opening(shop.hours()));
        FactParser.EMAIL.parse(shop.contact().email()).ifPresent(value -> add(facts, "contact.email", value));
        FactParser.PHONE.parse(shop.contact().phone()).ifPresent(value -> add(facts, "contact.phone", value));
        FactParser.LINK.parse(shop.contact().page()).ifPresent(value -> add(facts, "contact.page", value));
        return new Policies(facts);
    }

    private static void add(Map<String, PolicyFact> facts, String key, FactValue value) {
        facts.put(key, new PolicyFact(key, "shop.yaml", Optional.of(value), Map.of()));
    }
}
