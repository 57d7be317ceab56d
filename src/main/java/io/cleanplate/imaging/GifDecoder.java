package io.cleanplate.imaging;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.spi.ImageReaderSpi;

/** Reads still GIF pictures: the one frame, on the screen that the file names. */
final class GifDecoder implements PictureDecoder {
    private static final int BYTES_PER_PIXEL = 4;

    private final ImageReaderSpi codec = Codecs.jdkReader("gif.GIFImageReaderSpi");

    @Override
    public Picture decode(byte[] file, Limits limits) throws IOException {
        GifBlocks blocks = GifBlocks.parse(file);
        limits.requirePixels(blocks.width(), blocks.height(), BYTES_PER_PIXEL);
        if (blocks.frames() > 1) {
            throw new BadPictureException("is an animated GIF, which is not read: only still pictures are.");
        }
        if (!blocks.whole() || blocks.frames() == 0) {
            throw BadPictureException.cutShort();
        }
        Pixels frame = ImagePixels.of(Codecs.read(codec, file, null, new ArrayList<>()));
        List<String> notices = new ArrayList<>();
        notices.add("The palette was expanded to full colour.");
        String comment = blocks.comments().isEmpty() ? null : String.join("\n", blocks.comments());
        Metadata metadata = new Metadata(null, null, null, null, comment, Orientation.UPRIGHT);
        return new Picture(onScreen(frame, blocks), metadata, new Encoding(Format.GIF, null, true), notices);
    }

    private static Pixels onScreen(Pixels frame, GifBlocks blocks) {
        boolean fills = blocks.left() == 0
                && blocks.top() == 0
                && frame.width() == blocks.width()
                && frame.height() == blocks.height();
        if (fills) {
            return frame;
        }
        Planes screen = new Planes(blocks.width(), blocks.height(), 3, true);
        Rect area = Rect.ofSize(frame.width(), frame.height());
        for (int y = 0; y < blocks.height(); y++) {
            for (int x = 0; x < blocks.width(); x++) {
                int column = x - blocks.left();
                int row = y - blocks.top();
                screen.add(area.contains(column, row) ? argb(frame, column, row) : 0);
            }
        }
        return screen.pixels();
    }

    private static int argb(Pixels frame, int x, int y) {
        int last = frame.channels() - 1;
        return frame.alpha(x, y) << 24
                | frame.sample(x, y, 0) << 16
                | frame.sample(x, y, last / 2) << 8
                | frame.sample(x, y, last);
    }
}
