package io.cleanplate.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cleanplate.app.EngineStatus.Stage;
import io.cleanplate.config.DeviceChoice;
import io.cleanplate.config.Settings;
import io.cleanplate.error.InputException;
import io.cleanplate.error.UnavailableException;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.inpaint.Device;
import io.cleanplate.inpaint.InpaintResult;
import io.cleanplate.inpaint.ModelLoader;
import io.cleanplate.inpaint.device.Gpu;
import io.cleanplate.inpaint.device.Gpus;
import io.cleanplate.inpaint.model.ModelSettings;
import io.cleanplate.inpaint.model.ModelStore;
import io.cleanplate.inpaint.torch.TorchModelLoader;
import io.cleanplate.inpaint.torch.TorchRuntime;
import io.cleanplate.inpaint.torch.TorchSettings;
import io.cleanplate.mask.Mask;
import io.cleanplate.task.Cancellation;
import io.cleanplate.task.TaskMonitor;
import io.cleanplate.telemetry.Telemetry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The desktop's engines, with real models that are small. */
class EnginesTest {
    private static final Path TINY_LAMA = Path.of("src", "test", "resources", "models", "lama-graph-tiny.pt");
    private static final Gpus NO_CARD = new Gpus(List.of(), "there is none");

    @TempDir
    private Path folder;

    private final Telemetry telemetry = new Telemetry();
    private final AtomicInteger started = new AtomicInteger();

    @AfterEach
    void closeTelemetry() {
        telemetry.close();
    }

    @Test
    void bothModelsRemoveSideBySideOnOneRuntime() {
        try (Engines engines = engines(TINY_LAMA)) {
            InpaintResult seen = remove(engines, "see-through");
            InpaintResult invented = remove(engines, "lama");

            assertThat(seen.passes()).isNotEmpty();
            assertThat(invented.passes()).isNotEmpty();
            assertThat(engines.status().models())
                    .extracting(EngineStatus.OfModel::stage)
                    .containsExactly(Stage.READY, Stage.READY);
            assertThat(engines.status().device()).isEqualTo(Device.CPU);
            assertThat(started).hasValue(1);
            assertThat(telemetry.scrape())
                    .contains("cleanplate_inpaint_pictures_seconds_count{model=\"lama\",result=\"done\"} 1");
        }
    }

    @Test
    void marginAndFeatherHoldFromTheNextPictureOn() {
        try (Engines engines = engines(TINY_LAMA)) {
            long usual = remove(engines, "lama").inferencePixels();

            engines.use(new RemovalOptions(0, 0));

            assertThat(remove(engines, "lama").inferencePixels()).isLessThan(usual);
        }
    }

    @Test
    void aModelThatWasWarmedUpIsReadyBeforeItIsUsed() throws Exception {
        try (Engines engines = engines(TINY_LAMA)) {
            BlockingQueue<EngineStatus> told = new LinkedBlockingQueue<>();
            engines.listen(told::add);
            assertThat(stage(engines.status(), "lama")).isEqualTo(Stage.NOT_LOADED);

            engines.warmUp("lama");

            assertThat(stage(next(told), "lama")).isEqualTo(Stage.LOADING);
            assertThat(stage(next(told), "lama")).isEqualTo(Stage.READY);
            assertThat(stage(engines.status(), "see-through")).isEqualTo(Stage.NOT_LOADED);
        }
    }

    @Test
    void automaticOnAProcessorIsTheBundledModel() {
        try (Engines engines = engines(TINY_LAMA)) {
            assertThat(remove(engines, "auto").passes()).isNotEmpty();
            assertThat(engines.choices()).containsExactly("auto", "see-through", "lama");
            assertThat(stage(engines.status(), "see-through")).isEqualTo(Stage.READY);
        }
    }

    @Test
    void aFileThatIsNoModelFailsWithASentenceAndTheNextUseTriesAgain() throws Exception {
        Path file = Files.writeString(folder.resolve("lama.pt"), "no model");
        try (Engines engines = engines(file)) {
            assertThatThrownBy(() -> remove(engines, "lama")).isInstanceOf(InputException.class);
            assertThat(engines.status().models().getLast()).satisfies(lama -> {
                assertThat(lama.stage()).isEqualTo(Stage.FAILED);
                assertThat(lama.why()).contains("lama.pt");
            });

            Files.write(file, Files.readAllBytes(TINY_LAMA));

            assertThat(remove(engines, "lama").passes()).isNotEmpty();
        }
    }

    @Test
    void aModelWhoseFileIsMissingIsNotThere() {
        try (Engines engines = engines(folder.resolve("absent.pt"))) {
            assertThat(stage(engines.status(), "lama")).isEqualTo(Stage.NOT_THERE);
            assertThatThrownBy(() -> remove(engines, "lama"))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("LAMA_MODEL_PATH");
        }
    }

