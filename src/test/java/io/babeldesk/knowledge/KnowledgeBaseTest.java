package io.babeldesk.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.babeldesk.knowledge.PassageSearch.Result;
import io.babeldesk.knowledge.intake.FolderOnDisk;
import io.babeldesk.language.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class KnowledgeBaseTest {

    /** Knows which edition it belongs to, and whether it is open. */
    private static final class Search implements PassageSearch {
        private final String revision;
        private volatile boolean closed;

        Search(String revision) {
            this.revision = revision;
        }

        @Override
        public Result search(Query query, Language asked, Language written, Predicate<Translation> admits, int limit) {
            if (closed) {
                throw new IllegalStateException("searched after it was closed");
            }
            return new Result(
                    List.of(), 0, 0, Set.of(revision), 0, 0, 0, OptionalDouble.empty(), OptionalDouble.empty(), 0);
        }

        @Override
        public void close() {
            if (closed) {
                throw new IllegalStateException("closed twice");
            }
            closed = true;
        }
    }

    private final List<Search> searches = new ArrayList<>();
    private final KnowledgeBase base = new KnowledgeBase(
            edition -> {
                Search search = new Search(edition.revision());
                searches.add(search);
                return search;
            },
            Runnable::run);

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path root;

    private Edition edition(String name) {
        return FolderOnDisk.in(root).saying(name).edition();
    }

    private static Result search(PassageSearch search) {
        return search.search("x", Language.ENGLISH, Language.ENGLISH, article -> true, 1);
    }

    @Test
    void hasNothingToReadBeforeTheFirstEdition() {
        assertThatThrownBy(base::edition)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("published");
    }

    @Test
    void readsTheEditionWithItsOwnSearch() {
        Edition first = edition("first");
        base.publish(first);
        base.read((edition, search) -> {
            assertThat(edition).isEqualTo(first);
            return assertThat(search(search).concepts()).containsExactly(first.revision());
        });
    }

    @Test
    void whoIsReadingKeepsWhatSheBeganWith() {
        Edition first = edition("first");
        Edition second = edition("second");
        base.publish(first);
        base.read((edition, search) -> {
            base.publish(second);
            assertThat(searches.getFirst().closed).isFalse();
            assertThat(base.edition()).isEqualTo(second);
            assertThat(edition).isEqualTo(first);
            return assertThat(search(search).concepts()).containsExactly(first.revision());
        });
        assertThat(searches.getFirst().closed).isTrue();
        assertThat(searches.getLast().closed).isFalse();
    }

    @Test
    void closesAnOldSearchAfterTheLastReaderAlthoughOneFails() {
        base.publish(edition("first"));
        assertThatThrownBy(() -> base.read((edition, search) -> {
                    base.publish(edition("second"));
                    throw new IllegalArgumentException("the reader fails");
                }))
                .hasMessage("the reader fails");
        assertThat(searches.getFirst().closed).isTrue();
    }

    @Test
    void keepsTheOldEditionWhereTheNewOneCannotBeIndexed() {
        KnowledgeBase fragile = new KnowledgeBase(
                edition -> {
                    if (!searches.isEmpty()) {
                        throw new IllegalStateException("disk full");
                    }
                    searches.add(new Search(edition.revision()));
                    return searches.getFirst();
                },
                Runnable::run);
        Edition first = edition("first");
        fragile.publish(first);
        assertThatThrownBy(() -> fragile.publish(edition("second"))).hasMessage("disk full");
        assertThat(fragile.edition()).isEqualTo(first);
        assertThat(searches.getFirst().closed).isFalse();
    }

    @Test
    void tellsHowFarTheEditionInForceHasGot() {
        List<Runnable> waiting = new ArrayList<>();
        Iterator<PassageIndexing.Depth> depths = List.of(
                        PassageIndexing.Depth.GROWN, PassageIndexing.Depth.REACHED, PassageIndexing.Depth.HELD_UP)
                .iterator();
        PassageIndexing indexing = new PassageIndexing() {
            @Override
            public PassageSearch index(Edition edition) {
                return new Search(edition.revision());
            }

            @Override
            public Depth deepen(Edition edition) {
                return depths.next();
            }
        };
        try (KnowledgeBase deep = new KnowledgeBase(indexing, waiting::add)) {
            deep.publish(edition("first"));
            assertThat(deep.depth()).isEqualTo(PassageIndexing.Depth.GROWN);
            waiting.removeFirst().run();
            assertThat(deep.depth()).isEqualTo(PassageIndexing.Depth.REACHED);
            deep.publish(edition("second"));
            assertThat(deep.depth()).isEqualTo(PassageIndexing.Depth.GROWN);
            waiting.removeFirst().run();
            assertThat(deep.depth()).isEqualTo(PassageIndexing.Depth.HELD_UP);
        }
    }

    @Test
    void closesItsSearchWhenItIsClosed() {
        base.publish(edition("first"));
        base.close();
        base.close();
        assertThat(searches.getFirst().closed).isTrue();
        assertThatThrownBy(() -> base.read((edition, search) -> edition)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @Timeout(60)
    void manyReadersNeverSeeHalfOfAnEdition() throws InterruptedException, ExecutionException {
        List<Edition> editions = List.of(edition("one"), edition("two"), edition("three"));
        base.publish(editions.getFirst());
        AtomicBoolean done = new AtomicBoolean();
        Set<String> seen = ConcurrentHashMap.newKeySet();
        CountDownLatch reading = new CountDownLatch(8);
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<?>> readers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                readers.add(threads.submit(() -> {
                    reading.countDown();
                    while (!done.get()) {
                        seen.add(base.read((edition, search) -> {
                            assertThat(search(search).concepts()).containsExactly(edition.revision());
                            Thread.onSpinWait();
                            assertThat(search(search).concepts()).containsExactly(edition.revision());
                            return edition.revision();
                        }));
                    }
                }));
            }
            reading.await();
            // On a busy machine the readers may come late to their turn.
            for (int i = 1; i < 3_000 || seen.size() < editions.size(); i++) {
                base.publish(editions.get(i % editions.size()));
            }
            done.set(true);
            for (Future<?> reader : readers) {
                reader.get();
            }
        }
        assertThat(searches).hasSizeGreaterThanOrEqualTo(3_000);
        assertThat(searches.subList(0, searches.size() - 1)).allMatch(search -> search.closed);
        assertThat(searches.getLast().closed).isFalse();
    }
}
