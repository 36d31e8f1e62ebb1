package io.babeldesk.knowledge.intake;

import io.babeldesk.conversation.Market;
import io.babeldesk.knowledge.AnswerMode;
import io.babeldesk.knowledge.ArticleId;
import io.babeldesk.knowledge.Passage;
import io.babeldesk.knowledge.Translation;
import io.babeldesk.language.Language;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads one translation: YAML front matter between {@code ---} lines, then Markdown. */
final class ArticleReader {

    private static final Set<String> WITHOUT_SPACES = Set.of("zh", "ja");

    private final MarkdownReader markdown = new MarkdownReader();

    /**
     * A translation with what only the checks need to know of its file.
     *
     * @param readable false if the front matter is not valid YAML, so that nothing is known of its keys
     */
    record ReadArticle(
            String file,
            boolean readable,
            String id,
            Translation translation,
            ArticleText text,
            List<MarkdownReader.LinkAt> links) {}

    /** @param file relative path, {@code articles/topic/slug/lang.md}, whose place gives id and language */
    Optional<ReadArticle> read(String file, String text, ArticleId place, Language language, Findings findings) {
        Optional<ArticleText> split = ArticleText.split(text);
        if (split.isEmpty()) {
            findings.error(
                    file, 1, "found no front matter, expected keys between two lines '---' at the top; add them");
            return Optional.empty();
        }
        ArticleText article = split.get();
        YamlMap yaml = YamlMap.parse(file, article.frontMatter(), 2, findings);
        String id = yaml.text("id");
        String title = yaml.text("title");
        List<String> tags = yaml.texts("tags");
        List<String> questions = yaml.texts("questions");
        Set<Market> markets = yaml.oneOrMore("market").stream()
                .flatMap(code -> market(code, yaml).stream())
                .collect(Collectors.toUnmodifiableSet());
        Optional<LocalDate> from = day(yaml, "effective_from");
        Optional<LocalDate> until = day(yaml, "effective_until");
        Optional<LocalDate> reviewBy = day(yaml, "review_by");
        AnswerMode mode = yaml.optional("answer_mode", ArticleReader::mode, "worded or verbatim")
                .orElse(AnswerMode.WORDED);
        Optional<String> sourceRev = yaml.optionalText("source_rev");
        yaml.rejectOthers();
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            yaml.error("effective_until", "effective_until is before effective_from; correct one of them");
        }
        if (!id.isEmpty() && !id.equals(place.toString())) {
            yaml.error("id", "found id '" + id + "', expected '" + place + "', the folder's place; correct the id");
        }
        withoutFacts("title", List.of(title), yaml);
        withoutFacts("tags", tags, yaml);
        withoutFacts("questions", questions, yaml);
        MarkdownReader.Reading body = markdown.read(
                file, article.body(), article.bodyLine(), WITHOUT_SPACES.contains(language.code()), findings);
        List<Passage> passages = passages(body, place, language, title, file, findings);
        return Optional.of(new ReadArticle(
                file,
                yaml.readable(),
                id,
                new Translation(
                        place,
                        language,
                        title,
                        tags,
                        questions,
                        markets,
                        from,
                        until,
                        reviewBy,
                        mode,
                        sourceRev,
                        Revision.of(title + "\n" + article.body()),
                        passages),
                article,
                body.links()));
    }

    private static List<Passage> passages(
            MarkdownReader.Reading body,
            ArticleId id,
            Language language,
            String title,
            String file,
            Findings findings) {
        List<Passage> passages = new ArrayList<>();
        Set<String> headings = new HashSet<>();
        for (MarkdownReader.Section section : body.sections()) {
            if (!section.heading().isEmpty() && !headings.add(section.heading())) {
                findings.error(
                        file,
                        section.line(),
                        "the heading '" + section.heading() + "' stands twice; rename one of them");
            }
            if (section.heading().isEmpty()
                    && section.line() != body.sections().getFirst().line()) {
                findings.error(file, section.line(), "found a heading without words; write it or remove it");
            }
            if (section.blocks().isEmpty()) {
                findings.error(
                        file,
                        section.line(),
                        section.heading().isEmpty()
                                ? "there is no text before the first heading; answer the title's question there"
                                : "the section '" + section.heading() + "' is empty; write it or remove the heading");
                continue;
            }
            String heading = section.heading().isEmpty() ? title : section.heading();
            passages.add(new Passage(id, language, passages.size(), heading, section.blocks()));
        }
        return List.copyOf(passages);
    }

    private static void withoutFacts(String key, List<String> texts, YamlMap yaml) {
        if (texts.stream().anyMatch(text -> text.contains("{{"))) {
            yaml.error(key, "found a fact in '" + key + "', where it is not filled in; say it without");
        }
    }

    private static Optional<Market> market(String code, YamlMap yaml) {
        Optional<Market> market = Market.ofCode(code);
        if (market.isEmpty()) {
            yaml.error("market", "'" + code + "' is not a country code; use one such as DE");
        }
        return market;
    }

    private static Optional<LocalDate> day(YamlMap yaml, String key) {
        return yaml.optional(key, FactParser::day, "a date such as 2026-12-24");
    }

    private static Optional<AnswerMode> mode(String name) {
        try {
            return Optional.of(AnswerMode.valueOf(name.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
