package io.cleanplate.inpaint.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cleanplate.error.InputException;
import io.cleanplate.inpaint.Batch;
import io.cleanplate.inpaint.Device;
import io.cleanplate.inpaint.DeviceMemoryException;
import io.cleanplate.inpaint.InpaintModel;
import io.cleanplate.inpaint.model.ModelFile;
import io.cleanplate.inpaint.model.ModelSettings;
import io.cleanplate.inpaint.model.ModelStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Loads real files into PyTorch on the processor. */
class TorchModelLoaderTest {
    private static final Path NATIVES = Path.of(System.getProperty("ENGINE_CACHE_DIR"));
    private static final Path LAMA = Path.of("src/test/resources/models/lama-graph-tiny.pt");

    private final TorchModelLoader loader = new TorchModelLoader(new TorchRuntime(new TorchSettings(NATIVES, null, 1)));

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"see-through", "lama"})
    void aModelReplacesWhatTheMaskCoversAndKeepsTheRest(String name) {
        Batch batch = noise(1, 48, 32);
        try (InpaintModel model = loader.load(store().find(name), Device.CPU)) {
            float[] out = model.run(batch);
            model.freeMemory();

            float[] in = batch.images();
            boolean changed = false;
            for (int i = 0; i < out.length; i++) {
                boolean keep = batch.masks()[i % (48 * 32)] == 0;
                assertThat(out[i]).isBetween(0f, 1f);
                if (keep) {
                    assertThat(out[i]).isEqualTo(in[i]);
                }
                changed |= out[i] != in[i];
            }
            assertThat(changed).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"see-through", "lama"})
    void aBatchGivesWhatItsCropsGiveOneByOne(String name) {
        Batch both = noise(2, 32, 64);
        int plane = 32 * 64;
        try (InpaintModel model = loader.load(store().find(name), Device.CPU)) {
            float[] out = model.run(both);
            float[] second = model.run(new Batch(
                    1,
                    32,
                    64,
                    Arrays.copyOfRange(both.images(), 3 * plane, 6 * plane),
                    Arrays.copyOfRange(both.masks(), plane, 2 * plane)));

            assertThat(model.maxBatch()).isEqualTo(8);
            assertThat(Arrays.copyOfRange(out, 3 * plane, 6 * plane)).containsExactly(second, within());
        }
    }

    @Test
    void aFileThatTakesOneCropOnlyIsFoundOut() throws IOException {
        Path file = ScriptFile.write(
                folder.resolve("one.pt"), "image: Tensor, mask: Tensor", "return torch.reshape(image, [1, 3, 32, 32])");

        try (InpaintModel model = loader.load(new ModelFile("one", file), Device.CPU)) {
            assertThat(model.maxBatch()).isEqualTo(1);
            assertThat(model.device()).isEqualTo(Device.CPU);
        }
    }

    @Test
    void cropsThatInfluenceEachOtherAreRunOneByOne() throws IOException {
        Path file = ScriptFile.write(
                folder.resolve("mixing.pt"),
                "image: Tensor, mask: Tensor",
                "return torch.add(image, torch.mul(mask, torch.sub(torch.mean(image), image)))");

        try (InpaintModel model = loader.load(new ModelFile("mixing", file), Device.CPU)) {
            assertThat(model.maxBatch()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "image: Tensor               | return image                    | a trial pass failed",
                "image: Tensor, mask: Tensor | return mask                     | it answers float32 of (1, 1, 32, 32)",
                "image: Tensor, mask: Tensor | return torch.mul(image, 255)    | it does not answer values in [0,1]",
                "image: Tensor, mask: Tensor | return torch.sub(image, image)  | it does not answer values in [0,1]",
                "image: Tensor, mask: Tensor | return torch.div(image, 0)      | it does not answer values in [0,1]",
            })
    void anotherSignatureIsRefusedInOneSentence(String parameters, String body, String reason) throws IOException {
        Path file = ScriptFile.write(folder.resolve("other.pt"), parameters, body);

        assertThatThrownBy(() -> loader.load(new ModelFile("other", file), Device.CPU))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("The file " + file + " cannot be used as a model, since " + reason)
                .hasMessageEndingWith("a TorchScript file is expected with forward(image: N x 3 x H x W in [0,1],"
                        + " mask: N x 1 x H x W) -> N x 3 x H x W in [0,1].");
    }

    @Test
    void aRealShortageOfMemoryArrivesAsSuch() throws IOException {
        Path file = ScriptFile.write(
                folder.resolve("greedy.pt"),
                "image: Tensor, mask: Tensor",
                "return torch.zeros([1, 3, 10000000, 10000000])");

        assertThatThrownBy(() -> loader.load(new ModelFile("greedy", file), Device.CPU))
                .isInstanceOf(DeviceMemoryException.class)
                .hasMessageContaining("DefaultCPUAllocator");
    }

    @Test
    void aFileThatIsNoTorchScriptIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("page.pt"), "<html>Not found</html>");

        assertThatThrownBy(() -> loader.load(new ModelFile("page", file), Device.CPU))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("The file " + file + " cannot be used as a model, since it cannot be read as"
                        + " one; a TorchScript file is expected");
    }

    @Test
    void aFileThatWasCutShortIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(LAMA);
        Path file = Files.write(folder.resolve("short.pt"), Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(() -> loader.load(new ModelFile("short", file), Device.CPU))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void aFileThatIsMissingIsNamed() {
        Path file = folder.resolve("nowhere.pt");

        assertThatThrownBy(() -> loader.load(new ModelFile("nowhere", file), Device.CPU))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("The model file " + file + " is not there or cannot be read;");
    }

    @Test
    void aFolderMayHaveAnyName() throws IOException {
        Path named = Files.createDirectories(folder.resolve("Jürgens Bilder 写真"));
        Path file = Files.copy(LAMA, named.resolve("lama.pt"));

        try (InpaintModel model = loader.load(new ModelFile("lama", file), Device.CPU)) {
            assertThat(model.run(noise(1, 16, 16))).hasSize(3 * 16 * 16);
        }
    }

    private ModelStore store() {
        return new ModelStore(
                new ModelSettings(LAMA, ModelSettings.DEFAULT_LAMA_URL, ModelSettings.DEFAULT_LAMA_MD5, false, folder));
    }

    private static Offset<Float> within() {
        return Offset.offset(1e-3f);
    }

    private static Batch noise(int count, int width, int height) {
        Random random = new Random(3);
        float[] images = new float[count * 3 * width * height];
        for (int i = 0; i < images.length; i++) {
            images[i] = random.nextInt(256) / 255f;
        }
        float[] masks = new float[count * width * height];
        for (int i = 0; i < masks.length; i++) {
            masks[i] = i % width > 4 && i % width < 12 ? 1 : 0;
        }
        return new Batch(count, width, height, images, masks);
    }
}
