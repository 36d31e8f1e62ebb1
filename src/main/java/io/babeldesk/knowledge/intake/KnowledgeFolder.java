package io.babeldesk.knowledge.intake;

import io.babeldesk.conversation.Market;
import io.babeldesk.knowledge.Article;
import io.babeldesk.knowledge.ArticleId;
import io.babeldesk.knowledge.Concept;
import io.babeldesk.knowledge.Edition;
import io.babeldesk.knowledge.HandoffRules;
import io.babeldesk.knowledge.Policies;
import io.babeldesk.knowledge.SavedQuestion;
import io.babeldesk.knowledge.Shop;
import io.babeldesk.knowledge.Translation;
import io.babeldesk.knowledge.intake.ArticleReader.ReadArticle;
import io.babeldesk.language.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The knowledge folder on disk. Reading it has no effect but on the reader: all faults are collected, and an edition
 * comes out only if none is an error. Safe for use by many threads.
 */
public final class KnowledgeFolder {

    private static final Pattern ARTICLE = Pattern.compile("articles/([^/]+)/([^/]+)/([^/]+)\\.md");
    private static final Pattern QUESTIONS = Pattern.compile("questions/(held-out/)?[^/]+\\.ya?ml");
    private static final Set<String> SINGLE = Set.of("shop.yaml", "policies.yaml", "glossary.yaml", "handoff.yaml");
    /** What editors and systems leave beside the files that people write. */
    private static final Pattern LEFT_BEHIND = Pattern.compile("(?:.*/)?[.#].*|.*~");

    /** No text that a person writes is larger. */
    private static final long LARGEST = 4 * 1024 * 1024;

    private final Path root;
    private final Clock clock;

    public KnowledgeFolder(Path root, Clock clock) {
        this.root = root;
        this.clock = clock;
    }

    /** What a reading brought. */
    public record Reading(Optional<Edition> edition, List<Finding> findings) {}

    public Path root() {
        return root;
    }

    /** A cheap mark of all files' names, sizes and times: it changes when something was saved. */
    public String mark() {
        StringBuilder mark = new StringBuilder();
        try {
            files().forEach(file -> {
                try {
                    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                    mark.append(file).append('|').append(attributes.size()).append('|');
                    mark.append(attributes.lastModifiedTime().toMillis()).append('\n');
                } catch (IOException e) {
                    // Removed since it was listed: the next mark lacks it.
                    mark.append(file).append("|gone\n");
                }
            });
        } catch (IOException e) {
            return "unreadable: " + e.getMessage();
        }
        return Revision.of(mark.toString());
    }

    /** Reads the folder and names every fault, also what hinders nothing. */
    public Reading read() {
        return read(true);
    }

    /** Reads the folder for use: as {@link #read}, but without the advice for its authors, which takes half the time. */
    public Reading readForUse() {
        return read(false);
    }

