package io.babeldesk.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.babeldesk.conversation.Market;
import io.babeldesk.language.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/**
 * The fields of a request's body. Each method takes one field and notes what is wrong with it; {@link #check} then ends
 * the request with all faults at once. Fields that nobody takes are passed over, so that newer clients work.
 */
final class Fields {

    private static final int LONGEST = 2_000;
    private static final int MOST_TEXTS = 50;

    private final JsonNode object;
    private final List<Problem.Fault> faults = new ArrayList<>();

    Fields(JsonNode object) {
        this.object = object;
    }

    /** @throws Problem if any field taken so far was wrong */
    void check() {
        if (!faults.isEmpty()) {
            throw Problem.body(faults);
        }
    }

    /** Whether nothing was wrong with any field taken so far. */
    boolean isSound() {
        return faults.isEmpty();
    }

    /** A text that must be there; empty if it is not, after noting the fault. */
    String text(String name) {
        return optionalText(name, 1_000_000).orElseGet(() -> {
            if (!object.hasNonNull(name)) {
                expected(name, "a text");
            }
            return "";
        });
    }

    Optional<String> optionalText(String name) {
        return optionalText(name, LONGEST);
    }

    private Optional<String> optionalText(String name, int longest) {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual() || value.textValue().length() > longest) {
            expected(name, "a text" + (longest == LONGEST ? " of at most " + LONGEST + " characters" : ""));
            return Optional.empty();
        }
        return Optional.of(value.textValue());
    }

    /** A language tag, {@code pt-BR}; {@code auto} is as good as none. */
    Optional<String> locale(String name) {
        Optional<String> tag = optionalText(name).filter(text -> !"auto".equals(text));
        tag.filter(text -> Language.ofTag(text).isEmpty())
                .ifPresent(text -> fault(name, ProblemCode.UNKNOWN_LANGUAGE, Map.of("language", text)));
        return tag.filter(text -> Language.ofTag(text).isPresent());
    }

    /** A country of {@code offered}. */
    Optional<Market> market(String name, List<Market> offered) {
        Optional<String> code = optionalText(name);
        Optional<Market> market = code.flatMap(Market::ofCode).filter(offered::contains);
        if (code.isPresent() && market.isEmpty()) {
            fault(name, ProblemCode.UNKNOWN_MARKET, Map.of("market", code.get()));
        }
        return market;
    }

    /** A list of objects, which may be missing. */
    List<Fields> objects(String name, int most) {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        boolean sound = value.isArray() && value.size() <= most;
        for (JsonNode one : value) {
            sound &= one.isObject();
        }
        if (!sound) {
            expected(name, "a list of at most " + most + " objects");
            return List.of();
        }
        return StreamSupport.stream(value.spliterator(), false).map(Fields::new).toList();
    }

    int number(String name, int least, int most) {
        JsonNode value = object.path(name);
        boolean whole = value.isIntegralNumber() && value.canConvertToInt();
        if (!whole || value.intValue() < least || value.intValue() > most) {
            expected(name, "a whole number from " + least + " to " + most);
            return least;
        }
        return value.intValue();
    }

    Optional<Long> optionalNumber(String name) {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
            expected(name, "a whole number, 0 or more");
            return Optional.empty();
        }
        return Optional.of(value.longValue());
    }

    boolean truth(String name) {
        JsonNode value = object.path(name);
        if (!value.isBoolean()) {
            expected(name, "true or false");
        }
        return value.asBoolean();
    }

    void fault(String name, ProblemCode code, Map<String, ?> arguments) {
        faults.add(new Problem.Fault("/" + name, code, arguments));
    }

    /** The field is there, and not null. */
    boolean has(String name) {
        return object.hasNonNull(name);
    }

    /** A list of texts, which may be missing. */
    Optional<List<String>> optionalTexts(String name) {
        return optionalTexts(name, MOST_TEXTS);
    }

    Optional<List<String>> optionalTexts(String name, int most) {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        boolean sound = value.isArray() && value.size() <= most;
        for (JsonNode one : value) {
            sound &= one.isTextual() && one.textValue().length() <= LONGEST;
        }
        if (!sound) {
            expected(name, "a list of at most " + most + " texts");
            return Optional.empty();
        }
        return Optional.of(StreamSupport.stream(value.spliterator(), false)
                .map(JsonNode::textValue)
                .toList());
    }

    /** A list of whole numbers, which may be missing. */
    Optional<List<Long>> optionalNumbers(String name, int most) {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        boolean sound = value.isArray() && value.size() <= most;
        for (JsonNode one : value) {
            sound &= one.isIntegralNumber() && one.canConvertToLong() && one.longValue() >= 0;
        }
        if (!sound) {
            expected(name, "a list of at most " + most + " whole numbers");
            return Optional.empty();
        }
        return Optional.of(StreamSupport.stream(value.spliterator(), false)
                .map(JsonNode::longValue)
                .toList());
    }

    /** The texts of an object, by their names; those that are no texts are left out. */
    Map<String, String> textsByName(String name) {
        Map<String, String> texts = new TreeMap<>();
        object.path(name).properties().stream()
                .limit(MOST_TEXTS)
                .filter(entry -> entry.getValue().isTextual())
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().textValue()));
        return texts;
    }

    /** The simple values of an object, by their names; null is empty, and what is true or false is yes or no. */
    Map<String, Optional<String>> valuesByName(String name) {
        Map<String, Optional<String>> values = new TreeMap<>();
        JsonNode object = this.object.path(name);
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            JsonNode value = entry.getValue();
            if (value.isContainerNode() || values.size() == MOST_TEXTS) {
                expected(name + "/" + entry.getKey(), "a text, a number, true, false or null");
            } else if (value.isBoolean()) {
                values.put(entry.getKey(), Optional.of(value.booleanValue() ? "yes" : "no"));
            } else {
                values.put(
                        entry.getKey(), Optional.of(value.asText()).filter(text -> !value.isNull() && !text.isBlank()));
            }
        }
        return values;
    }

    /** Notes a fault that only the caller can see. */
    void expected(String name, String expected) {
        fault(name, ProblemCode.INVALID_FIELD, Map.of("field", name, "expected", expected));
    }
}
