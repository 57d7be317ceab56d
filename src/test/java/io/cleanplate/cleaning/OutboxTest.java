package io.cleanplate.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import io.cleanplate.cleaning.OutboxEntry.Obstacle;
import io.cleanplate.newsroom.CleanedPicture;
import io.cleanplate.newsroom.MarkOutcome;
import io.cleanplate.newsroom.NewsId;
import io.cleanplate.newsroom.PictureMarks;
import io.cleanplate.newsroom.PictureRef;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00.123456Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    /** What reached the newsroom, in order: the picture's id and the name of the call. */
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());

    private final List<Path> damaged = new ArrayList<>();
    private Line line;
    private Outbox outbox;

    @BeforeEach
    void start() {
        line = new Line(listening());
        outbox = open("here");
    }

    @Test
    void whatWaitsIsSentInItsOrder() {
        line.state = Line.State.DOWN;
        for (String id : List.of("b", "a", "c", "a")) {
            outbox.deliver(ref(id), new Change.Skip("eva"), null);
        }

        start();
        outbox.sendAll();

        assertThat(heard).containsExactly("b skip", "a skip", "c skip", "a skip");
    }

    @Test
    void sendingStopsAtTheFirstEntryWhenTheDatabaseIsAway() {
        line.state = Line.State.DOWN;
        outbox.deliver(ref("a"), new Change.Skip("eva"), null);
        outbox.deliver(ref("b"), new Change.Skip("eva"), null);
        int before = line.asked;

        outbox.sendAll();

        assertThat(line.asked).isEqualTo(before + 1);
        assertThat(outbox.waiting()).hasSize(2);
    }

    @Test
    void aChangeNeverOvertakesAnEarlierOneOfItsPicture() {
        line.state = Line.State.DOWN;
        outbox.deliver(ref("a"), new Change.Skip("eva"), null);
        outbox.deliver(ref("b"), new Change.Skip("eva"), null);
        line.state = Line.State.UP;

        outbox.deliver(ref("a"), new Change.Reopen(null), null);

        assertThat(heard).containsExactly("a skip", "a reopen");
        assertThat(outbox.waiting())
                .singleElement()
                .extracting(OutboxEntry::picture)
                .isEqualTo(ref("b"));
    }

    @Test
    void everythingOfAnEntryOutlivesTheProgram() {
        CleanedPicture cleaned = new CleanedPicture("https://cdn/ü?x.jpg", "Eva \"E\"", "ab12", null);
        SavedFile file = new SavedFile(folder.resolve("ö.jpg"), "ab12", cleaned.path(), true, List.of());
        OutboxEntry plain =
                new OutboxEntry(7, "here", ref("str:x\n"), new Change.Clean(cleaned), CLOCK.instant(), file, null);
        OutboxEntry overwrite = plain.with(
                        new Change.Overwrite("/old", new CleanedPicture("/new", "eva", "cd", "lama")), null)
                .with(Obstacle.IMAGE_CHANGED);

        assertThat(EntryJson.read(7, EntryJson.write(plain))).isEqualTo(plain);
        assertThat(EntryJson.read(7, EntryJson.write(overwrite))).isEqualTo(overwrite);
    }

    @Test
    void entriesForAnotherDatabaseAreLeftAlone() {
        line.state = Line.State.DOWN;
        outbox.deliver(ref("a"), new Change.Skip("eva"), null);

        line.state = Line.State.UP;
        Outbox elsewhere = open("elsewhere");
        elsewhere.sendAll();
        assertThat(heard).isEmpty();
        assertThat(elsewhere.waiting()).isEmpty();
        outbox.sendAll();

        assertThat(heard).containsExactly("a skip");
    }

    @Test
    void aDamagedEntryIsMovedAsideAndToldAndTheOthersAreSent() throws IOException {
        line.state = Line.State.DOWN;
        outbox.deliver(ref("a"), new Change.Skip("eva"), null);
        outbox.deliver(ref("b"), new Change.Skip("eva"), null);
        Path first = entries().getFirst();
        Files.writeString(first, "{\"version\":1,");

        start();
        outbox.sendAll();

        assertThat(heard).containsExactly("b skip");
        assertThat(damaged).singleElement().satisfies(aside -> assertThat(aside).hasContent("{\"version\":1,"));
        assertThat(entries()).isEmpty();
    }

    @Test
    void aBugWithOneEntryHoldsUpOnlyItsPicture() {
        line.state = Line.State.DOWN;
        outbox.deliver(ref("poison"), new Change.Skip("eva"), null);
        outbox.deliver(ref("a"), new Change.Skip("eva"), null);
        outbox.deliver(ref("poison"), new Change.Reopen(null), null);

        start();
        outbox.sendAll();

        assertThat(heard).containsExactly("a skip");
        assertThat(outbox.waiting()).hasSize(2);
    }

    @Test
    void ofManyThreadsThatSendEachEntryIsSentByOne() throws Exception {
        line.state = Line.State.DOWN;
        for (int i = 0; i < 20; i++) {
            outbox.deliver(ref("p" + i), new Change.Skip("eva"), null);
        }
        line.state = Line.State.UP;
        Callable<Boolean> sending = () -> {
            outbox.sendAll();
            return true;
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<Boolean> sent : threads.invokeAll(Collections.nCopies(4, sending))) {
                assertThat(sent.get()).isTrue();
            }
        }

        assertThat(heard).hasSize(20).doesNotHaveDuplicates();
        assertThat(outbox.holdsAny()).isFalse();
    }

    @Test
    void whileAnotherProgramSendsThisOneWaitsAndTakesOverWhenItIsKilled() throws IOException, InterruptedException {
        line.state = Line.State.DOWN;
        outbox.deliver(ref("a"), new Change.Skip("eva"), null);
        line.state = Line.State.UP;
        Process other = LockingProcess.start(folder);
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            CountDownLatch begun = new CountDownLatch(1);
            threads.execute(() -> {
                begun.countDown();
                outbox.sendAll();
            });
            begun.await();
            assertThat(heard).isEmpty();
            other.destroyForcibly();
        } finally {
            other.destroyForcibly().waitFor();
        }

        assertThat(heard).containsExactly("a skip");
    }

    private Outbox open(String database) {
        return new Outbox(
                folder,
                database,
                line,
                new OutboxListener() {
                    @Override
                    public void damaged(Path movedTo) {
                        damaged.add(movedTo);
                    }
                },
                CLOCK);
    }

    private PictureMarks listening() {
        return (PictureMarks) Proxy.newProxyInstance(
                PictureMarks.class.getClassLoader(), new Class<?>[] {PictureMarks.class}, (self, method, arguments) -> {
                    PictureRef picture = (PictureRef) arguments[0];
                    if (picture.id().value().equals("poison")) {
                        throw new IllegalStateException("planted");
                    }
                    heard.add(picture.id() + " " + method.getName());
                    return new MarkOutcome.Done();
                });
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static PictureRef ref(String id) {
        return new PictureRef("c1", NewsId.ofString(id), "https://example.org/a.jpg");
    }
}