    @Test
    void whoWaitsForAModelCanStopWaiting() {
        CountDownLatch loaded = new CountDownLatch(1);
        ModelLoader slow = (file, device) -> {
            awaitQuietly(loaded);
            throw new UnavailableException("loaded too late");
        };
        try (Engines engines = engines(slow, NO_CARD, DeviceChoice.AUTO)) {
            Cancellation impatient = new Cancellation();
            engines.listen(status -> impatient.cancel());

            assertThatThrownBy(() -> engines.remove(picture(), mask(), "lama", impatient))
                    .isInstanceOf(CancellationException.class);
            loaded.countDown();
        }
    }

    @Test
    void closedTheyRemoveNothingMore() {
        Engines engines = engines(TINY_LAMA);
        remove(engines, "lama");

        engines.close();

        assertThatThrownBy(() -> remove(engines, "lama")).isInstanceOf(CancellationException.class);
    }

    @Test
    void beforeTheFirstModelTheDeviceCanBeChosenFreely() {
        ModelLoader refusing = (file, device) -> {
            throw new UnavailableException("asked for " + device);
        };
        try (Engines engines = engines(refusing, NO_CARD, new DeviceChoice.Cuda(OptionalInt.empty()))) {
            assertThatThrownBy(() -> remove(engines, "lama")).hasMessageContaining("there is none");

            assertThat(engines.changeDevice(new DeviceChoice.Cpu())).isEmpty();

            assertThatThrownBy(() -> remove(engines, "lama")).hasMessage("asked for cpu");
        }
    }

    @Test
    void onceAModelRunsAnotherDeviceTakesANewStart() {
        Gpus card = new Gpus(List.of(new Gpu(0, "Test card", 8L << 30, 8L << 30, "1")), null);
        try (Engines engines = engines(loader(), card, new DeviceChoice.Cpu())) {
            remove(engines, "lama");

            assertThat(engines.changeDevice(new DeviceChoice.Cpu())).isEmpty();
            assertThat(engines.changeDevice(DeviceChoice.AUTO)).isEmpty();
            assertThatThrownBy(() -> engines.changeDevice(new DeviceChoice.Cuda(OptionalInt.empty())))
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining("CUDA library");
            assertThat(remove(engines, "lama").device()).isEqualTo(Device.CPU);
        }
    }

    private Engines engines(Path lama) {
        return engines(loader(), NO_CARD, DeviceChoice.AUTO, lama);
    }

    private Engines engines(ModelLoader loader, Gpus gpus, DeviceChoice device) {
        return engines(loader, gpus, device, TINY_LAMA);
    }

    private Engines engines(ModelLoader loader, Gpus gpus, DeviceChoice device, Path lama) {
        ModelSettings usual = ModelSettings.defaults(folder.resolve("models"));
        ModelStore models =
                new ModelStore(new ModelSettings(lama, usual.lamaUrl(), usual.lamaMd5(), false, usual.cacheFolder()));
        Settings settings = Settings.read(Map.of("CLEANPLATE_DATA_DIR", folder.toString()), "Linux", folder);
        EngineOpener opener = new EngineOpener(settings, models, () -> gpus, torch -> {
            started.incrementAndGet();
            return loader;
        });
        return new Engines(opener, models, device, telemetry);
    }

    /** Natives where the other tests have theirs. */
    private static ModelLoader loader() {
        return new TorchModelLoader(
                new TorchRuntime(TorchSettings.onProcessor(Path.of(System.getProperty("ENGINE_CACHE_DIR")))));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stage stage(EngineStatus status, String model) {
        return status.models().stream()
                .filter(each -> each.model().equals(model))
                .findFirst()
                .orElseThrow()
                .stage();
    }

    private static EngineStatus next(BlockingQueue<EngineStatus> told) throws InterruptedException {
        EngineStatus status = told.poll(60, TimeUnit.SECONDS);
        assertThat(status).as("the next status within a minute").isNotNull();
        return status;
    }

    private static InpaintResult remove(Engines engines, String model) {
        return engines.remove(picture(), mask(), model, TaskMonitor.NONE);
    }

    private static Pixels picture() {
        return new Pixels(400, 300, 3, 8, new byte[400 * 300 * 3], null);
    }

    private static Mask mask() {
        byte[] grey = new byte[400 * 300];
        for (int y = 130; y < 170; y++) {
            Arrays.fill(grey, y * 400 + 180, y * 400 + 220, (byte) 255);
        }
        return Mask.ofGrey(400, 300, grey);
    }
}
