package io.babeldesk.desk.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.conversation.AgentId;
import io.babeldesk.conversation.AssistantReply;
import io.babeldesk.conversation.Change;
import io.babeldesk.conversation.Change.Entry;
import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.Conversations.Page;
import io.babeldesk.conversation.Handling;
import io.babeldesk.conversation.PlainText;
import io.babeldesk.conversation.Provenance;
import io.babeldesk.conversation.Redaction;
import io.babeldesk.conversation.ReplyKind;
import io.babeldesk.conversation.ReplyMode;
import io.babeldesk.conversation.Shopper;
import io.babeldesk.conversation.Speaker;
import io.babeldesk.conversation.Turn;
import io.babeldesk.desk.search.ConversationSearch.Order;
import io.babeldesk.language.Language;
import io.babeldesk.sentiment.Sentiment;
import io.babeldesk.store.LocalEventFeed;
import io.babeldesk.store.MemoryConversations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConversationSearchTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Speaker ANNA = new Speaker(new AgentId("agt_anna"), "Anna");

    private final Conversations conversations = new MemoryConversations();
    private final LocalEventFeed feed = new LocalEventFeed();
    private ConversationSearch search = ConversationSearch.inMemory(conversations, feed);
    private int minutes;

    @AfterEach
    void close() {
        search.close();
    }

    private String shopper() {
        return conversations.admit("secret " + minutes, NOON).id();
    }

    /** A conversation in which an agent says it. */
    private String said(String language, String text) {
        return said(shopper(), new Entry.ByAgent(ANNA, text, Language.of(language), Optional.empty()));
    }

    private String said(String shopper, Entry entry) {
        String id = conversations
                .open(shopper, Language.ENGLISH, Optional.empty(), NOON)
                .id();
        adds(id, entry);
        return id;
    }

    private void adds(String conversation, Entry entry) {
        long version = conversations.find(conversation).orElseThrow().version();
        assertThat(conversations.change(
                        conversation,
                        version,
                        Change.of(Handling.NONE, entry),
                        Optional.empty(),
                        NOON.plusSeconds(60L * minutes++)))
                .isPresent();
    }

    private List<String> find(String words) {
        return find(words, Order.BEST);
    }

    private List<String> find(String words, Order order) {
        return search.find(words, order, 50).stream().map(Hit::conversation).toList();
    }

    /** With the hits between brackets. */
    private String marked(String words, String text, String language) {
        return search.highlight(words, text, Language.of(language)).stream()
                .map(piece -> piece.hit() ? "[" + piece.text() + "]" : piece.text())
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Two of the lamps arrived broken            | lamp arrive          | [lamps]
            de | Die Bücher kamen beschädigt an             | Buch                 | [Bücher]
            fr | Les chaussures n’étaient pas dans le colis | chaussure            | [chaussures]
            es | Quiero devolver los zapatos rojos          | zapato rojo          | [zapatos]
            it | Le scarpe rosse sono arrivate rotte        | scarpa               | [scarpe]
            pt | As encomendas chegaram atrasadas           | encomenda            | [encomendas]
            nl | De bestellingen zijn beschadigd            | bestelling           | [bestellingen]
            sv | Skorna var trasiga                         | skor                 | [Skorna]
            da | Lamperne er gået i stykker                 | lampe                | [Lamperne]
            no | Skoene var ødelagt                         | ødelagt skoene       | [ødelagt]
            fi | Kengät olivat rikki talossa                | talo                 | [talossa]
            pl | Nie dostałem paczki z butami               | butów                | [butami]
            cs | Boty přišly rozbité                        | rozbity              | [rozbité]
            hu | A cipőket nem kaptam meg                   | cipő                 | [cipőket]
            ro | Pantofii au ajuns rupți                    | pantofi              | [Pantofii]
            ru | Мне не пришли ботинки                      | ботинками            | [ботинки]
            uk | Я не отримав посилки                       | посилка              | [посилки]
            bg | Обувките пристигнаха счупени               | обувки               | [Обувките]
            el | Τα παπούτσια ήταν σπασμένα                 | παπουτσι             | [παπούτσια]
            tr | Kitaplarımız hasarlı geldi                 | kitaplar             | [Kitaplarımız]
            ar | وصلت الكتب تالفة                           | كتب                  | [الكتب]
            he | הנעליים הגיעו שבורות                       | שבורות               | [שבורות]
            fa | کتاب‌ها آسیب دیده بودند                    | کتاب                 | [کتاب
            hi | किताबें टूटी हुई आईं                       | किताब                | [किताबें]
            bn | বইগুলো নষ্ট হয়ে এসেছে                      | নষ্ট                 | [নষ্ট]
            th | รองเท้าที่สั่งมาชำรุด                      | รองเท้า              | [รองเท้า]
            vi | Giày bị hỏng khi nhận hàng                 | giay hong            | [Giày]
            id | Sepatunya rusak saat diterima              | sepatu               | [Sepatunya]
            ms | Kasut itu rosak                            | rosak                | [rosak]
            ja | 返品ラベルが見つかりません                 | ラベル               | [ラベル]
            ko | 신발이 찢어진 채로 왔어요                  | 신발                 | [신발
            zh | 我的包裹在海关被扣了                       | 海关                 | [海关]
            """)
    void findsWordsInOtherFormsInEveryLanguage(String language, String text, String words, String marked) {
        said("en", "Something else entirely");
        String conversation = said(language, text);
        assertThat(find(words)).containsExactly(conversation);
        assertThat(marked(words, text, language)).contains(marked);
    }

    @Test
    void allWordsStandInOneTurnAndWhatIsTypedIsABeginning() {
        String lamp = said("en", "The lamp LW-204481 is broken");
        String vase = said("en", "The vase is broken");
        adds(vase, new Entry.Note(ANNA, "she also has a lamp", Language.ENGLISH));
        assertThat(find("broken lamp")).containsExactly(lamp);
        assertThat(find("lamp bro")).containsExactly(lamp);
        assertThat(find("\"is broken\"")).containsExactlyInAnyOrder(lamp, vase);
        assertThat(find("\"broken is\"")).isEmpty();
        assertThat(find("204481")).containsExactly(lamp);
        assertThat(find("lw-204481")).containsExactly(lamp);
        assertThat(find("also")).as("notes are the desk's own").containsExactly(vase);
        assertThat(find("…")).isEmpty();
        assertThat(find("")).isEmpty();
    }

    @Test
    void eachConversationOnceAndTheNewestFirstIfWished() {
        String old = said("en", "lamp, lamp, lamp");
        String later = said("en", "my lamp is a beautiful object of which I never tire");
        adds(old, new Entry.Note(ANNA, "a lamp again", Language.ENGLISH));
        assertThat(find("lamp")).containsExactlyInAnyOrder(old, later);
        assertThat(find("lamp", Order.NEWEST)).containsExactly(old, later);
        assertThat(search.find("lamp", Order.NEWEST, 1)).hasSize(1);
    }

    @Test
    void whatTheAgentWroteIsFoundBesidesWhatWasSent() {
        String conversation = said(
                shopper(),
                new Entry.ByAgent(
                        ANNA,
                        "Su paquete llega mañana",
                        Language.of("es"),
                        Optional.of(new Turn.Original("Ihr Paket kommt morgen", Language.of("de")))));
        assertThat(find("paquetes")).containsExactly(conversation);
        assertThat(find("Pakete")).containsExactly(conversation);
    }

    @Test
    void theShopperIsFoundByNameAndAddress() {
        String shopper = shopper();
        conversations.identify(
                shopper, new Shopper.Customer(Optional.of("Lucía Fernández"), Optional.of("lucia@example.com")));
        String conversation = said(shopper, new Entry.Note(ANNA, "hello", Language.ENGLISH));
        assertThat(find("lucia fernandez")).isEmpty();
        adds(conversation, new Entry.ByService("…", Language.ENGLISH));
        assertThat(search.find("lucia fernandez", Order.BEST, 9))
                .containsExactly(new Hit(conversation, Optional.empty()));
        assertThat(find("lucia@example.com")).containsExactly(conversation);
        conversations.erase(shopper, NOON);
        assertThat(find("lucia")).isEmpty();
        assertThat(find("hello")).isEmpty();
    }

    @Test
    void marksTheWordsInAPartOfALongText() {
        String text = "word ".repeat(100) + "the broken  lamp " + "more ".repeat(100);
        assertThat(marked("lamps", text, "en"))
                .startsWith("…")
                .contains("broken [lamp] more")
                .endsWith("…");
        assertThat(marked("vase", text, "en")).isEmpty();
    }

    @Test
    void goesOnWhereItWasLeftAndForgetsTheIndexOfAnotherLog(@TempDir Path folder) throws IOException {
        search.close();
        search = ConversationSearch.open(folder, conversations, feed);
        String first = said("en", "the first lamp");
        assertThat(find("lamp")).containsExactly(first);
        search.close();
        search = ConversationSearch.open(folder, conversations, feed);
        String second = said("en", "the second lamp");
        assertThat(find("lamp")).containsExactlyInAnyOrder(first, second);
        search.close();

        Conversations others = new MemoryConversations();
        search = ConversationSearch.open(folder, others, feed);
        assertThat(find("lamp")).isEmpty();
        search.close();

        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(one -> one.getFileName().toString().startsWith("segments"))
                    .toList()) {
                Files.writeString(file, "rubbish");
            }
        }
        search = ConversationSearch.open(folder, conversations, feed);
        assertThat(find("lamp")).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void whatIsErasedLeavesNoWordOnTheDisk(@TempDir Path folder) throws IOException {
        search.close();
        search = ConversationSearch.open(folder, conversations, feed);
        String shopper = shopper();
        String hers = said(shopper, new Entry.Note(ANNA, "xylophonist", Language.ENGLISH));
        String kept = said("en", "violinist");
        assertThat(find("xylophonist")).containsExactly(hers);
        conversations.erase(shopper, NOON);
        assertThat(find("xylophonist")).isEmpty();
        assertThat(find("violinist")).containsExactly(kept);
        search.close();
        assertThat(termsIn(folder)).contains("violinist").noneMatch(term -> term.startsWith("xylo"));
        search = ConversationSearch.inMemory(conversations, feed);
    }

    @Test
    void whatIsRedactedLeavesNoWordOnTheDisk(@TempDir Path folder) throws IOException {
        search.close();
        search = ConversationSearch.open(folder, conversations, feed);
        String conversation = said(shopper(), new Entry.Note(ANNA, "violinist or xylophonist", Language.ENGLISH));
        conversations.receive(new Conversations.Message(
                conversation,
                "key",
                "digest",
                "hello",
                Language.ENGLISH,
                Optional.empty(),
                Optional.empty(),
                Sentiment.NEUTRAL,
                NOON));
        conversations.stop(
                conversation,
                new AssistantReply(
                        ReplyKind.ANSWERED,
                        Language.ENGLISH,
                        Optional.empty(),
                        1,
                        PlainText.paragraph("oboist or harpist"),
                        List.of(),
                        List.of(),
                        ReplyMode.PASSAGE),
                new Provenance("hello", Language.ENGLISH, List.of(), Map.of(), "", 1, Map.of()),
                NOON);
        assertThat(find("harpist")).containsExactly(conversation);
        for (Turn turn : conversations.everyTurn(conversation, Page.newest(9))) {
            int from = turn.text().lastIndexOf(' ') + 1;
            Redaction.Span last = new Redaction.Span(from, turn.text().length());
            conversations.redact(turn.id(), new Redaction(List.of(last), "[removed]"), NOON);
        }
        assertThat(find("oboist")).containsExactly(conversation);
        assertThat(find("harpist")).isEmpty();
        search.close();
        assertThat(termsIn(folder))
                .contains("violinist", "oboist")
                .noneMatch(term -> term.startsWith("xylo") || term.startsWith("harp"));
        search = ConversationSearch.inMemory(conversations, feed);
    }

    private static Set<String> termsIn(Path folder) throws IOException {
        Set<String> terms = new TreeSet<>();
        try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(folder))) {
            for (LeafReaderContext leaf : reader.leaves()) {
                for (String field : FieldInfos.getIndexedFields(leaf.reader())) {
                    TermsEnum all = Terms.getTerms(leaf.reader(), field).iterator();
                    while (all.next() != null) {
                        terms.add(all.term().utf8ToString());
                    }
                }
            }
        }
        return terms;
    }
}
