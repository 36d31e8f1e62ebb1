package io.babeldesk.knowledge.index;

import io.babeldesk.knowledge.Concept;
import java.util.List;

/**
 * What is compared within a language and across languages. Within one its own words say more than what they mean in
 * general; across languages that is all there is. Immutable.
 *
 * @param shop the shop's concepts
 * @param withThesaurus these and what ordinary words mean
 */
record Glossaries(Glossary shop, Glossary withThesaurus) {

    static Glossaries of(List<Concept> concepts, LanguageAnalyzers analyzers) {
        Glossary shop = new Glossary(concepts, analyzers);
        return new Glossaries(shop, shop.withThesaurus());
    }
}
