package io.babeldesk.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shoppers who write a language that the shop does not, or theirs in other letters than its own. */
class OtherLanguagesTest extends AnswerVocabulary {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ru | ru | gde moi zakaz                          | delivery/track-order
            ru | en | skolko dney u menya est chtoby vernut tovar | returns/return-window
            ru | ru | kogda mne vernut dengi                 | refunds/refund-times
            ar | ar | fein el talab bta3i                    | delivery/track-order
            ar | en | emta yewsal eltalab bta3i              | delivery/track-order
            uk | en | de moye zamovlennya                    | delivery/track-order
            bg | en | kade e porachkata mi                   | delivery/track-order
            el | en | pou einai i paraggelia mou             | delivery/track-order
            el | el | poso kostizei i apostoli               | delivery/delivery-times-costs
            hi | en | mera order kahan hai                   | delivery/track-order
            hi | hi | paise kab wapas milenge                | refunds/refund-times
            fa | en | sefaresham kojast                      | delivery/track-order
            he | en | eifo hahazmana sheli                   | delivery/track-order
            bn | en | amar order kothay                      | delivery/track-order
            """)
    void isReadInItsOwnLetters(String language, String page, String text, String article) {
        Reply reply = shopperSays(text, page, "DE");
        assertThat(reply.saying().language().code()).isEqualTo(language);
        assertThat(reply).as(text(reply)).isInstanceOf(Reply.Answered.class);
        assertThat(source(reply).article()).isEqualTo(article);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | ru | Where is my order?
            en | hi | where is my order bhai
            de | ar | Wo ist meine Bestellung?
            es | el | ¿Dónde está mi pedido?
            tr | fa | Siparişim nerede?
            it | el | Dove si trova il mio pacco?
            """)
    void whatIsWrittenInLatinLettersByRightStaysWhatItIs(String language, String page, String text) {
        assertThat(shopperSays(text, page, "DE").saying().language().code()).isEqualTo(language);
    }

    /** What is asked most, in the languages that the demo shop understands but does not write. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nl | waar is mijn bestelling       | el | πού είναι η παραγγελία μου
            pl | gdzie jest moje zamówienie    | uk | де моє замовлення
            sv | var är min beställning        | bg | къде е поръчката ми
            da | hvor er min ordre             | he | איפה ההזמנה שלי
            no | hvor er bestillingen min      | fa | سفارشم کجاست
            fi | missä tilaukseni on           | hi | मेरा ऑर्डर कहाँ है
            cs | kde je moje objednávka        | bn | আমার অর্ডার কোথায়
            ro | unde este comanda mea         | th | ออเดอร์ของฉันอยู่ที่ไหน
            hu | hol van a rendelésem          | vi | đơn hàng của tôi ở đâu
            id | di mana pesanan saya          | ms | di manakah pesanan saya
            """)
    void asksForHerOrder(String language, String question, String other, String otherQuestion) {
        isTracked(question, language);
        startAnew();
        isTracked(otherQuestion, other);
    }

    private void isTracked(String question, String language) {
        Reply reply = shopperSays(question, language, "DE");
        assertThat(reply).as(text(reply)).isInstanceOf(Reply.Answered.class);
        assertThat(source(reply).article()).isEqualTo("delivery/track-order");
    }
}
