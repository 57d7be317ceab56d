package io.cleanplate.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.cleanplate.newsroom.AutoMarkRules;
import io.cleanplate.newsroom.SettingsChange;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomersTest {
    private final Served server = new Served(null);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void customersAreThoseWithPicturesOrSettings() {
        HttpResponse<String> response = server.get("/api/customers");

        assertThat(response.body())
                .isEqualToIgnoringNewLines("{\"customers\":[{\"customer_id\":\"acme\",\"auto_mark_cleaned\":true,"
                        + "\"auto_mark_rules\":{\"categories\":[],\"sources\":[],\"exclude_sources\":[]},"
                        + "\"created_at\":\"2026-11-22T12:00:00Z\",\"updated_at\":\"2026-11-22T12:00:00Z\","
                        + "\"updated_by\":\"eva\"},{\"customer_id\":\"globex\",\"auto_mark_cleaned\":false,"
                        + "\"auto_mark_rules\":{\"categories\":[],\"sources\":[],\"exclude_sources\":[]},"
                        + "\"created_at\":null,\"updated_at\":null,\"updated_by\":null}]}");
    }

    @Test
    void aCustomerWithoutDocumentIsCleanedByHand() {
        HttpResponse<String> response = server.get("/api/customers/globex/image-config");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Served.json(response).get("auto_mark_cleaned").getAsBoolean())
                .isFalse();
    }

    @Test
    void aToggleLeavesTheRulesAlone() {
        HttpResponse<String> response =
                server.put("/api/customers/globex/image-config", "{\"auto_mark_cleaned\":true,\"updated_by\":\"max\"}");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Served.json(response).get("auto_mark_cleaned").getAsBoolean())
                .isTrue();
        assertThat(server.newsroom.saved).containsExactly(new SettingsChange("globex", true, null, "max"));
    }

    @Test
    void rulesLeaveTheToggleAlone() {
        server.put(
                Served.CONFIG, "{\"auto_mark_rules\":{\"categories\":[\"sport\"],\"exclude_sources\":[\"X\",\"Y\"]}}");

        AutoMarkRules rules = new AutoMarkRules(Set.of("sport"), Set.of(), Set.of("X", "Y"));
        assertThat(server.newsroom.saved).containsExactly(new SettingsChange("acme", null, rules, "api"));
    }

    @Test
    void nullRulesRemoveEveryRestriction() {
        server.put(Served.CONFIG, "{\"auto_mark_rules\":null}");

        assertThat(server.newsroom.saved).containsExactly(new SettingsChange("acme", null, AutoMarkRules.ALL, "api"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                              | auto_mark_cleaned (true or false)
            {"updated_by":"eva"}                            | auto_mark_cleaned (true or false)
            {"auto_mark_cleand":true}                       | 'auto_mark_cleand' is not one that can be set
            {"customer_id":"x","auto_mark_cleaned":true}    | 'customer_id' is not one that can be set
            {"auto_mark_cleaned":"true"}                    | 'auto_mark_cleaned' is of the wrong kind: accepted is true
            {"auto_mark_cleaned":null}                      | 'auto_mark_cleaned' is of the wrong kind: accepted is true
            {"auto_mark_cleaned":1}                         | 'auto_mark_cleaned' is of the wrong kind: accepted is true
            {"auto_mark_rules":[]}                          | 'auto_mark_rules' is of the wrong kind: accepted is an obj
            {"auto_mark_rules":{"source":[]}}               | 'auto_mark_rules.source' is not one that can be set
            {"auto_mark_rules":{"sources":"X"}}             | 'auto_mark_rules.sources' is of the wrong kind
            {"auto_mark_rules":{"sources":null}}            | 'auto_mark_rules.sources' is of the wrong kind
            {"auto_mark_rules":{"sources":[1]}}             | 'auto_mark_rules.sources' is of the wrong kind
            {"auto_mark_rules":{"sources":[" "]}}           | accepted is a list of names, each of 1 to 200
            {"auto_mark_cleaned":true,"updated_by":""}      | 'updated_by' is of the wrong kind: accepted is a name
            {"auto_mark_cleaned":true,"updated_by":"a\\nb"}  | 'updated_by' is of the wrong kind: accepted is a name
            {"auto_mark_cleaned":true,"updated_by":{}}      | 'updated_by' is of the wrong kind: accepted is a name
            []                                              | not a JSON object
            7                                               | not a JSON object
            """)
    void whatCannotBeSavedIsNamedAndNothingIsSaved(String json, String said) {
        HttpResponse<String> response = server.put(Served.CONFIG, json);

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Served.detail(response)).contains(said);
        assertThat(server.newsroom.saved).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "{", "{\"auto_mark_cleaned\":true}x", "{'auto_mark_cleaned':true}", "{a:1}", "nul"})
    void brokenJsonIsABadRequest(String json) {
        HttpResponse<String> response = server.put(Served.CONFIG, json);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Served.detail(response)).isEqualTo("The content is broken JSON: send one JSON object.");
        assertThat(server.newsroom.saved).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "application/json; charset=utf-8, 200",
        "Application/JSON;charset=UTF-8, 200",
        "application/json; charset=latin1, 415",
        "application/jsonx, 415",
        "text/plain, 415",
        "multipart/form-data, 415"
    })
    void contentIsJsonInUtf8(String type, int status) {
        HttpResponse<String> response = server.send(
                "PUT", Served.CONFIG, BodyPublishers.ofString("{\"auto_mark_cleaned\":true}"), "Content-Type", type);

        assertThat(response.statusCode()).isEqualTo(status);
    }

    @Test
    void contentWithoutTypeIsRefused() {
        HttpResponse<String> response = server.send("PUT", Served.CONFIG, BodyPublishers.ofString("{}"));

        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(Served.detail(response)).startsWith("The content has no type");
    }

    @Test
    void deeplyNestedJsonIsABadRequest() {
        assertThat(server.put(Served.CONFIG, "[".repeat(200_000)).statusCode()).isEqualTo(400);
    }

    @Test
    void whatIsNotUtf8IsABadRequest() {
        byte[] latin1 = {'{', '"', (byte) 0xE9, '"', ':', '1', '}'};

        HttpResponse<String> response = server.send(
                "PUT", Served.CONFIG, BodyPublishers.ofByteArray(latin1), "Content-Type", "application/json");

        assertThat(response.statusCode()).isEqualTo(400);
    }

    @Test
    void anUnknownCustomerHasNoSettings() {
        HttpResponse<String> response = server.get("/api/customers/acmee/image-config");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(Served.detail(response)).startsWith("There is no customer 'acmee'");
    }

    @Test
    void anUnknownCustomerGetsNoSettings() {
        HttpResponse<String> response = server.put("/api/customers/acmee/image-config", "{\"auto_mark_cleaned\":true}");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(server.newsroom.saved).isEmpty();
    }

    @Test
    void statsCountEveryState() {
        assertThat(server.get("/api/stats").body())
                .isEqualToIgnoringNewLines("{\"customers\":[{\"customer_id\":\"acme\",\"total\":10,"
                        + "\"cleaned_by_hand\":3,\"auto_marked\":4,\"skipped\":1,\"pending\":2,\"withdrawn\":0,"
                        + "\"incomplete\":0,\"oldest_pending\":\"2026-11-22T12:00:00Z\",\"marked_last_hour\":5,"
                        + "\"marked_last_day\":6}]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/stats", "/api/customers", Served.CONFIG})
    void withoutDatabaseReadsSayTryAgain(String path) {
        server.newsroom.away = true;

        HttpResponse<String> response = server.get(path);

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).contains("5");
        assertThat(Served.detail(response)).isEqualTo("The database db:27017/news does not answer.");
    }

    @Test
    void withoutDatabaseAChangeSaysTryAgain() {
        server.newsroom.away = true;

        assertThat(server.put(Served.CONFIG, "{\"auto_mark_cleaned\":true}").statusCode())
                .isEqualTo(503);
    }

    @Test
    void aMistakeOfOursIsACodeWithoutATrace() {
        server.newsroom.onFigures = () -> {
            throw new IllegalStateException("internal wording");
        };

        HttpResponse<String> response = server.get("/api/stats");

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(Served.json(response).get("code").getAsString()).hasSize(4);
        assertThat(response.body()).doesNotContain("internal wording", "io.cleanplate");
    }
}
