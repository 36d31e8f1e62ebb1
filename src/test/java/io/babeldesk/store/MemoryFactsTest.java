package io.babeldesk.store;

import io.babeldesk.insight.FactsTable;

class MemoryFactsTest extends FactsContract {

    private final FactsTable table = new MemoryFacts();
    private int conversations;

    @Override
    FactsTable table() {
        return table;
    }

    @Override
    String conversation() {
        return "cnv_" + conversations++;
    }
}
