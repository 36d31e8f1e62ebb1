package io.babeldesk.answer;

import io.babeldesk.conversation.Block;
import io.babeldesk.conversation.Market;
import io.babeldesk.conversation.PlainText;
import io.babeldesk.conversation.Source;
import io.babeldesk.language.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an answer may be made of.
 *
 * @param allowed values that need no passage: the shop's contact, the placeholders of this turn
 * @param market the market whose facts the passages state
 */
public record Evidence(List<Cited> passages, List<String> allowed, Optional<Market> market) {

    /**
     * A passage under the number by which sentences cite it.
     *
     * @param number from 1
     * @param rules the rule id of each fact that it states, by key
     */
    public record Cited(int number, Source source, List<Block> blocks, Map<String, String> rules) {

        public Language language() {
            return source.language();
        }

        /** Where it links to. */
        public Set<String> links() {
            return Links.targets(blocks);
        }

        /** Under which words it links to other articles of the shop. */
        public Set<String> titles() {
            return Links.titles(blocks);
        }

        public String text() {
            return PlainText.of(blocks);
        }
    }

    public Optional<Cited> passage(int number) {
        return passages.stream().filter(cited -> cited.number() == number).findFirst();
    }
}
