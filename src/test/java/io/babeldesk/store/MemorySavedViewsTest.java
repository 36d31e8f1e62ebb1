package io.babeldesk.store;

import io.babeldesk.desk.SavedViews;

class MemorySavedViewsTest extends SavedViewsContract {

    private final SavedViews store = new MemorySavedViews();

    @Override
    SavedViews store() {
        return store;
    }
}
