package io.cleanplate.fetch;

import io.cleanplate.error.InputException;
import io.cleanplate.error.UnavailableException;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.ModalCloseable;
import org.jspecify.annotations.Nullable;

/** Gets what stands at an address, over redirects that are each checked like the first. Thread-safe. */
final class HttpTransfer {
    private static final int OK = 200;
    private static final int OK_FROM_BETWEEN = 203;
    private static final int NOT_MODIFIED = 304;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final CloseableHttpClient client;
    private final FetchSettings settings;

    HttpTransfer(CloseableHttpClient client, FetchSettings settings) {
        this.client = client;
        this.settings = settings;
    }

    /**
     * Gets it; an interrupt of the thread ends it at once.
     *
     * @param known what the cache holds of the address: asks for something newer only
     */
    Answer get(PictureAddress start, @Nullable CacheEntry known, Progress progress) {
        Set<PictureAddress> visited = new HashSet<>();
        PictureAddress address = start;
        while (true) {
            if (!visited.add(address)) {
                throw new InputException(start + " leads around in a circle and never to a picture.");
            }
            if (visited.size() > settings.maxRedirects() + 1) {
                throw new InputException(
                        start + " leads on to more than " + settings.maxRedirects() + " other addresses.");
            }
            try {
                switch (ask(address, known, progress)) {
                    case Step.Done done -> {
                        return done.answer();
                    }
                    case Step.LeadsTo next -> address = follow(address, next.location());
                }
            } catch (ForbiddenHostException e) {
                String sentence = String.valueOf(e.getMessage());
                throw new InputException(address.equals(start) ? sentence : leadsOn(start, sentence), e);
            }
        }
    }

    /** A host that the person never named must not look like the one that they did. */
    private static String leadsOn(PictureAddress from, String sentence) {
        return from.host() + " leads on to another address. " + sentence;
    }

    private sealed interface Step {
        record Done(Answer answer) implements Step {}

        record LeadsTo(String location) implements Step {}
    }

    private static PictureAddress follow(PictureAddress from, String location) {
        try {
            return from.follow(location);
        } catch (InputException e) {
            throw new InputException(leadsOn(from, e.getMessage()), e);
        }
    }

    private Step ask(PictureAddress address, @Nullable CacheEntry cached, Progress progress)
            throws ForbiddenHostException {
        // The names of versions mean something only to the address that gave them out.
        CacheEntry known = cached != null && cached.validators().address().equals(CacheKey.of(address)) ? cached : null;
        try {
            ClassicHttpResponse response =
                    client.executeOpen(target(address), request(address, known), HttpClientContext.create());
            boolean read = false;
            try {
                Step step = read(address, known, response, progress);
                read = step instanceof Step.Done;
                return step;
            } finally {
                if (!read && response instanceof ModalCloseable connection) {
                    // What nobody wants is not waited for: an ordinary close would read it to its end.
                    connection.close(CloseMode.IMMEDIATE);
                } else {
                    response.close();
                }
            }
        } catch (ForbiddenHostException e) {
            throw e;
        } catch (LimitedStream.TooLargeException e) {
            throw HttpFaults.tooLarge(address, settings.maxBytes());
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                CancellationException cancelled = new CancellationException("interrupted");
                cancelled.initCause(e);
                throw cancelled;
            }
            throw HttpFaults.failure(address, settings.times(), e);
        }
    }

    private Step read(
            PictureAddress address, @Nullable CacheEntry known, ClassicHttpResponse response, Progress progress)
            throws IOException {
        int status = response.getCode();
        Header location = response.getFirstHeader(HttpHeaders.LOCATION);
        if (REDIRECTS.contains(status)
                && location != null
                && !location.getValue().isBlank()) {
            return new Step.LeadsTo(location.getValue());
        }
        Validators validators = Validators.of(CacheKey.of(address), response);
        if (status == NOT_MODIFIED && known != null) {
            return new Step.Done(Answer.notModified(validators));
        }
        if (status != OK && status != OK_FROM_BETWEEN) {
            throw HttpFaults.status(address, status);
        }
        return new Step.Done(Answer.of(validators, body(address, response.getEntity(), progress)));
    }

    private byte[] body(PictureAddress address, @Nullable HttpEntity entity, Progress progress) throws IOException {
        if (entity == null) {
            return new byte[0];
        }
        long announced = entity.getContentLength();
        if (announced > settings.maxBytes()) {
            throw HttpFaults.tooLarge(address, settings.maxBytes());
        }
        progress.begin(Math.max(0, announced));
        // Not closed here: that would read to the end what was found to be too much.
        LimitedStream body = new LimitedStream(entity.getContent(), settings.maxBytes(), progress);
        try {
            return body.readAllBytes();
        } catch (OutOfMemoryError e) {
            throw new UnavailableException(
                    "The file at " + address
                            + " does not fit into memory: give the program more (-Xmx) or close other pictures.",
                    e);
        }
    }

    private static HttpHost target(PictureAddress address) {
        return new HttpHost(address.scheme(), address.host(), address.port());
    }

    private static ClassicHttpRequest request(PictureAddress address, @Nullable CacheEntry known) {
        ClassicHttpRequest request = new BasicClassicHttpRequest(Method.GET, target(address), address.path());
        if (known != null) {
            if (known.validators().etag() != null) {
                request.setHeader(HttpHeaders.IF_NONE_MATCH, known.validators().etag());
            }
            if (known.validators().lastModified() != null) {
                request.setHeader(
                        HttpHeaders.IF_MODIFIED_SINCE, known.validators().lastModified());
            }
        }
        return request;
    }
}
