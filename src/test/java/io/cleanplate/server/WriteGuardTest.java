package io.cleanplate.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WriteGuardTest {
    private final WriteGuard withToken = new WriteGuard(Served.TOKEN);
    private final WriteGuard local = new WriteGuard(null);

    @Test
    void theTokenLetsPassFromAnywhere() {
        assertThatCode(() -> withToken.check(false, headers("Authorization", "Bearer s3cret", "Host", "news.example")))
                .doesNotThrowAnyException();
        assertThatCode(() -> withToken.check(false, headers("Authorization", "bearer  s3cret ")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearer s3cre",
                "Bearer s3crett",
                "Bearer S3CRET",
                "Basic s3cret",
                "s3cret"
            })
    void anythingButTheTokenIsUnauthorized(String value) {
        assertThatThrownBy(() -> withToken.check(true, headers("Authorization", value, "Host", "localhost")))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.problem().kind()).isEqualTo(ProblemKind.UNAUTHORIZED);
                    assertThat(e.problem().headers()).containsEntry("WWW-Authenticate", "Bearer realm=\"cleanplate\"");
                });
    }

    @Test
    void twoTokensAreNone() {
        Headers headers = new Headers();
        headers.put("Authorization", List.of("Bearer s3cret", "Bearer other"));

        assertThatThrownBy(() -> withToken.check(true, headers)).isInstanceOf(ProblemException.class);
    }

    @Test
    void anEmptyTokenIsNotKnownByWhoBringsNone() {
        assertThatThrownBy(() -> new WriteGuard("").check(true, headers("Host", "localhost")))
                .isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LocalHost:8096", "127.0.0.1:8096", "127.1.2.3", "[::1]", "[::1]:8096"})
    void withoutTokenThisMachineLetsPass(String host) {
        assertThatCode(() -> local.check(true, headers("Host", host))).doesNotThrowAnyException();
        assertThatCode(() -> local.check(true, headers("Host", host, "Origin", "http://" + host)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "evil.example",
                "evil.example:8096",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "192.168.1.2",
                "localhost:8096@evil.example",
                "127evil",
                "0.0.0.0",
                "::1"
            })
    void withoutTokenAnotherHostIsForbidden(String host) {
        assertForbidden(true, headers("Host", host));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "http://evil.example",
                "https://localhost:8096",
                "http://localhost",
                "http://localhost:80960",
                ""
            })
    void withoutTokenAnotherOriginIsForbidden(String origin) {
        assertForbidden(true, headers("Host", "localhost:8096", "Origin", origin));
    }

    @Test
    void withoutTokenAnotherMachineIsForbidden() {
        assertForbidden(false, headers("Host", "localhost"));
    }

    @Test
    void withoutTokenARequestWithoutHostIsForbidden() {
        assertForbidden(true, new Headers());
    }

    @Test
    void withoutTokenTwoHostsAreForbidden() {
        Headers headers = new Headers();
        headers.put("Host", List.of("localhost", "evil.example"));

        assertForbidden(true, headers);
    }

    private void assertForbidden(boolean loopback, Headers headers) {
        assertThatThrownBy(() -> local.check(loopback, headers))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().kind()).isEqualTo(ProblemKind.FORBIDDEN));
    }

    private static Headers headers(String... namesAndValues) {
        Headers headers = new Headers();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return headers;
    }
}
