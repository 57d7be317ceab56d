package io.cleanplate.inpaint.model;

import io.cleanplate.error.InputException;
import io.cleanplate.error.UnavailableException;
import io.cleanplate.inpaint.model.ModelState.Check;
import io.cleanplate.inpaint.model.ModelState.Place;
import io.cleanplate.task.TaskMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds models' files and checks them. {@code LAMA_MODEL_PATH} wins over the cache; a cached file is checked whenever it
 * is asked for, a file that the person named only against an MD5 that the person gave. Only {@link #fetch} touches the
 * network. Thread-safe; several programs may share one cache folder.
 */
public final class ModelStore {
    private static final String BUNDLED_RESOURCE = "/assets/models/see-through.pt";
    private static final String CACHED_LAMA = "big-lama.pt";

    private final ModelSettings settings;
    private final ModelCatalog catalog;
    private final BundledModel seeThrough;

    /** For these settings. */
    public ModelStore(ModelSettings settings) {
        this.settings = settings;
        this.catalog = new ModelCatalog(settings);
        this.seeThrough =
                new BundledModel(catalog.entry(ModelCatalog.SEE_THROUGH), BUNDLED_RESOURCE, settings.cacheFolder());
    }

    /** The models that this store looks after. */
    public ModelCatalog catalog() {
        return catalog;
    }

    /**
     * What a person's choice comes to: {@code auto} is the model that suits the machine, anything else itself.
     *
     * @param onCuda whether models run on a graphics card
     * @throws InputException when there is no such model
     */
    public ModelEntry choose(String choice, boolean onCuda) {
        return catalog.entry(
                choice.equals(ModelCatalog.AUTO)
                        ? ModelCatalog.automatic(
                                onCuda, state(ModelCatalog.LAMA).isThere())
                        : choice);
    }

    /**
     * A model's file, checked just now; the bundled one is unpacked where needed.
     *
     * @throws InputException when there is no such model, or its file is missing or wrong; says how to get a right one
     * @throws UnavailableException when the file cannot be read or unpacked
     */
    public ModelFile find(String name) {
        if (name.equals(ModelCatalog.SEE_THROUGH)) {
            return new ModelFile(name, seeThrough.unpacked());
        }
        ModelState state = verify(name);
        Path path = state.path();
        if (path == null) {
            throw new InputException(missing(name));
        }
        if (state.check() == Check.WRONG) {
            throw new InputException("The model file " + path + " is damaged or another file: it does not have the "
                    + state.entry().checksum() + "; "
                    + (state.place() == Place.FILE
                            ? "correct LAMA_MODEL_PATH or LAMA_MODEL_MD5."
                            : "get it anew with \"cleanplate model fetch " + name + "\"."));
        }
        return new ModelFile(name, path);
    }

    /**
     * Where a model's file is, without reading it.
     *
     * @throws InputException when there is no such model
     */
    public ModelState state(String name) {
        ModelEntry entry = catalog.entry(name);
        if (name.equals(ModelCatalog.SEE_THROUGH)) {
            return new ModelState(entry, Place.BUNDLED, seeThrough.file(), entry.approximateBytes(), Check.NOT_DONE);
        }
        Path named = settings.lamaPath();
        Path file = named != null ? named : cachedLama();
        if (!Files.isRegularFile(file)) {
            return new ModelState(entry, Place.MISSING, null, 0, Check.NOT_DONE);
        }
        return new ModelState(
                entry,
                named != null ? Place.FILE : Place.CACHED,
                file,
                size(file),
                named != null && !settings.lamaMd5Given() ? Check.NO_CHECKSUM : Check.NOT_DONE);
    }

    /**
     * Where a model's file is and whether it is right; reads it once.
     *
     * @throws InputException when there is no such model
     * @throws UnavailableException when the file cannot be read
     */
    public ModelState verify(String name) {
        if (name.equals(ModelCatalog.SEE_THROUGH)) {
            seeThrough.unpacked();
            return state(name).checked(Check.RIGHT);
        }
        ModelState state = state(name);
        Path path = state.path();
        if (path == null || state.check() == Check.NO_CHECKSUM) {
            return state;
        }
        Checksum wanted = state.entry().checksum();
        try {
            return state.checked(wanted.ofFile(path).equals(wanted) ? Check.RIGHT : Check.WRONG);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /**
     * Downloads a model into the cache, to be called only after the person agreed. Returns at once when the right file
     * is there already; replaces a wrong one. Nothing half-written stays behind, however it ends.
     *
     * @param monitor told the bytes received and, once known, how many there are
     * @throws InputException when there is no such model, or its address is none that can be used
     * @throws UnavailableException when the network, the server or the disk fails, or the file has another checksum
     * @throws java.util.concurrent.CancellationException when the monitor says so
     */
    public ModelFile fetch(String name, TaskMonitor monitor) {
        ModelEntry entry = catalog.entry(name);
        if (name.equals(ModelCatalog.SEE_THROUGH)) {
            return find(name);
        }
        Path target = cachedLama();
        if (!isRight(target, entry.checksum())) {
            new ModelDownload(settings.lamaUrl(), entry, target).run(monitor);
        }
        return new ModelFile(name, target);
    }

    private String missing(String name) {
        Path named = settings.lamaPath();
        return named != null
                ? "The model " + name + " is not there: LAMA_MODEL_PATH names " + named + ", which is no file."
                : "The model " + name + " is not there yet; get it with \"cleanplate model fetch " + name
                        + "\", or name its file with LAMA_MODEL_PATH.";
    }

    private Path cachedLama() {
        return settings.cacheFolder().resolve(CACHED_LAMA);
    }

    private static boolean isRight(Path file, Checksum wanted) {
        try {
            return Files.isRegularFile(file) && wanted.ofFile(file).equals(wanted);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static UnavailableException unreadable(Path file, IOException cause) {
        return new UnavailableException(
                "The model file " + file + " cannot be read; check the disk and the file's permissions.", cause);
    }
}
