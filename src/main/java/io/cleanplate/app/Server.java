package io.cleanplate.app;

import io.cleanplate.config.ServerSettings;
import io.cleanplate.inpaint.device.Gpus;
import io.cleanplate.server.HealthFacts;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;

/** Everything that runs without a window: newsroom, job and HTTP. Started and stopped once, by one thread. */
public final class Server implements AutoCloseable {
    private final Backend backend;
    private final InetSocketAddress address;

    /**
     * Starts all of it.
     *
     * @param dataFolder where the embedded newsroom lies
     * @param facts what health tells of this process
     * @throws io.cleanplate.error.CleanplateException when the data folder or the port is taken; nothing runs then
     */
    Server(ServerSettings settings, Path dataFolder, HealthFacts facts, Clock clock) {
        backend = new Backend(settings, NewsroomPlace.own(settings.mongoUrl(), dataFolder, clock), clock);
        try {
            address = backend.listen(facts);
            backend.schedule();
        } catch (RuntimeException e) {
            backend.close();
            throw e;
        }
    }

    /** Where HTTP listens. */
    public InetSocketAddress address() {
        return address;
    }

    /** Stops all of it, within seconds. Never throws. */
    @Override
    public void close() {
        backend.close();
    }

    /**
     * What health tells of a process, whether it loads a model or not.
     *
     * @param model what is configured
     * @param device what is configured and there
     * @param gpus the graphics cards found
     * @param version of the program
     */
    public record Facts(String model, String device, Gpus gpus, String version) implements HealthFacts {}
}
