package io.cleanplate.newsroom.mongo;

import com.mongodb.event.CommandFailedEvent;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandSucceededEvent;
import com.mongodb.event.ConnectionCheckOutFailedEvent;
import com.mongodb.event.ConnectionCheckedInEvent;
import com.mongodb.event.ConnectionCheckedOutEvent;
import com.mongodb.event.ConnectionClosedEvent;
import com.mongodb.event.ConnectionCreatedEvent;
import com.mongodb.event.ConnectionPoolListener;
import io.cleanplate.newsroom.DatabaseListener;
import io.cleanplate.newsroom.DatabaseListener.Pool;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What the driver reports, in the newsroom's words. Thread-safe when the listener is. */
final class DriverReports implements CommandListener, ConnectionPoolListener {
    private final DatabaseListener listener;

    DriverReports(DatabaseListener listener) {
        this.listener = listener;
    }

    @Override
    public void commandSucceeded(CommandSucceededEvent event) {
        listener.command(event.getCommandName(), took(event.getElapsedTime(TimeUnit.NANOSECONDS)), true);
    }

    @Override
    public void commandFailed(CommandFailedEvent event) {
        listener.command(event.getCommandName(), took(event.getElapsedTime(TimeUnit.NANOSECONDS)), false);
    }

    @Override
    public void connectionCreated(ConnectionCreatedEvent event) {
        listener.pool(Pool.OPENED);
    }

    @Override
    public void connectionClosed(ConnectionClosedEvent event) {
        listener.pool(Pool.CLOSED);
    }

    @Override
    public void connectionCheckedOut(ConnectionCheckedOutEvent event) {
        listener.pool(Pool.TAKEN);
    }

    @Override
    public void connectionCheckedIn(ConnectionCheckedInEvent event) {
        listener.pool(Pool.GIVEN_BACK);
    }

    @Override
    public void connectionCheckOutFailed(ConnectionCheckOutFailedEvent event) {
        listener.pool(Pool.DENIED);
    }

    private static Duration took(long nanos) {
        return Duration.ofNanos(nanos);
    }
}
