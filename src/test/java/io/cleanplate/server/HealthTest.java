package io.cleanplate.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.cleanplate.inpaint.device.Gpus;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HealthTest {
    private final Served server = new Served(null);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void healthIsWhatMonitorsMatch() {
        HttpResponse<String> response = server.get("/health");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .startsWith("{\"status\":\"healthy\",\"service\":\"iopaint-ui\",\"model\":\"lama\",\"device\":\"cpu\","
                        + "\"mongodb\":\"connected\",\"gpu\":{\"available\":false,\"device_name\":null}");
    }

    @Test
    void healthTellsOfTheJobTheVersionAndTheUptime() {
        JsonObject json = Served.json(server.get("/health"));

        assertThat(json.get("auto_mark"))
                .hasToString("{\"enabled\":true,\"interval_minutes\":5,\"standby\":false,\"running\":false,"
                        + "\"last_run\":\"2026-11-22T12:00:00Z\",\"last_result\":\"some_failed\","
                        + "\"next_run\":\"2026-11-22T12:05:00Z\"}");
        assertThat(json.get("version").getAsString()).isEqualTo("1.2.3");
        assertThat(json.get("uptime_seconds").getAsLong()).isZero();
    }

    @Test
    void healthNamesTheCardInUse() {
        server.gpus = new Gpus(List.of(Served.card(0, "Small"), Served.card(1, "RTX 3090")), null);
        server.device = "cuda:1";

        JsonObject gpu = Served.json(server.get("/health")).getAsJsonObject("gpu");

        assertThat(gpu).hasToString("{\"available\":true,\"device_name\":\"RTX 3090\"}");
    }

    @Test
    void withoutDatabaseTheServiceIsUnhealthyAndNotReadyButAlive() {
        server.newsroom.connected = () -> false;

        HttpResponse<String> health = server.get("/health");

        assertThat(health.statusCode()).isEqualTo(503);
        assertThat(health.body()).contains("\"status\":\"unhealthy\"", "\"mongodb\":\"disconnected\"");
        assertThat(server.get("/health/ready").statusCode()).isEqualTo(503);
        assertThat(server.get("/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void aDatabaseThatNeverAnswersCountsAsDisconnected() {
        CountDownLatch never = new CountDownLatch(1);
        server.newsroom.connected = () -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return true;
        };

        assertThat(server.get("/health").statusCode()).isEqualTo(503);
        assertThat(server.get("/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void readinessCanBeSwitchedOffWhileAllElseGoesOn() {
        assertThat(server.get("/health/ready").statusCode()).isEqualTo(200);

        server.endpoint.notReady();

        assertThat(server.get("/health/ready").statusCode()).isEqualTo(503);
        assertThat(server.get("/health").statusCode()).isEqualTo(200);
        assertThat(server.get("/api/stats").statusCode()).isEqualTo(200);
    }
}
