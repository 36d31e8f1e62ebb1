package io.babeldesk.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.conversation.AssistantReply;
import io.babeldesk.conversation.Market;
import io.babeldesk.conversation.PlainText;
import io.babeldesk.conversation.ReplyKind;
import io.babeldesk.conversation.ReplyMode;
import io.babeldesk.conversation.Source;
import io.babeldesk.conversation.Turn;
import io.babeldesk.knowledge.Edition;
import io.babeldesk.knowledge.FactWording;
import io.babeldesk.knowledge.KnowledgeBase;
import io.babeldesk.knowledge.PassageRenderer;
import io.babeldesk.knowledge.index.DemoIndex;
import io.babeldesk.knowledge.index.PassageIndex;
import io.babeldesk.knowledge.intake.KnowledgeFolder;
import io.babeldesk.language.Language;
import io.babeldesk.language.LanguageChooser;
import io.babeldesk.language.LanguageDetector;
import io.babeldesk.language.LanguageWish;
import io.babeldesk.language.LetterSequences;
import io.babeldesk.language.Messages;
import io.babeldesk.retrieval.Retriever;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The words in which the tests of answers are written: a shopper says something, and the assistant replies. */
abstract class AnswerVocabulary {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-12-01T12:00:00Z"), ZoneOffset.UTC);
    static final Messages MESSAGES = new Messages();
    private static final LanguageWish WISH = new LanguageWish(MESSAGES);

    /** A shop whose assistant can be asked. */
    record OpenShop(KnowledgeBase base, Answerer answerer, LanguageChooser languages) {}

    private static final OpenShop DEMO = open(
            DemoIndex.open(),
            new KnowledgeFolder(Path.of("knowledge-base"), CLOCK)
                    .read()
                    .edition()
                    .orElseThrow());

    private final List<Turn> turns = new ArrayList<>();

    /** The shop that the shopper is in. */
    OpenShop shop = DEMO;

    private static OpenShop open(PassageIndex index, Edition edition) {
        return open(index, edition, new LanguageDetector(WISH, edition.shop().languages(), new LetterSequences()));
    }

    static OpenShop open(Edition edition) {
        return open(PassageIndex.inMemory(List.of()), edition);
    }

    /** @param languages those of another shop, since it takes long to learn them */
    static OpenShop open(Edition edition, LanguageChooser languages) {
        return open(PassageIndex.inMemory(List.of()), edition, languages);
    }

    private static OpenShop open(PassageIndex index, Edition edition, LanguageChooser languages) {
        KnowledgeBase base = new KnowledgeBase(index, Runnable::run);
        base.publish(edition);
        Answerer answerer = new PassageAnswerer(
                base,
                new Retriever(CLOCK),
                new PassageRenderer(new FactWording(MESSAGES)),
                new OwnWords(MESSAGES),
                WISH,
                System::nanoTime);
        return new OpenShop(base, answerer, languages);
    }

    /** Another shopper comes. */
    void startAnew() {
        turns.clear();
    }

    /** What the assistant replies to the next message of one conversation; an empty market is not known. */
    Reply shopperSays(String text, String page, String market) {
        List<Language> before = turns.stream().map(Turn::language).toList();
        Language language = shop.languages().choose(text, Optional.of(Language.of(page)), before);
        Optional<Market> known = market.isEmpty() ? Optional.empty() : Optional.of(new Market(market));
        Reply reply = shop.answerer().answer(new Question(text, language, known, List.copyOf(turns)));
        turns.add(new Turn.OfShopper(
                "trn_s", turns.size(), text, language, Optional.of(page), Optional.empty(), CLOCK.instant()));
        turns.add(new Turn.OfAssistant(
                "trn_a", turns.size(), spoken(reply), List.of("trn_s"), Optional.empty(), CLOCK.instant()));
        return reply;
    }

    private static AssistantReply spoken(Reply reply) {
        ReplyKind kind = switch (reply) {
            case Reply.Answered a -> ReplyKind.ANSWERED;
            case Reply.AskedBack a -> ReplyKind.ASKED_BACK;
            case Reply.Declined d -> ReplyKind.DECLINED;
            case Reply.NeedsPerson n -> ReplyKind.NEEDS_PERSON;
        };
        return new AssistantReply(
                kind,
                reply.saying().language(),
                reply.saying().market(),
                reply.saying().confidence(),
                reply.saying().blocks(),
                List.of(),
                List.of(),
                ReplyMode.PASSAGE);
    }

    static String text(Reply reply) {
        return PlainText.of(reply.saying().blocks());
    }

    static String said(String language, String key) {
        return MESSAGES.say(Language.of(language), key);
    }

    static Source source(Reply reply) {
        assertThat(reply).isInstanceOf(Reply.Answered.class);
        return ((Reply.Answered) reply).sources().getFirst();
    }
}
