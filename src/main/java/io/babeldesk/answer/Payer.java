package io.babeldesk.answer;

/**
 * On whose account tokens are spent. An empty part counts against nobody's budget but the site's.
 *
 * @param visitor the shopper's id
 * @param address the network address that she writes from
 */
public record Payer(String visitor, String address) {

    public static final Payer NOBODY = new Payer("", "");
}
