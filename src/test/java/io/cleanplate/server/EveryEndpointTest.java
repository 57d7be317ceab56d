package io.cleanplate.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every route, whatever it does. */
class EveryEndpointTest {
    private static final Served SERVER = new Served(Served.TOKEN);
    private static final byte[] HUGE = new byte[RequestBody.LIMIT + 1];
    private static final Pattern PATH = Pattern.compile("^ {2}(/\\S*):$");
    private static final Pattern METHOD = Pattern.compile("^ {4}(get|put|post|patch|delete|head|options):$");
    private static final Pattern REFERENCE = Pattern.compile("\"#/components/(\\w+)/(\\w+)\"");

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    static List<Route> all() {
        return SERVER.endpoint.router().routes();
    }

    static Stream<Route> reads() {
        return all().stream().filter(route -> !route.changesState());
    }

    static Stream<Route> changes() {
        return all().stream().filter(Route::changesState);
    }

    @ParameterizedTest
    @MethodSource("reads")
    void readsNeedNoTokenAndAreNotKept(Route route) {
        HttpResponse<String> response = SERVER.get(path(route));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(response.headers().map()).doesNotContainKey("access-control-allow-origin");
    }

    @ParameterizedTest
    @MethodSource("reads")
    void headIsGetWithoutContent(Route route) {
        HttpResponse<String> get = SERVER.get(path(route));
        HttpResponse<String> head = SERVER.send("HEAD", path(route), BodyPublishers.noBody());

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("Content-Length"))
                .isEqualTo(get.headers().firstValue("Content-Length"));
        assertThat(head.headers().firstValue("Content-Type"))
                .isEqualTo(get.headers().firstValue("Content-Type"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void changesNeedTheToken(Route route) {
        HttpResponse<String> none = SERVER.send(route.method(), path(route), BodyPublishers.noBody());
        HttpResponse<String> wrong = SERVER.send(
                route.method(), path(route), BodyPublishers.noBody(), "Authorization", "Bearer " + Served.TOKEN + "x");

        assertThat(none.statusCode()).isEqualTo(401);
        assertThat(none.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"cleanplate\"");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(SERVER.newsroom.saved).isEmpty();
        assertThat(SERVER.autoMark.asked).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void aHugeBodyIsTooLarge(Route route) {
        HttpResponse<String> response = sendWithToken(route, BodyPublishers.ofByteArray(HUGE));

        assertThat(response.statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @MethodSource("all")
    void aHugeBodyOfUnknownLengthIsTooLarge(Route route) {
        InputStream huge = new ByteArrayInputStream(HUGE);

        HttpResponse<String> response = sendWithToken(route, BodyPublishers.ofInputStream(() -> huge));

        assertThat(response.statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void contentOfAnotherTypeIsRefused(Route route) {
        HttpResponse<String> response = SERVER.send(
                route.method(),
                path(route),
                BodyPublishers.ofString("auto_mark_cleaned=true"),
                "Authorization",
                "Bearer " + Served.TOKEN,
                "Content-Type",
                "application/x-www-form-urlencoded");

        assertThat(response.statusCode()).isEqualTo(415);
    }

    @ParameterizedTest
    @MethodSource("all")
    void anotherMethodIsToldWhichOnesThereAre(Route route) {
        HttpResponse<String> response = SERVER.send("DELETE", path(route), BodyPublishers.noBody());

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow").orElse(""))
                .contains(route.method())
                .contains("OPTIONS");
    }

    @ParameterizedTest
    @MethodSource("all")
    void optionsTellTheMethodsAndNothingOfOtherOrigins(Route route) {
        HttpResponse<String> response =
                SERVER.send("OPTIONS", path(route), BodyPublishers.noBody(), "Origin", "http://evil.example");

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.headers().firstValue("Allow").orElse(""))
                .contains(route.changesState() ? route.method() : "GET, HEAD");
        assertThat(response.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control"));
    }

    @Test
    void everyRouteIsDescribedAndEveryDescriptionHasItsRoute() throws IOException {
        Set<String> routes = new TreeSet<>();
        all().forEach(route -> routes.add(route.method() + " " + route.path().text()));

        assertThat(described()).isEqualTo(routes);
    }

    @Test
    void theDescriptionRefersToWhatItHolds() throws IOException {
        String text = description();

        assertThat(REFERENCE.matcher(text).results().count()).isGreaterThan(10);
        REFERENCE
                .matcher(text)
                .results()
                .forEach(reference -> assertThat(text)
                        .as(reference.group())
                        .contains("\n  " + reference.group(1) + ":\n")
                        .contains("\n    " + reference.group(2) + ":\n"));
    }

    @Test
    void theDescriptionIsServed() throws IOException {
        assertThat(SERVER.get("/openapi.yaml").body()).isEqualTo(description());
    }

    @Test
    void metricsAreWhatTheyAre() {
        HttpResponse<String> response = SERVER.get("/metrics");

        assertThat(response.body()).isEqualTo("pictures_total 7\n");
        assertThat(response.headers().firstValue("Content-Type")).contains("text/plain; version=0.0.4; charset=utf-8");
    }

    @Test
    void theFirstPageNamesEveryRoute() {
        String page = SERVER.get("/").body();

        assertThat(all())
                .filteredOn(route -> !route.path().text().equals("/"))
                .allSatisfy(route -> assertThat(page)
                        .containsPattern(route.method() + " +"
                                + Pattern.quote(route.path().text())));
    }

    private static HttpResponse<String> sendWithToken(Route route, BodyPublisher body) {
        return SERVER.send(
                route.method(),
                path(route),
                body,
                "Authorization",
                "Bearer " + Served.TOKEN,
                "Content-Type",
                "application/json");
    }

    private static String path(Route route) {
        return route.path().text().replace("{id}", "acme");
    }

    private static Set<String> described() throws IOException {
        Set<String> described = new TreeSet<>();
        String path = "";
        for (String line : description().lines().toList()) {
            Matcher pathLine = PATH.matcher(line);
            Matcher methodLine = METHOD.matcher(line);
            if (pathLine.matches()) {
                path = pathLine.group(1);
            } else if (methodLine.matches()) {
                described.add(methodLine.group(1).toUpperCase(Locale.ROOT) + " " + path);
            }
        }
        return described;
    }

    private static String description() throws IOException {
        try (InputStream in = EveryEndpointTest.class.getResourceAsStream("/openapi.yaml")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
