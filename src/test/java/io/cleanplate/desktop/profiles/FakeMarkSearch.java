package io.cleanplate.desktop.profiles;

import io.cleanplate.cleaning.proposal.MarkSearch;
import io.cleanplate.error.CleanplateException;
import io.cleanplate.task.TaskMonitor;
import io.cleanplate.watermark.KeptProfile;
import io.cleanplate.watermark.ProfileStore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Finds what it is told to find, and keeps it in a store. */
final class FakeMarkSearch implements MarkSearch {
    static final int PICTURES = 40;

    final List<String> searched = new ArrayList<>();
    private final ProfileStore store;
    private BiFunction<String, String, Outcome> found = (customer, source) -> new Outcome(List.of(), "Nothing.");
    private @Nullable CleanplateException trouble;
    private int keptBeforeTrouble;

    FakeMarkSearch(ProfileStore store) {
        this.store = store;
    }

    void finds(Outcome outcome) {
        finds((customer, source) -> outcome);
    }

    void finds(BiFunction<String, String, Outcome> outcome) {
        found = outcome;
    }

    /** Fails from now on, once it kept that many. */
    void failsAfter(int kept, CleanplateException failure) {
        keptBeforeTrouble = kept;
        trouble = failure;
    }

    /** Works again. */
    void mended() {
        trouble = null;
    }

    @Override
    public Outcome search(String customer, String source, TaskMonitor monitor) {
        searched.add(customer + "/" + source);
        monitor.checkCancelled();
        if (trouble != null) {
            throw trouble;
        }
        monitor.progress(12, PICTURES);
        return found.apply(customer, source);
    }

    @Override
    public KeptProfile keep(FoundMark mark, String by) {
        if (trouble != null && keptBeforeTrouble-- <= 0) {
            throw trouble;
        }
        KeptProfile replaced = mark.replaces();
        if (replaced == null) {
            return store.keep(mark.profile().owner().source(), mark.profile(), by);
        }
        return store.change(replaced.with(mark.profile()), by).orElseThrow();
    }
}
