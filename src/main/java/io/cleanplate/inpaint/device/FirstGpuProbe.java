package io.cleanplate.inpaint.device;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Asks several probes in turn and takes the first that finds cards; when none does, all their reasons. */
public final class FirstGpuProbe implements GpuProbe {
    private final List<GpuProbe> probes;

    /** Asks in this order. */
    public FirstGpuProbe(GpuProbe... probes) {
        this.probes = List.of(probes);
    }

    @Override
    public Gpus probe() {
        List<String> reasons = new ArrayList<>();
        for (GpuProbe probe : probes) {
            Gpus found = probe.probe();
            if (found.whyNone() == null) {
                return found;
            }
            reasons.add(found.whyNone());
        }
        return Gpus.none(reasons.stream().distinct().collect(Collectors.joining(" ")));
    }
}
