package io.babeldesk.answer;

import io.babeldesk.conversation.Block;
import io.babeldesk.conversation.Inline;
import io.babeldesk.knowledge.HoursWording;
import io.babeldesk.knowledge.Shop;
import io.babeldesk.language.Language;
import io.babeldesk.language.Messages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the assistant says besides the shop's passages, with the shop's contact as links. Stateless; safe for use by many
 * threads.
 */
public final class OwnWords {

    /** Stand where the contact goes until the pattern is worded, so that links can be put there. */
    private static final String EMAIL = "\ue000";

    private static final String PHONE = "\ue001";

    private final Messages messages;

    public OwnWords(Messages messages) {
        this.messages = messages;
    }

    Messages messages() {
        return messages;
    }

    /** A message that needs nothing but the shop's name. */
    List<Block> say(Language language, String key, Shop shop) {
        return say(language, key, shop, Map.of());
    }

    List<Block> say(Language language, String key, Shop shop, Map<String, String> more) {
        Map<String, Object> arguments = new HashMap<>(more);
        arguments.put("shop", shop.name());
        arguments.put("email", EMAIL);
        arguments.put("phone", PHONE);
        arguments.put("hours", new HoursWording(messages).say(shop.hours(), language));
        return List.of(new Block.Paragraph(withLinks(messages.say(language, key, arguments), shop.contact())));
    }

    /** How people are reached, for when nothing else can be said. */
    public List<Block> needsPerson(Language language, Shop shop) {
        return say(language, "reply.needs-person", shop);
    }

    /** How people are reached, for whoever would like to speak to one. */
    public List<Block> askedPerson(Language language, Shop shop) {
        return say(language, "reply.asked-person", shop);
    }

    private static List<Inline> withLinks(String text, Shop.Contact contact) {
        List<Inline> inlines = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            String at = text.substring(i, i + 1);
            if (at.equals(EMAIL) || at.equals(PHONE)) {
                if (!run.isEmpty()) {
                    inlines.add(new Inline.Text(run.toString()));
                    run.setLength(0);
                }
                inlines.add(at.equals(EMAIL) ? email(contact) : phone(contact));
            } else {
                run.append(at);
            }
        }
        if (!run.isEmpty()) {
            inlines.add(new Inline.Text(run.toString()));
        }
        return List.copyOf(inlines);
    }

    private static Inline email(Shop.Contact contact) {
        return new Inline.Link("mailto:" + contact.email(), List.of(new Inline.Text(contact.email())));
    }

    private static Inline phone(Shop.Contact contact) {
        String number = contact.phone().replaceAll("[^+0-9]", "");
        return new Inline.Link("tel:" + number, List.of(new Inline.Text(contact.phone())));
    }
}
