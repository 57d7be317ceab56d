package io.cleanplate.inpaint.device;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Asks the driver's program {@code nvidia-smi}. */
public final class NvidiaSmiProbe implements GpuProbe {
    private static final String QUERY = "--query-gpu=index,name,memory.total,memory.free,driver_version";
    private static final int FIELDS = 5;

    private final String program;
    private final Duration limit;

    /** Runs {@code nvidia-smi} from the path and waits up to five seconds for it. */
    public NvidiaSmiProbe() {
        this("nvidia-smi", TimeLimitedProbe.USUAL);
    }

    /** Runs this program and waits so long for it. */
    public NvidiaSmiProbe(String program, Duration limit) {
        this.program = program;
        this.limit = limit;
    }

    @Override
    public Gpus probe() {
        try {
            Process process = new ProcessBuilder(program, QUERY, "--format=csv,noheader,nounits")
                    .redirectErrorStream(true)
                    .start();
            try {
                return answer(process);
            } finally {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (IOException e) {
            return Gpus.none("The program " + program + " was not found.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Gpus.none("The search for graphics cards was interrupted.");
        }
    }

    private Gpus answer(Process process) throws IOException, InterruptedException {
        process.getOutputStream().close();
        // A line a card fits into the pipe's buffer, so the program can end before it is read.
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            return Gpus.none(program + " did not answer within " + limit.toSeconds() + " seconds.");
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.exitValue() != 0) {
            return Gpus.none(program + " failed: " + output.lines().findFirst().orElse("it said nothing") + ".");
        }
        List<Gpu> cards = new ArrayList<>();
        for (String line : output.lines().toList()) {
            String[] fields = line.split(",", -1);
            if (fields.length != FIELDS || !fields[0].strip().matches("\\d{1,4}")) {
                return Gpus.none(program + " answered what could not be read: " + line + ".");
            }
            cards.add(new Gpu(
                    Integer.parseInt(fields[0].strip()),
                    fields[1].strip(),
                    mebibytes(fields[2].strip()),
                    mebibytes(fields[3].strip()),
                    fields[4].strip()));
        }
        return Gpus.of(cards, program + " lists no graphics card.");
    }

    /** Cards that share the host's memory answer {@code [N/A]}, which counts as not told. */
    private static long mebibytes(String text) {
        return text.matches("\\d{1,9}") ? Long.parseLong(text) << 20 : 0;
    }
}
