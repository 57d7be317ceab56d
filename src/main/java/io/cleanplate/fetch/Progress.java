package io.cleanplate.fetch;

/** How far a download is: written by the thread that downloads, read by those that wait for it. */
final class Progress {
    private volatile long received;
    private volatile long total;

    /** Begins anew, with as many bytes as were announced; 0 when unknown. */
    void begin(long announced) {
        received = 0;
        total = announced;
    }

    void receivedUpTo(long bytes) {
        received = bytes;
    }

    long received() {
        return received;
    }

    /** 0 when unknown. */
    long total() {
        return total;
    }
}
