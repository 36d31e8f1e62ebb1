package io.babeldesk.web;

import io.babeldesk.conversation.Block;
import io.babeldesk.conversation.Inline;
import io.babeldesk.conversation.Market;
import io.babeldesk.knowledge.ArticleId;
import io.babeldesk.knowledge.Edition;
import io.babeldesk.knowledge.HoursWording;
import io.babeldesk.knowledge.KnowledgeBase;
import io.babeldesk.knowledge.Passage;
import io.babeldesk.knowledge.PassageRenderer;
import io.babeldesk.knowledge.Translation;
import io.babeldesk.language.Language;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The shop as the edition in force says it. */
public final class EditionFront implements ShopFront {

    private static final int SECTION = 3;

    private final KnowledgeBase base;
    private final PassageRenderer renderer;
    private final HoursWording hours;
    private final Clock clock;

    public EditionFront(KnowledgeBase base, PassageRenderer renderer, HoursWording hours, Clock clock) {
        this.base = base;
        this.renderer = renderer;
        this.hours = hours;
        this.clock = clock;
    }

    @Override
    public Shop shop() {
        io.babeldesk.knowledge.Shop shop = base.edition().shop();
        return new Shop(
                shop.site(),
                shop.name(),
                shop.defaultLanguage(),
                shop.languages(),
                shop.markets(),
                new Contact(
                        Optional.of(shop.contact().email()),
                        Optional.of(shop.contact().phone()),
                        Optional.of(URI.create(shop.contact().page()))),
                Optional.of(URI.create(shop.privacyPage())));
    }

    @Override
    public Hours hours(Language language) {
        io.babeldesk.knowledge.Shop.Hours open = base.edition().shop().hours();
        return new Hours(
                open.zone().getId(),
                hours.say(open, language),
                open.open(clock.instant().atZone(open.zone())));
    }

    @Override
    public List<String> starters(Language language) {
        Edition edition = base.edition();
        return edition.shop().starters().stream()
                .flatMap(id -> edition.translationOrDefault(id, language).stream())
                .map(Translation::title)
                .toList();
    }

    @Override
    public Optional<Article> article(String topic, String slug, Language language, Optional<Market> market) {
        Edition edition = base.edition();
        return ArticleId.parse(topic + "/" + slug)
                .flatMap(id -> edition.translationOrDefault(id, language))
                .filter(translation -> translation.holds(LocalDate.now(clock), market))
                .map(translation -> article(edition, translation, market));
    }

    private Article article(Edition edition, Translation translation, Optional<Market> market) {
        List<Block> blocks = new ArrayList<>();
        for (Passage passage : translation.passages()) {
            List<Block> rendered = renderer.render(passage, edition, market).blocks();
            if (passage.number() > 0 && !rendered.isEmpty()) {
                blocks.add(new Block.Heading(SECTION, List.of(new Inline.Text(passage.heading()))));
            }
            blocks.addAll(rendered);
        }
        return new Article(translation.article().toString(), translation.language(), translation.title(), blocks);
    }

    @Override
    public Optional<String> edition() {
        return Optional.of(base.edition().revision());
    }
}
