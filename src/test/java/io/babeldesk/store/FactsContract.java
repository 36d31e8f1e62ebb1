package io.babeldesk.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.insight.FactsTable;
import io.babeldesk.insight.FactsTable.Progress;
import io.babeldesk.insight.FactsTable.Row;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** All that a table of facts promises. */
abstract class FactsContract {

    private static final Progress BEGINNING = new Progress(0, 0);

    abstract FactsTable table();

    /** A conversation that there is. */
    abstract String conversation();

    private List<Row> within(long from, long to) {
        List<Row> rows = new ArrayList<>();
        table().begunWithin(from, to, rows::add);
        return rows;
    }

    @Test
    void keepsFactsAndHowFarTheLogWasRead() {
        assertThat(table().progress()).isEqualTo(BEGINNING);
        assertThat(table().of(List.of())).isEmpty();
        Row one = new Row(conversation(), 100, "one");
        Row two = new Row(conversation(), 200, "two");
        Progress reached = new Progress(12, 1);
        assertThat(table().put(List.of(one, two), BEGINNING, reached)).isTrue();
        assertThat(table().progress()).isEqualTo(reached);
        assertThat(table().of(List.of(two.conversation(), "cnv_nowhere"))).containsExactly(two);
        assertThat(within(100, 200)).containsExactly(one);
        assertThat(within(0, 1_000)).containsExactly(one, two);
        Row changed = new Row(one.conversation(), 100, "changed");
        assertThat(table().put(List.of(changed), reached, new Progress(13, 1))).isTrue();
        assertThat(within(0, 1_000)).containsExactly(changed, two);
    }

    @Test
    void keepsNothingWhereSomebodyElseHasGoneOn() {
        Row row = new Row(conversation(), 100, "one");
        assertThat(table().put(List.of(row), BEGINNING, new Progress(5, 1))).isTrue();
        Row late = new Row(row.conversation(), 100, "late");
        assertThat(table().put(List.of(late), BEGINNING, new Progress(3, 1))).isFalse();
        assertThat(within(0, 1_000)).containsExactly(row);
        assertThat(table().progress().position()).isEqualTo(5);
    }

    @Test
    void forgetsEverythingAtOnce() {
        table().put(List.of(new Row(conversation(), 100, "one")), BEGINNING, new Progress(5, 1));
        table().clear();
        assertThat(table().progress()).isEqualTo(BEGINNING);
        assertThat(within(0, 1_000)).isEmpty();
    }
}
