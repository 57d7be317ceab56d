package io.cleanplate.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.cleanplate.cleaning.proposal.MarkSearch.FoundMark;
import io.cleanplate.config.CleaningSettings;
import io.cleanplate.config.ServerSettings;
import io.cleanplate.config.Settings;
import io.cleanplate.fetch.AllowedHosts;
import io.cleanplate.imaging.Picture;
import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.task.TaskMonitor;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Marks from the first picture to the last on the demo newsroom. */
class MarkServicesTest {
    @TempDir
    private Path folder;

    @Test
    void aMarkIsLearnedFromPendingPicturesKeptAndProposed() {
        try (Workstation workstation = start()) {
            MarkServices marks = workstation.marks();
            FoundMark found = marks.search()
                    .search("harbour-post", "Northlight", TaskMonitor.NONE)
                    .marks()
                    .getFirst();
            NewsImage image = found.examples().getFirst().image();
            assertThat(marks.proposals().knows(image)).isFalse();

            marks.search().keep(found, "Ann");

            Picture picture = workstation
                    .cleaning()
                    .loader()
                    .open(image, TaskMonitor.NONE)
                    .picture();
            assertThat(marks.proposals().propose(image, picture.pixels(), TaskMonitor.NONE))
                    .hasValueSatisfying(proposal -> assertThat(proposal.sure()).isTrue());
        }
    }

    private Workstation start() {
        Map<String, String> environment =
                new HashMap<>(Map.of("CLEANPLATE_DATA_DIR", folder.toString(), "CLEANPLATE_DEVICE", "cpu"));
        Settings settings = Settings.read(environment, "Linux", folder);
        ServerSettings server = ServerSettings.read(environment).at("127.0.0.1", 0);
        return new Application(
                        new Choices(settings, server, CleaningSettings.NONE, AllowedHosts.NONE), Clock.systemUTC())
                .startWorkstation(server, "test");
    }
}
