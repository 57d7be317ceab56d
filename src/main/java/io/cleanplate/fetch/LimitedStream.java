package io.cleanplate.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is read, and ends with {@link TooLargeException} where it passes a limit. Used by one thread. */
final class LimitedStream extends FilterInputStream {
    private final long limit;
    private final Progress progress;
    private long count;

    LimitedStream(InputStream in, long limit, Progress progress) {
        super(in);
        this.limit = limit;
        this.progress = progress;
    }

    /** There is more than the limit. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        if (read > 0) {
            count += read;
            if (count > limit) {
                throw new TooLargeException();
            }
            progress.receivedUpTo(count);
        }
        return read;
    }
}
