package io.babeldesk.knowledge.index;

import io.babeldesk.language.Language;
import io.babeldesk.language.WordLists;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;

/**
 * Stop words where those that an analyzer brings are too few for questions: English has no "where", Chinese no "I", Greek no
 * "my". A word that is left in counts as something that was asked for and that no article speaks of.
 */
final class StopWords {

    /** The list of the Snowball project, which Lucene carries but does not use for English. */
    static final CharArraySet ENGLISH = snowball("english_stop.txt");

    static final CharArraySet CHINESE = chinese();

    private static final Properties FUNCTION_WORDS = WordLists.read(StopWords.class, "function-words.properties");

    private StopWords() {}

    /** Those that are left in, as they are written; empty if the language's analyzer brings enough. */
    static Optional<String> functionWords(Language language) {
        return Optional.ofNullable(FUNCTION_WORDS.getProperty(language.code()));
    }

    private static CharArraySet snowball(String name) {
        String path = "/org/apache/lucene/analysis/snowball/" + name;
        try (InputStream file = StopFilter.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException(path + " is not on the class path; build anew");
            }
            return CharArraySet.unmodifiableSet(
                    WordlistLoader.getSnowballWordSet(new InputStreamReader(file, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }

    private static CharArraySet chinese() {
        CharArraySet words = CharArraySet.copy(SmartChineseAnalyzer.getDefaultStopSet());
        words.addAll(List.of(
                "的", "了", "吗", "呢", "吧", "啊", "呀", "么", "嘛", "哦", "我", "你", "您", "他", "她", "它", "们", "是", "在", "有", "和",
                "就", "都", "也", "还", "把", "被", "给", "这", "那", "个", "很", "要", "会", "能", "可以", "一下", "一个", "这个", "那个",
                "我们", "你们", "他们", "怎么", "什么", "请问", "请", "想", "让", "着", "过", "到", "从", "对", "跟", "与", "或", "但", "如果",
                "因为", "所以", "已经", "現在", "现在", "嗎", "個", "們", "還", "這"));
        return CharArraySet.unmodifiableSet(words);
    }
}
