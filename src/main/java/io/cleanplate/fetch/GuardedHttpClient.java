package io.cleanplate.fetch;

import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.config.CharCodingConfig;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Sets up the HTTP client so that it does nothing by itself: no redirect, no cookie, no password, no proxy, no second
 * try, no unpacking. The JDK's client was not taken since it looks up names where no check can be put in between.
 */
final class GuardedHttpClient {
    /** As many at once as browsers open; one editor's thumbnails must not burden a publisher. */
    private static final int CONNECTIONS_PER_HOST = 6;

    private static final int CONNECTIONS = 32;
    private static final Duration KEPT_OPEN = Duration.ofSeconds(30);
    private static final int LONGEST_HEADER = 16_000;
    private static final int MOST_HEADERS = 200;

    /**
     * WebP and AVIF go unnamed although WebP is read: content networks that find them here send a second, lossy encoding
     * in place of the publisher's file.
     */
    private static final String ACCEPT = "image/jpeg,image/png,image/tiff,image/gif,image/bmp,image/*;q=0.8,*/*;q=0.1";

    private GuardedHttpClient() {}

    static CloseableHttpClient create(DnsResolver resolver, FetchSettings settings) {
        return HttpClients.custom()
                .setConnectionManager(connections(resolver, settings.times()))
                .setDefaultRequestConfig(request(settings.times()))
                .setUserAgent("Cleanplate/" + settings.version())
                .setDefaultHeaders(List.of(
                        new BasicHeader(HttpHeaders.ACCEPT, ACCEPT),
                        // Pictures are packed already; and what is not unpacked cannot swell.
                        new BasicHeader(HttpHeaders.ACCEPT_ENCODING, "identity")))
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    private static RequestConfig request(TimeLimits times) {
        return RequestConfig.custom()
                .setConnectionRequestTimeout(timeout(times.total()))
                .setResponseTimeout(timeout(times.stall()))
                .setAuthenticationEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .build();
    }

    private static PoolingHttpClientConnectionManager connections(DnsResolver resolver, TimeLimits times) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(resolver)
                .setMaxConnPerRoute(CONNECTIONS_PER_HOST)
                .setMaxConnTotal(CONNECTIONS)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout(times.connect()))
                        .setSocketTimeout(timeout(times.stall()))
                        .setTimeToLive(TimeValue.of(KEPT_OPEN))
                        // Before each use: a connection that the other side closed meanwhile would look like its fault.
                        .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                        .build())
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxLineLength(LONGEST_HEADER)
                                .setMaxHeaderCount(MOST_HEADERS)
                                .build())
                        // Redirects to names with letters beyond ASCII come as plain UTF-8 all too often.
                        .charCodingConfig(CharCodingConfig.custom()
                                .setCharset(StandardCharsets.UTF_8)
                                .setMalformedInputAction(CodingErrorAction.REPLACE)
                                .setUnmappableInputAction(CodingErrorAction.REPLACE)
                                .build())
                        .build())
                .build();
    }

    private static Timeout timeout(Duration duration) {
        return Timeout.of(duration);
    }
}
