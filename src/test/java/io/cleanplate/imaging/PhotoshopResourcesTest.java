package io.cleanplate.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PhotoshopResourcesTest {
    @Test
    void leavesOutTheThumbnailAndKeepsItsNeighbours() {
        Block before = PhotoshopResources.wrap(new byte[] {28, 2, 80});
        byte[] thumbnail = resource(0x040C, 9);
        byte[] after = resource(0x0425, 16);
        Block all = new Block(join(before.bytes(), thumbnail, after));

        assertThat(PhotoshopResources.withoutThumbnail(all)).isEqualTo(join(before.bytes(), after));
    }

    @Test
    void findsTheRecordsBehindOtherResources() {
        byte[] records = {28, 2, 80, 0, 1};
        Block all = new Block(
                join(resource(0x0425, 15), PhotoshopResources.wrap(records).bytes()));

        assertThat(PhotoshopResources.iptc(all)).contains(records);
    }

    @Property
    void leavesBytesAloneThatAreNoResources(@ForAll byte[] garbage) {
        assertThat(PhotoshopResources.withoutThumbnail(new Block(garbage))).isEqualTo(garbage);
    }

    private static byte[] resource(int id, int length) {
        byte[] padded = new byte[12 + length + length % 2];
        ByteBuffer.wrap(padded)
                .put("8BIM".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) id)
                .putShort((short) 0)
                .putInt(length);
        return padded;
    }

    private static byte[] join(byte[]... parts) {
        ByteBuffer all = ByteBuffer.allocate(4096);
        for (byte[] part : parts) {
            all.put(part);
        }
        return Arrays.copyOf(all.array(), all.position());
    }
}
