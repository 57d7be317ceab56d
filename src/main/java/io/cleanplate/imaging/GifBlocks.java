package io.cleanplate.imaging;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The blocks of a GIF file (GIF89a specification).
 *
 * @param width columns of the screen that frames are drawn on
 * @param height its rows
 * @param frames how many frames there are
 * @param left where the first frame lies on the screen
 * @param top likewise
 * @param comments the comment extensions
 * @param whole whether the trailer was reached
 */
record GifBlocks(int width, int height, int frames, int left, int top, List<String> comments, boolean whole) {
    private static final int SCREEN_END = 13;
    private static final int EXTENSION = 0x21;
    private static final int COMMENT = 0xFE;
    private static final int FRAME = 0x2C;
    private static final int TRAILER = 0x3B;

    static GifBlocks parse(byte[] file) throws BadPictureException {
        if (file.length < SCREEN_END) {
            throw BadPictureException.cutShort();
        }
        int frames = 0;
        int left = 0;
        int top = 0;
        boolean whole = false;
        List<String> comments = new ArrayList<>();
        int at = SCREEN_END + tableBytes(file[10]);
        while (at < file.length && !whole) {
            int kind = file[at] & 0xFF;
            if (kind == EXTENSION && at + 2 < file.length) {
                ByteArrayOutputStream contents = new ByteArrayOutputStream();
                boolean comment = (file[at + 1] & 0xFF) == COMMENT;
                at = skipParts(file, at + 2, contents);
                if (comment) {
                    comments.add(Texts.decode(contents.toByteArray()));
                }
            } else if (kind == FRAME && at + 10 < file.length) {
                if (frames++ == 0) {
                    left = little(file, at + 1);
                    top = little(file, at + 3);
                }
                at = skipParts(file, at + 11 + tableBytes(file[at + 9]), new ByteArrayOutputStream());
            } else if (kind == TRAILER) {
                whole = true;
            } else {
                break;
            }
        }
        return new GifBlocks(little(file, 6), little(file, 8), frames, left, top, comments, whole);
    }

    private static int skipParts(byte[] file, int from, ByteArrayOutputStream contents) {
        int at = from;
        while (at < file.length && file[at] != 0) {
            int length = file[at] & 0xFF;
            contents.write(file, at + 1, Math.min(length, file.length - at - 1));
            at += 1 + length;
        }
        return at + 1;
    }

    private static int tableBytes(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    private static int little(byte[] file, int at) {
        return (file[at] & 0xFF) | ((file[at + 1] & 0xFF) << 8);
    }
}
