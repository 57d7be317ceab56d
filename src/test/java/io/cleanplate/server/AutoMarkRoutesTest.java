package io.cleanplate.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.cleanplate.automark.RunRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutoMarkRoutesTest {
    private final Served server = new Served(null);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aRunForOneCustomerIsAccepted() {
        HttpResponse<String> response = server.post(Served.RUN + "?customer=acme");

        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(response.headers().firstValue("Location")).contains("/api/auto-mark/runs");
        assertThat(response.body())
                .isEqualToIgnoringNewLines("{\"id\":8,\"customer\":\"acme\",\"runs\":\"/api/auto-mark/runs\"}");
        assertThat(server.autoMark.asked).containsExactly(Optional.of("acme"));
    }

    @Test
    void aRunWithoutCustomerIsForAll() {
        assertThat(server.post(Served.RUN).statusCode()).isEqualTo(202);
        assertThat(server.autoMark.asked).containsExactly(Optional.empty());
    }

    @Test
    void whileOneRunsAnotherIsRefused() {
        server.autoMark.answer = new RunRequest.AlreadyRunning(7);

        HttpResponse<String> response = server.post(Served.RUN);

        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(Served.detail(response)).startsWith("The auto-mark run 7 has not ended");
    }

    @Test
    void whenTheJobHasEndedARunIsRefusedForNow() {
        server.autoMark.answer = new RunRequest.Stopped();

        assertThat(server.post(Served.RUN).statusCode()).isEqualTo(503);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ?customer=nobody           | 404 | There is no customer 'nobody'
            ?customer=globex           | 409 | The customer 'globex' has auto-mark off
            ?customer=                 | 422 | The parameter 'customer' is empty
            ?custmer=acme              | 422 | The parameter 'custmer' is not known here: accepted is customer.
            ?customer=acme&customer=b  | 422 | The parameter 'customer' is there twice
            """)
    void aRunThatWasNotMeantDoesNotStart(String query, int status, String said) {
        HttpResponse<String> response = server.post(Served.RUN + query);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(Served.detail(response)).startsWith(said);
        assertThat(server.autoMark.asked).isEmpty();
    }

    @Test
    void contentWhereNoneIsReadIsRefused() {
        HttpResponse<String> response = server.send(
                "POST",
                Served.RUN,
                BodyPublishers.ofString("{\"customer\":\"acme\"}"),
                "Content-Type",
                "application/json");

        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(server.autoMark.asked).isEmpty();
    }

    @Test
    void runsTellWhatBecameOfEachCustomer() {
        assertThat(server.get("/api/auto-mark/runs").body())
                .isEqualToIgnoringNewLines("{\"running\":null,\"runs\":[{\"id\":7,\"trigger\":\"scheduled\","
                        + "\"customer\":null,\"started\":\"2026-11-22T12:00:00Z\","
                        + "\"finished\":\"2026-11-22T12:00:00Z\",\"result\":\"some_failed\",\"error\":null,"
                        + "\"found\":25,\"marked\":24,\"failed\":1,\"lost\":0,\"customers\":["
                        + "{\"customer_id\":\"acme\",\"started\":\"2026-11-22T12:00:00Z\","
                        + "\"finished\":\"2026-11-22T12:00:00Z\",\"found\":25,\"marked\":24,\"failed\":1,\"lost\":0,"
                        + "\"pending_left\":7,\"error\":null}]}]}");
    }
}
