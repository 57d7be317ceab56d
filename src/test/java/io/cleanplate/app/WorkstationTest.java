package io.cleanplate.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.cleanplate.automark.RunRequest;
import io.cleanplate.config.CleaningSettings;
import io.cleanplate.config.ServerSettings;
import io.cleanplate.config.Settings;
import io.cleanplate.fetch.AllowedHosts;
import io.cleanplate.newsroom.embedded.EmbeddedServer;
import io.cleanplate.watermark.KeptProfile;
import io.cleanplate.watermark.Profile;
import io.cleanplate.watermark.ProfileStoreContract;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkstationTest {
    private static final Profile PROFILE = ProfileStoreContract.profile("valley-radio", "Meridian", 1);

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>();

    @Test
    void itHasTheNewsroomTheJobAndHealthAsAServerHasThem() throws Exception {
        try (Workstation workstation = start(0)) {
            assertThat(workstation.newsroom().customers()).isNotEmpty();
            assertThat(workstation.autoMark().status().enabled()).isTrue();
            assertThat(workstation.autoMark().status().nextRun()).isNotNull();
            assertThat(health(workstation)).contains("\"status\":\"healthy\"", "\"model\":\"see-through\"", "cpu");
            assertThat(workstation.httpNotice()).isEmpty();
            assertThat(workstation.sharedNotice()).isEmpty();
        }
    }

    @Test
    void onceClosedTheFolderAndThePortAreFree() throws Exception {
        int port;
        try (Workstation workstation = start(0)) {
            port = workstation.httpAddress().orElseThrow().getPort();
        }

        assertThat(EmbeddedServer.running(folder.resolve("newsroom"))).isEmpty();
        try (ServerSocket again = new ServerSocket()) {
            again.setReuseAddress(true);
            again.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            assertThat(again.isBound()).isTrue();
        }
    }

    @Test
    void whereThePortIsTakenItOpensAllTheSameAndSaysSo() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Workstation workstation = start(taken.getLocalPort())) {
            assertThat(workstation.httpAddress()).isEmpty();
            assertThat(workstation.httpNotice())
                    .hasValueSatisfying(notice -> assertThat(notice)
                            .startsWith("Health, metrics and API are off.")
                            .contains(Integer.toString(taken.getLocalPort()), "HTTP_PORT"));
            assertThat(workstation.newsroom().customers()).isNotEmpty();
            assertThat(workstation.autoMark().status().enabled()).isTrue();
        }
    }

    @Test
    void besideAnotherOnTheSameFolderItUsesTheOthersNewsroomAndLeavesItTheSchedule() {
        try (Workstation first = start(0);
                Workstation second = start(0)) {
            assertThat(second.newsroom().customers())
                    .isEqualTo(first.newsroom().customers())
                    .isNotEmpty();
            assertThat(second.autoMark().status().enabled()).isFalse();
            assertThat(second.httpAddress()).isEmpty();
            assertThat(second.sharedNotice())
                    .hasValueSatisfying(notice -> assertThat(notice)
                            .contains("process " + ProcessHandle.current().pid()));
            assertThat(second.runAutoMarkNow(null)).isInstanceOf(RunRequest.Accepted.class);
        }
    }

    @Test
    void profilesThatItKeepsAreThereForTheOther() {
        try (Workstation first = start(0);
                Workstation second = start(0)) {
            KeptProfile kept = first.profiles().keep("globe", PROFILE, "eva");

            assertThat(second.profiles().of("valley-radio"))
                    .extracting(KeptProfile::id)
                    .containsExactly(kept.id());
        }
    }

    @Test
    void itTellsWhenTheOtherWhoseNewsroomItUsesHasEnded() {
        Workstation first = start(0);
        try (first;
                Workstation second = start(0)) {
            assertThat(first.sharedEnded()).isFalse();
            assertThat(second.sharedEnded()).isFalse();

            first.close();

            assertThat(second.sharedEnded()).isTrue();
        }
    }

    @Test
    void withItsDatabaseAwayItOpensAllTheSame() throws Exception {
        environment.put("MONGODB_URL", "mongodb://127.0.0.1:9/news?serverSelectionTimeoutMS=200");

        try (Workstation workstation = start(0)) {
            assertThat(workstation.newsroom().connected()).isFalse();
            assertThat(health(workstation)).contains("\"mongodb\":\"disconnected\"");
        }
    }

    @Test
    void whatWasAddedIsStoppedFirstAndTheLatestOfThatBeforeTheOthers() {
        List<String> stopped = new ArrayList<>();
        Workstation workstation = start(0);
        workstation.add(() -> stopped.add(workstation.newsroom().connected() ? "outbox" : "outbox without newsroom"));
        workstation.add(() -> stopped.add("desk"));

        workstation.close();

        assertThat(stopped).containsExactly("desk", "outbox");
    }

    private Workstation start(int port) {
        environment.put("CLEANPLATE_DATA_DIR", folder.toString());
        environment.put("CLEANPLATE_DEVICE", "cpu");
        Settings settings = Settings.read(environment, "Linux", folder);
        ServerSettings server = ServerSettings.read(environment).at("127.0.0.1", port);
        return new Application(
                        new Choices(settings, server, CleaningSettings.NONE, AllowedHosts.NONE), Clock.systemUTC())
                .startWorkstation(server, "test");
    }

    private static String health(Workstation workstation) throws IOException, InterruptedException {
        URI uri = URI.create(
                "http://127.0.0.1:" + workstation.httpAddress().orElseThrow().getPort() + "/health");
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
