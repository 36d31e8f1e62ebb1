package io.babeldesk.settings;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values that were given, by key, and what is wrong with them. Each method asks for one key and remembers it. */
final class Given {

    static final String PREFIX = "BABELDESK_";

    private static final Pattern ENDPOINT =
            Pattern.compile("(?<host>[^:/\\s]+|\\[[0-9a-fA-F:]+]):(?<port>[1-9][0-9]{0,4})");
    private static final Pattern RATE = Pattern.compile("([0-9]{1,7}) ?/ ?(.+)");

    private static final Pattern PRICE =
            Pattern.compile("([^=,\\s]+) ?= ?([0-9]{1,6}(?:\\.[0-9]{1,6})?) ?/ ?([0-9]{1,6}(?:\\.[0-9]{1,6})?)");

    private final Map<String, String> commandLine;
    private final Map<String, String> environment;
    private final Set<String> known = new LinkedHashSet<>();
    private final List<String> findings = new ArrayList<>();
    private SettingsFile file = SettingsFile.NONE;

    Given(Map<String, String> commandLine, Map<String, String> environment) {
        this.commandLine = commandLine;
        this.environment = environment;
    }

    void addFile(Path path) {
        file = SettingsFile.read(path, findings);
        for (String key : known) {
            if (file.has(key)) {
                findings.add(file.placeOf(key) + ": " + SettingsFile.nameOf(key)
                        + " cannot be set in this file, whose place depends on it. Set " + PREFIX + key
                        + " or use the command line.");
            }
        }
    }

    /** @throws InvalidSettings if anything was wrong, or the file has a key that nobody asked for */
    void check() {
        file.unknown(known, findings);
        if (!findings.isEmpty()) {
            throw new InvalidSettings(findings);
        }
    }

    /** The keys that were asked for. */
    Set<String> known() {
        return Set.copyOf(known);
    }

    String text(String key, String byDefault) {
        return value(key).orElse(byDefault);
    }

    Optional<String> maybe(String key) {
        return value(key);
    }

    /** For a million tokens read and written, by name. */
    Map<String, List<Double>> prices(String key) {
        Map<String, List<Double>> none = Map.of();
        return parse(key, "prices for a million tokens read and written, such as small=0.15/0.60", none, text -> {
            Map<String, List<Double>> prices = new LinkedHashMap<>();
            for (String item : text.split(",", -1)) {
                Matcher match = PRICE.matcher(item.strip());
                if (!match.matches()) {
                    return Optional.empty();
                }
                prices.put(match.group(1), List.of(Double.valueOf(match.group(2)), Double.valueOf(match.group(3))));
            }
            return Optional.of(Map.copyOf(prices));
        });
    }

    Path folder(String key, String byDefault) {
        return parse(key, "the path of a folder", Path.of(byDefault), text -> {
            try {
                return Optional.of(Path.of(text));
            } catch (InvalidPathException e) {
                return Optional.empty();
            }
        });
    }

    /**
     * A folder that holds all of some files.
     *
     * @param names words that are meant as they are, and no folder
     */
    Optional<Path> folderWith(String key, Set<String> files, Set<String> names) {
        Optional<Path> none = Optional.empty();
        String expected = String.join(", ", new TreeSet<>(names)) + " or a folder that holds "
                + String.join(" and ", new TreeSet<>(files));
        return parse(key, expected, none, text -> {
            if (names.contains(text)) {
                return Optional.of(none);
            }
            try {
                Path folder = Path.of(text);
                boolean whole = files.stream().allMatch(file -> Files.isReadable(folder.resolve(file)));
                return whole ? Optional.of(Optional.of(folder)) : Optional.empty();
            } catch (InvalidPathException e) {
                return Optional.empty();
            }
        });
    }

