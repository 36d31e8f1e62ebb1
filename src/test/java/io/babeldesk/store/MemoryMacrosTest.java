package io.babeldesk.store;

import io.babeldesk.desk.Macros;

class MemoryMacrosTest extends MacrosContract {

    private final Macros store = new MemoryMacros();

    @Override
    Macros store() {
        return store;
    }
}
