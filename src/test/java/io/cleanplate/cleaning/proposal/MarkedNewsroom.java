package io.cleanplate.cleaning.proposal;

import static io.cleanplate.cleaning.proposal.KnownMark.MARK;

import io.cleanplate.cleaning.PictureLoader;
import io.cleanplate.cleaning.edit.Remover;
import io.cleanplate.error.UnavailableException;
import io.cleanplate.imaging.Encoding;
import io.cleanplate.imaging.Format;
import io.cleanplate.imaging.Limits;
import io.cleanplate.imaging.Metadata;
import io.cleanplate.imaging.OutputOptions;
import io.cleanplate.imaging.Picture;
import io.cleanplate.imaging.PictureReader;
import io.cleanplate.imaging.PictureWriter;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;
import io.cleanplate.inpaint.Device;
import io.cleanplate.inpaint.InpaintResult;
import io.cleanplate.mask.Mask;
import io.cleanplate.newsroom.Mark;
import io.cleanplate.newsroom.NewsId;
import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.newsroom.PictureRef;
import io.cleanplate.newsroom.PictureState;
import io.cleanplate.newsroom.Story;
import io.cleanplate.task.TaskMonitor;
import io.cleanplate.watermark.DrawnSource;
import io.cleanplate.watermark.KeptProfile;
import io.cleanplate.watermark.Profile;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** A newsroom with pictures of a source whose mark is known, all in memory. Confined to one thread unless said otherwise. */
final class MarkedNewsroom {
    static final int WIDTH = 300;
    static final int HEIGHT = 200;
    static final String CUSTOMER = "c1";
    static final String SOURCE = "Northlight";
    static final Instant BEGIN = Instant.parse("2026-11-22T14:00:00Z");

    final WatchedProfiles profiles = new WatchedProfiles();
    /** Addresses in the order in which their bytes were fetched; thread-safe. */
    final List<String> fetched = Collections.synchronizedList(new ArrayList<>());
    /** The masks of all that was inpainted; thread-safe. */
    final List<Mask> inpainted = Collections.synchronizedList(new ArrayList<>());
    /** What was begun in the background where {@link #waiting}. */
    final Queue<Runnable> background = new ArrayDeque<>();

    private final Map<String, byte[]> files = new HashMap<>();
    private int next;
    Instant now = BEGIN;
    boolean waiting;
    boolean modelFails;
    /** Done whenever bytes are fetched, on the thread that does so. */
    Runnable beforeServing = () -> {};

    /** Proposals on this newsroom. */
    ProfileProposals proposals() {
        return new ProfileProposals(profiles, this::inpaint, loader(), this::run, () -> now);
    }

    PictureLoader loader() {
        return new PictureLoader(this::serve, new PictureReader(Limits.DEFAULT), this::run, 100_000_000);
    }

    Remover remover() {
        return this::inpaint;
    }

    void run(Runnable work) {
        if (waiting) {
            background.add(work);
        } else {
            work.run();
        }
    }

    /** Runs what waits in the background, and what that begins. */
    void runBackground() {
        while (!background.isEmpty()) {
            background.remove().run();
        }
    }

    /** The next photograph in which the mark, once it is drawn there, is found and surely undone. */
    Pixels clean() {
        return KnownMark.SURE.get(next++ % KnownMark.SURE.size());
    }

    static Pixels marked(Pixels clean) {
        return DrawnSource.marked(List.of(clean), MARK, KnownMark.QUALITY).getFirst();
    }

    /** A picture in which a pixel under the mark was clipped, so that it can only be inpainted. */
    static Pixels clipped(Pixels marked) {
        Mask inside = MARK.mask(marked).shrink(1);
        int y = inside.bounds().top();
        int x = inside.boundsWithin(new Rect(0, y, WIDTH, y + 1)).left();
        return marked.withPatch(new Rect(x, y, x + 1, y + 1), new byte[3]);
    }

    /** A pending picture of {@link #SOURCE} whose address serves these pixels. */
    NewsImage pending(String name, Pixels pixels) {
        Picture picture = new Picture(pixels, Metadata.NONE, new Encoding(Format.PNG, null, true), List.of());
        files.put(name, new PictureWriter().encode(picture, OutputOptions.SAME).bytes());
        return image(name, SOURCE, PictureState.PENDING);
    }

    static NewsImage image(String name, @Nullable String source, PictureState state) {
        return new NewsImage(
                new PictureRef(CUSTOMER, NewsId.ofString(name), name),
                new Story("Title of " + name, "Summary", 1, source, null),
                state,
                new Mark(null, null, null, null, null, null));
    }

    KeptProfile keep(Profile profile) {
        return profiles.keep(profile.owner().source(), profile, "Ann");
    }

    private byte[] serve(String address, TaskMonitor monitor) {
        fetched.add(address);
        beforeServing.run();
        byte[] file = files.get(address);
        if (file == null) {
            throw new UnavailableException("The network is away.");
        }
        return file;
    }

    private InpaintResult inpaint(Pixels pixels, Mask mask, String model, TaskMonitor monitor) {
        if (modelFails) {
            throw new UnavailableException("The model does not run.");
        }
        inpainted.add(mask);
        byte[] grey = new byte[pixels.color().length];
        Arrays.fill(grey, (byte) 77);
        return new InpaintResult(pixels.withColor(grey), List.of(), 0, Device.CPU, List.of());
    }

    /** Root of the mean squared difference within a mask, in grey levels. */
    static double difference(Pixels one, Pixels other, Mask within) {
        double sum = 0;
        for (int y = 0; y < one.height(); y++) {
            for (int x = 0; x < one.width(); x++) {
                for (int c = 0; c < 3 && within.get(x, y); c++) {
                    sum += Math.pow(one.sample(x, y, c) - other.sample(x, y, c), 2);
                }
            }
        }
        return Math.sqrt(sum / (3 * within.area()));
    }
}
