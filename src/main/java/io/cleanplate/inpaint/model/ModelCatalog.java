package io.cleanplate.inpaint.model;

import io.cleanplate.error.InputException;
import java.util.List;
import java.util.stream.Collectors;

/** The models there are. Immutable. */
public final class ModelCatalog {
    /** The bundled model, which also sees what lies under the mask. */
    public static final String SEE_THROUGH = "see-through";

    /** Big-lama, which invents what lies under the mask from its surroundings. */
    public static final String LAMA = "lama";

    /** Stands for whichever of the two suits the machine. */
    public static final String AUTO = "auto";

    private static final String SEE_THROUGH_SHA256 = "96ab93ca0a273e152f3a066e1318eed4f6daf80cc06263b6ae5c4d3c7970305a";

    private final ModelEntry seeThrough = new ModelEntry(
            SEE_THROUGH,
            new ModelCard(
                    "compact LaMa-style network that sees the pixels under the mask",
                    "translucent text and logos under a rough mask",
                    "Apache-2.0"),
            10_089_198,
            new Checksum(Checksum.Kind.SHA256, SEE_THROUGH_SHA256),
            64,
            "bundled");
    private final ModelEntry lama;

    /** With LaMa's address and MD5 from the settings. */
    public ModelCatalog(ModelSettings settings) {
        lama = new ModelEntry(
                LAMA,
                new ModelCard(
                        "big-lama, which sees only the surroundings of the mask",
                        "opaque marks and large holes",
                        "Apache-2.0"),
                196L << 20,
                new Checksum(Checksum.Kind.MD5, settings.lamaMd5()),
                128,
                settings.lamaUrl().toString());
    }

    /** All of them, the bundled one first. */
    public List<ModelEntry> entries() {
        return List.of(seeThrough, lama);
    }

    /**
     * The entry of that name.
     *
     * @throws InputException when there is none
     */
    public ModelEntry entry(String name) {
        return entries().stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InputException("There is no model \"" + name + "\"; there are "
                        + entries().stream().map(ModelEntry::name).collect(Collectors.joining(" and ")) + "."));
    }

    /** What {@link #AUTO} stands for: LaMa where a graphics card runs it and its weights are there, else the bundled. */
    public static String automatic(boolean onCuda, boolean lamaIsThere) {
        return onCuda && lamaIsThere ? LAMA : SEE_THROUGH;
    }
}
