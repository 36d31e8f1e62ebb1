package io.babeldesk.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.conversation.Market;
import io.babeldesk.language.Language;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarketMentionTest {

    private static final List<Market> MARKETS = Stream.of(
                    "US", "DE", "FR", "ES", "IT", "GB", "BR", "JP", "KR", "SA", "TR", "AU")
            .map(Market::new)
            .toList();

    private static String named(String language, String text) {
        return new MarketMention()
                .in(text, Language.of(language), MARKETS)
                .map(Market::code)
                .orElse("");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | US | I live in the United States
                    en | US | shipping to the USA
                    en | GB | to the UK
                    en | GB | do you deliver in Great Britain?
                    en | GB | I'm in England
                    en | KR | returns from South Korea
                    en | KR | I am in Korea
                    en | TR | Turkey
                    en | TR | Türkiye
                    en | SA | Saudi Arabia
                    en | DE | Germany's customs
                    de | DE | ich wohne in Deutschland
                    de | DE | innerhalb Deutschlands
                    de | TR | in die Türkei
                    de | US | nach Amerika
                    de | US | in den USA
                    de | KR | nach Südkorea
                    de | GB | nach Großbritannien
                    de | GB | Grossbritannien
                    de | GB | Vereinigtes Königreich
                    de | FR | FRANKREICH
                    fr | FR | en France
                    fr | DE | en Allemagne
                    fr | US | aux États-Unis
                    fr | US | aux etats unis
                    fr | GB | au Royaume-Uni
                    fr | BR | au Brésil
                    es | ES | vivo en España
                    es | ES | espana
                    es | US | en Estados Unidos
                    es | KR | en Corea del Sur
                    es | JP | a Japón
                    it | IT | abito in Italia
                    it | GB | nel Regno Unito
                    it | US | spedite negli USA?
                    en | US | usa
                    it | KR | in Corea
                    pt | BR | moro no Brasil
                    pt | US | para os EUA
                    pt | GB | na Inglaterra
                    tr | TR | Türkiye'deyim
                    tr | DE | Almanya'da yaşıyorum
                    tr | DE | almanyadan
                    tr | US | Amerika'ya gönderiyor musunuz
                    tr | GB | İngiltere
                    nl | DE | in Duitsland
                    """)
    void namesTheMarketThatATextInLatinLettersSpeaksOf(String language, String market, String text) {
        assertThat(named(language, text)).isEqualTo(market);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ru | DE | я живу в Германии
                    ru | DE | доставка в Германию
                    ru | DE | Германия
                    ru | US | в США
                    ru | GB | в Великобританию
                    ru | GB | в Англии
                    ru | KR | в Южной Корее
                    ru | KR | в Корею
                    ru | SA | в Саудовской Аравии
                    ru | TR | из Турции
                    ar | SA | أنا في السعودية
                    ar | SA | للسعودية
                    ar | SA | المملكة العربية السعودية
                    ar | DE | أعيش في ألمانيا
                    ar | DE | لألمانيا
                    ar | DE | من المانيا
                    ar | US | إلى أمريكا
                    ar | US | الولايات المتحدة
                    ar | GB | في بريطانيا
                    ar | TR | بتركيا
                    zh | KR | 我在韩国
                    zh | KR | 我在韓國
                    zh | US | 寄到美国要多久
                    zh | GB | 英国
                    zh | JP | 我住日本
                    ja | JP | 日本に住んでいます
                    ja | KR | 韓国に住んでいます
                    ja | US | アメリカ
                    ja | GB | イギリスへの送料
                    ja | DE | ドイツ
                    ko | KR | 한국에 살아요
                    ko | KR | 한국인데요
                    ko | US | 미국으로 배송
                    ko | GB | 영국
                    ko | DE | 독일에서 주문
                    """)
    void namesTheMarketThatATextInOtherLettersSpeaksOf(String language, String market, String text) {
        assertThat(named(language, text)).isEqualTo(market);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | I want to return a bra
                    en | is the German plug included
                    en | an Italian leather bag
                    en | a Japanese knife
                    en | the Australian version
                    en | can you help us
                    en | American Express
                    en | French fries maker
                    de | Paket aus China
                    de | aus welchem Material
                    de | das spanische Handbuch
                    de | brasilianischer Kaffee
                    fr | la version italienne
                    es | la versión española
                    es | cómo se usa
                    it | come si usa
                    en | Saudi riyal
                    es | el enchufe alemán
                    it | la spina tedesca
                    pt | a tomada brasileira
                    ru | немецкая вилка
                    ru | инструкция на испанском
                    ru | итальянская сумка
                    tr | Alman fişi
                    zh | 有日语说明书吗
                    zh | 有日文说明书吗
                    zh | 这是德国制造的吗
                    zh | 日本产
                    ja | 日本語の説明書
                    ja | 日本製ですか
                    ja | フランス語の説明書
                    ko | 한국어 설명서
                    ko | 독일산인가요
                    ar | النسخة الألمانية
                    ar | القابس التركي
                    en | I live in China
                    en | ''
                    """)
    void takesNoAdjectiveLanguageOrOriginForAMarket(String language, String text) {
        assertThat(named(language, text)).isEmpty();
    }

    @Test
    void severalCountriesNameNoMarket() {
        assertThat(named("en", "from Germany to France")).isEmpty();
        assertThat(named("de", "von Deutschland nach Deutschland")).isEqualTo("DE");
    }

    @Test
    void onlyTheShopsMarketsAreNamed() {
        assertThat(new MarketMention().in("in Germany", Language.ENGLISH, List.of(new Market("US"))))
                .isEmpty();
    }

    @Test
    void saysAMarketAsTheLanguageDoes() {
        assertThat(MarketMention.name(new Market("DE"), Language.of("tr"))).isEqualTo("Almanya");
        assertThat(MarketMention.name(new Market("KR"), Language.of("ko"))).isEqualTo("대한민국");
    }
}
