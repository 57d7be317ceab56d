package io.cleanplate.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cleanplate.error.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    private final AtomicFile files = new AtomicFile();

    @TempDir
    Path folder;

    @Test
    void writesANewFileAndLeavesNothingBeside() throws IOException {
        files.write(folder.resolve("clean.jpg"), new byte[] {1, 2, 3}, false);

        assertThat(folder.resolve("clean.jpg")).hasBinaryContent(new byte[] {1, 2, 3});
        assertThat(names()).containsExactly("clean.jpg");
    }

    @Test
    void neverReplacesAFileUnlessAllowed() throws IOException {
        Path target = Files.write(folder.resolve("clean.jpg"), new byte[] {9});

        assertThatThrownBy(() -> files.write(target, new byte[] {1}, false))
                .isInstanceOf(InputException.class)
                .hasMessage(target + " is there already and is not replaced: name another file or allow overwriting.");
        assertThat(target).hasBinaryContent(new byte[] {9});
        assertThat(names()).containsExactly("clean.jpg");
    }

    @Test
    void doesNotWriteThroughALinkThatLeadsNowhere() throws IOException {
        Path target = Files.createSymbolicLink(folder.resolve("clean.jpg"), folder.resolve("elsewhere.jpg"));

        assertThatThrownBy(() -> files.write(target, new byte[] {1}, false)).isInstanceOf(InputException.class);
        assertThat(folder.resolve("elsewhere.jpg")).doesNotExist();
    }

    @Test
    void replacesAFileWhenAllowed() throws IOException {
        Path target = Files.write(folder.resolve("clean.jpg"), new byte[] {9});

        files.write(target, new byte[] {1, 2}, true);

        assertThat(target).hasBinaryContent(new byte[] {1, 2});
        assertThat(names()).containsExactly("clean.jpg");
    }

    @RepeatedTest(20)
    void ofSeveralWritersAtOnceExactlyOneMakesTheFile() throws IOException, InterruptedException, ExecutionException {
        Path target = folder.resolve("clean.jpg");
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Boolean>> outcomes = IntStream.range(0, 8)
                    .mapToObj(i -> threads.submit(writer(target, (byte) i, start)))
                    .toList();
            start.countDown();
            int winners = 0;
            for (Future<Boolean> outcome : outcomes) {
                winners += outcome.get() ? 1 : 0;
            }
            assertThat(winners).isOne();
        }
        assertThat(names()).containsExactly("clean.jpg");
    }

    private Callable<Boolean> writer(Path target, byte content, CountDownLatch start) {
        return () -> {
            start.await();
            try {
                files.write(target, new byte[] {content}, false);
                return true;
            } catch (InputException e) {
                return false;
            }
        };
    }

    @Test
    void namesTheFolderThatIsNotThere() {
        assertThatThrownBy(() -> files.write(folder.resolve("out/clean.jpg"), new byte[1], false))
                .isInstanceOf(InputException.class)
                .hasMessage("The folder " + folder.resolve("out") + " for clean.jpg does not exist.");
    }

    @Test
    void refusesAFolderAsTarget() {
        assertThatThrownBy(() -> files.write(folder, new byte[1], true))
                .isInstanceOf(InputException.class)
                .hasMessage(folder + " is a folder, not a file to write.");
    }

    @Test
    void saysWhenANameIsTooLongAndLeavesNothing() throws IOException {
        String name = "n".repeat(300) + ".jpg";

        assertThatThrownBy(() -> files.write(folder.resolve(name), new byte[1], false))
                .isInstanceOf(InputException.class)
                .hasMessage("The file name " + name + " is too long.");
        assertThat(names()).isEmpty();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).toList();
        }
    }
}