    private Reading read(boolean advising) {
        Findings findings = new Findings();
        Map<String, String> texts = texts(findings);
        Optional<Edition> edition = findings.hasErrors() ? Optional.empty() : edition(texts, advising, findings);
        return new Reading(findings.hasErrors() ? Optional.empty() : edition, findings.sorted());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> isOurs(relative(file)))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            // Thrown by the stream where a folder in it cannot be entered, or goes while it is walked.
            throw new IOException(e.getMessage(), e);
        }
    }

    private static boolean isOurs(String name) {
        boolean known = SINGLE.contains(name) || name.startsWith("articles/") || name.startsWith("questions/");
        return known && !LEFT_BEHIND.matcher(name).matches();
    }

    private String relative(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    private Map<String, String> texts(Findings findings) {
        Map<String, String> texts = new TreeMap<>();
        if (!Files.isDirectory(root)) {
            findings.error(
                    root.toString(),
                    0,
                    "there is no such folder; create it, or name another with --knowledge-base FOLDER");
            return texts;
        }
        try {
            for (Path file : files()) {
                texts.put(relative(file), decode(file, findings));
            }
        } catch (IOException e) {
            findings.error(root.toString(), 0, "the folder cannot be read (" + e.getMessage() + "); check its rights");
        }
        for (String needed : List.of("shop.yaml", "policies.yaml")) {
            if (!texts.containsKey(needed)) {
                findings.error(needed, 0, "the file is missing in " + root + "; create it (docs/knowledge-base.md)");
            }
        }
        if (texts.keySet().stream().noneMatch(name -> name.startsWith("articles/"))) {
            findings.error(
                    "articles", 0, "there is no article in " + root + "; write articles/<topic>/<slug>/<lang>.md");
        }
        return texts;
    }

    private String decode(Path file, Findings findings) throws IOException {
        long size = Files.size(file);
        if (size > LARGEST) {
            findings.error(
                    relative(file),
                    0,
                    String.format(
                            Locale.ROOT, "found %,d bytes, expected at most %,d; split or shorten it", size, LARGEST));
            return "";
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return (text.startsWith("\ufeff") ? text.substring(1) : text).replace("\r\n", "\n");
        } catch (CharacterCodingException e) {
            findings.error(relative(file), 1, "the file is not UTF-8 text; save it as UTF-8");
            return "";
        }
    }

    private Optional<Edition> edition(Map<String, String> texts, boolean advising, Findings findings) {
        YamlMap shopYaml = yaml("shop.yaml", texts, findings);
        Optional<Shop> shop = ShopReader.read(shopYaml, findings);
        if (shop.isEmpty()) {
            return Optional.empty();
        }
        Policies policies = PoliciesReader.withShop(
                PoliciesReader.read(
                        yaml("policies.yaml", texts, findings), shop.get().markets()),
                shop.get());
        // The longest file by far: it is read beside the articles.
        CompletableFuture<List<Concept>> glossary = CompletableFuture.supplyAsync(() -> glossary(texts, findings));
        List<ReadArticle> read = articles(texts, findings);
        ArticleChecks checks = new ArticleChecks(shop.get(), policies, LocalDate.now(clock), findings);
        checks.check(read);
        if (advising) {
            checks.advise(read);
        }
        Map<ArticleId, Article> articles = collect(read);
        ShopReader.checkStarters(shopYaml, shop.get(), articles.keySet());
        List<SavedQuestion> questions =
                questions(texts, articles.keySet(), policies, shop.get().markets(), findings);
        HandoffRules handoff = handoff(texts, findings);
        return Optional.of(new Edition(
                Revision.of(texts.toString()), shop.get(), policies, articles, glossary.join(), questions, handoff));
    }

    private static List<Concept> glossary(Map<String, String> texts, Findings findings) {
        return texts.containsKey("glossary.yaml")
                ? GlossaryReader.read(yaml("glossary.yaml", texts, findings))
                : List.of();
    }

    private static HandoffRules handoff(Map<String, String> texts, Findings findings) {
        return texts.containsKey("handoff.yaml")
                ? HandoffReader.read(yaml("handoff.yaml", texts, findings))
                : HandoffReader.builtIn();
    }

    private static YamlMap yaml(String file, Map<String, String> texts, Findings findings) {
        return YamlMap.parse(file, texts.getOrDefault(file, ""), 1, findings);
    }

    private static List<ReadArticle> articles(Map<String, String> texts, Findings findings) {
        ArticleReader reader = new ArticleReader();
        return texts.entrySet().parallelStream()
                .filter(entry -> entry.getKey().startsWith("articles/"))
                .flatMap(entry -> article(reader, entry.getKey(), entry.getValue(), findings).stream())
                .toList();
    }

    private static Optional<ReadArticle> article(ArticleReader reader, String file, String text, Findings findings) {
        Matcher place = ARTICLE.matcher(file);
        Optional<ArticleId> id =
                place.matches() ? ArticleId.parse(place.group(1) + "/" + place.group(2)) : Optional.empty();
        Optional<Language> language = place.matches() ? Language.ofTag(place.group(3)) : Optional.empty();
        if (id.isEmpty() || language.isEmpty()) {
            findings.warning(file, 0, "expected articles/<topic>/<slug>/<lang>.md; move or remove the file");
            return Optional.empty();
        }
        return reader.read(file, text, id.get(), language.get(), findings);
    }

    private static Map<ArticleId, Article> collect(List<ReadArticle> read) {
        Map<ArticleId, Map<Language, Translation>> byId = new TreeMap<>();
        for (ReadArticle article : read) {
            byId.computeIfAbsent(article.translation().article(), id -> new LinkedHashMap<>())
                    .put(article.translation().language(), article.translation());
        }
        Map<ArticleId, Article> articles = new HashMap<>();
        byId.forEach((id, translations) -> articles.put(id, new Article(id, translations)));
        return Map.copyOf(articles);
    }

    private static List<SavedQuestion> questions(
            Map<String, String> texts,
            Set<ArticleId> articles,
            Policies policies,
            List<Market> markets,
            Findings findings) {
        List<SavedQuestion> questions = new ArrayList<>();
        texts.keySet().forEach(file -> {
            Matcher matcher = QUESTIONS.matcher(file);
            if (matcher.matches()) {
                boolean heldOut = matcher.group(1) != null;
                questions.addAll(QuestionsReader.read(
                        yaml(file, texts, findings),
                        heldOut,
                        articles,
                        policies.facts().keySet(),
                        markets));
            }
        });
        return List.copyOf(questions);
    }
}
