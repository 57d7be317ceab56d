package io.cleanplate.fetch;

import io.cleanplate.error.InputException;
import io.cleanplate.error.UnavailableException;
import io.cleanplate.imaging.Format;
import io.cleanplate.task.TaskMonitor;
import java.net.InetAddress;
import java.time.InstantSource;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.io.CloseMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches pictures by http and https, and by {@code file:} where the settings allow it. What comes is a picture of a
 * format that this program reads, whatever the other side called it. When the other side fails, a copy in the cache
 * serves, however old. Thread-safe.
 */
public final class PictureFetcher implements PictureSource, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PictureFetcher.class);

    private final FilePictures files;
    private final PictureCache cache;
    private final CloseableHttpClient client;
    private final HttpTransfer transfer;
    private final Flights flights;
    private final InstantSource clock;

    /**
     * Fetches within these settings.
     *
     * @param clock tells how old what the cache holds is
     */
    public PictureFetcher(FetchSettings settings, InstantSource clock) {
        this(settings, clock, InetAddress::getAllByName);
    }

    PictureFetcher(FetchSettings settings, InstantSource clock, GuardedResolver.Lookup lookup) {
        this.clock = clock;
        files = new FilePictures(settings.fileFolder(), settings.maxBytes());
        cache = new PictureCache(settings, clock);
        client = GuardedHttpClient.create(
                new GuardedResolver(lookup, new AddressGuard(settings.allowedHosts())), settings);
        transfer = new HttpTransfer(client, settings);
        flights = new Flights(this::load, settings.times().total());
    }

    @Override
    public byte[] fetch(String address, TaskMonitor monitor) {
        if (FilePictures.reads(address)) {
            monitor.checkCancelled();
            byte[] file = files.read(address);
            Format.ofBytes(file, "The file at " + ShownAddress.of(address.strip()));
            return file;
        }
        PictureAddress parsed = PictureAddress.parse(address);
        try {
            return flights.fetch(parsed, monitor);
        } catch (UnavailableException e) {
            CacheEntry old = cache.find(CacheKey.of(parsed));
            if (old == null) {
                throw e;
            }
            LOG.info("{} The copy of {} is used for {}", e.getMessage(), old.checked(), parsed);
            return old.body();
        }
    }

    private byte[] load(PictureAddress address, Progress progress) {
        String key = CacheKey.of(address);
        CacheEntry known = cache.find(key);
        if (known != null && known.fresh(clock.instant())) {
            return known.body();
        }
        Answer answer;
        try {
            answer = transfer.get(address, known, progress);
        } catch (InputException e) {
            cache.remove(key);
            throw e;
        }
        byte[] body = answer.body();
        if (body == null && known != null) {
            Validators renewed = answer.validators()
                    .orElse(known.validators().etag(), known.validators().lastModified());
            cache.renew(key, new CacheEntry(renewed, clock.instant(), known.body()));
            return known.body();
        }
        byte[] picture = body == null ? new byte[0] : body;
        Format.ofBytes(picture, "What " + address.host() + " sent");
        if (answer.validators().storable()) {
            cache.put(key, new CacheEntry(answer.validators(), clock.instant(), picture));
        } else {
            cache.remove(key);
        }
        return picture;
    }

    /** Ends every download under way; who waits for one gets a {@link java.util.concurrent.CancellationException}. */
    @Override
    public void close() {
        flights.close();
        client.close(CloseMode.IMMEDIATE);
    }
}