    /** Not, unless it is said. */
    boolean flag(String key) {
        return parse(key, "true or false", false, text -> switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    int number(String key, int byDefault, int least, int most) {
        return parse(key, "a whole number from " + least + " to " + most, byDefault, text -> {
            boolean digits = text.matches("[0-9]{1,9}");
            return digits ? Optional.of(Integer.parseInt(text)).filter(n -> n >= least && n <= most) : Optional.empty();
        });
    }

    /** Empty where nothing is given. */
    OptionalDouble share(String key) {
        return parse(
                key,
                "a number from 0 to 1, such as 0.85",
                OptionalDouble.empty(),
                text -> text.matches("0?\\.[0-9]{1,6}|[01]")
                        ? Optional.of(OptionalDouble.of(Double.parseDouble(text)))
                        : Optional.empty());
    }

    Duration duration(String key, Duration byDefault, Duration least, Duration most) {
        String expected = "a length of time from " + Durations.write(least) + " to " + Durations.write(most)
                + ", such as 30s, 15m or 24h";
        return parse(
                key,
                expected,
                byDefault,
                text -> Durations.read(text).filter(d -> d.compareTo(least) >= 0 && d.compareTo(most) <= 0));
    }

    Rate rate(String key, Rate byDefault) {
        return parse(key, "requests per time, such as 120/1m", byDefault, text -> {
            Matcher match = RATE.matcher(text);
            if (!match.matches()) {
                return Optional.empty();
            }
            int requests = Integer.parseInt(match.group(1));
            return Durations.read(match.group(2))
                    .filter(per -> requests > 0 && per.isPositive())
                    .map(per -> new Rate(requests, per));
        });
    }

    Optional<URI> address(String key) {
        Optional<URI> none = Optional.empty();
        return parse(key, "a web address such as https://chat.example", none, text -> {
            Optional<URI> address = webAddress(text);
            return address.isPresent() ? Optional.of(address) : Optional.empty();
        });
    }

    /** A program on the net: where it listens. */
    Optional<InetSocketAddress> endpoint(String key) {
        Optional<InetSocketAddress> none = Optional.empty();
        return parse(key, "a host and its port such as localhost:3310", none, text -> {
            Matcher parts = ENDPOINT.matcher(text);
            boolean found = parts.matches() && Integer.parseInt(parts.group("port")) <= 65_535;
            return found
                    ? Optional.of(Optional.of(InetSocketAddress.createUnresolved(
                            parts.group("host"), Integer.parseInt(parts.group("port")))))
                    : Optional.empty();
        });
    }

    /** A web address with a place to fill in. */
    Optional<String> pattern(String key, String place) {
        Optional<String> none = Optional.empty();
        return parse(
                key,
                "a web address with " + place + " in it, such as https://shop.example/help/" + place,
                none,
                text -> {
                    boolean web = webAddress(text.replaceAll("[{}]", "")).isPresent();
                    return web && text.contains(place) ? Optional.of(Optional.of(text)) : Optional.empty();
                });
    }

    List<String> origins(String key) {
        return list(
                key,
                "origins apart by commas, such as https://shop.example",
                text -> webAddress(text)
                        .filter(uri -> uri.getPath().isEmpty() && uri.getQuery() == null && uri.getUserInfo() == null)
                        .map(URI::toString));
    }

    List<Network> networks(String key) {
        return list(key, "addresses or networks apart by commas, such as 10.0.0.0/8", Network::read);
    }

    Optional<Secret> secret(String key, int leastBytes) {
        Optional<Secret> secret = value(key).map(Secret::new);
        secret.filter(given -> given.bytes().length < leastBytes)
                .ifPresent(given -> findings.add(where(key) + " has " + given.bytes().length
                        + " bytes: expected at least " + leastBytes
                        + ", as anything shorter can be guessed. Make one with: openssl rand -base64 48"));
        return secret;
    }

    /** One of a few words. */
    String word(String key, String byDefault, Set<String> words) {
        String expected = "one of " + String.join(", ", new TreeSet<>(words));
        return parse(key, expected, byDefault, text -> Optional.of(text).filter(words::contains));
    }

    /** Some of a few words. */
    List<String> words(String key, Set<String> words) {
        String expected = "some of " + String.join(", ", new TreeSet<>(words)) + ", apart by commas";
        return list(key, expected, text -> Optional.of(text).filter(words::contains));
    }

    /** Names, apart by commas. */
    List<String> names(String key, String expected, Pattern name) {
        return list(
                key,
                expected,
                text -> Optional.of(text).filter(one -> name.matcher(one).matches()));
    }

    /** What of a few words goes with each name: {@code support=agent, leads=lead}. A name may have several. */
    Map<String, Set<String>> wordsByName(String key, Set<String> words, String example) {
        Map<String, Set<String>> none = Map.of();
        String expected = "names with one of " + String.join(", ", new TreeSet<>(words)) + " each, such as " + example;
        return parse(key, expected, none, text -> {
            Map<String, Set<String>> read = new LinkedHashMap<>();
            for (String item : text.split(",", -1)) {
                int sign = item.lastIndexOf('=');
                String word = item.substring(sign + 1).strip();
                if (sign < 1 || !words.contains(word)) {
                    return Optional.empty();
                }
                read.computeIfAbsent(item.substring(0, sign).strip(), _ -> new LinkedHashSet<>())
                        .add(word);
            }
            return Optional.of(read);
        });
    }

    /** Notes what is wrong between several settings. */
    void demand(boolean sound, String finding) {
        if (!sound) {
            findings.add(finding);
        }
    }

    private <T> List<T> list(String key, String expected, Function<String, Optional<T>> reader) {
        List<T> none = List.of();
        return parse(key, expected, none, text -> {
            List<Optional<T>> read = Pattern.compile(",")
                    .splitAsStream(text)
                    .map(String::strip)
                    .filter(item -> !item.isEmpty())
                    .map(reader)
                    .toList();
            return read.stream().allMatch(Optional::isPresent)
                    ? Optional.of(read.stream().flatMap(Optional::stream).toList())
                    : Optional.empty();
        });
    }

    private <T> T parse(String key, String expected, T byDefault, Function<String, Optional<T>> reader) {
        Optional<String> text = value(key);
        if (text.isEmpty()) {
            return byDefault;
        }
        Optional<T> read = reader.apply(text.get());
        if (read.isEmpty()) {
            findings.add(
                    where(key) + " is '" + text.get() + "': expected " + expected + ". Correct it, or leave it out.");
        }
        return read.orElse(byDefault);
    }

    private static Optional<URI> webAddress(String text) {
        try {
            URI uri = new URI(text);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            return web && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** The value by order of precedence. One of blanks only counts as not given, as container set-ups often have it. */
    private Optional<String> value(String key) {
        known.add(key);
        return Optional.ofNullable(commandLine.get(key))
                .or(() -> Optional.ofNullable(environment.get(PREFIX + key)))
                .or(() -> file.value(key))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private String where(String key) {
        if (commandLine.containsKey(key)) {
            return "--" + SettingsFile.nameOf(key).replace('.', '-');
        }
        return environment.containsKey(PREFIX + key)
                ? PREFIX + key
                : file.placeOf(key) + ": " + SettingsFile.nameOf(key);
    }
}
