package io.babeldesk.store;

import io.babeldesk.desk.Accounts;

class MemoryAccountsTest extends AccountsContract {

    private final Accounts store = MemoryAccounts.empty();

    @Override
    Accounts store() {
        return store;
    }
}
