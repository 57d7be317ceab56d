package io.cleanplate.imaging;

import java.util.Map;
import java.util.TreeMap;

/** Numbers of the TIFF tags that are read and written (TIFF 6.0 and the registered extensions). */
final class TiffTags {
    static final int NEW_SUBFILE_TYPE = 254;
    static final int WIDTH = 256;
    static final int HEIGHT = 257;
    static final int BITS_PER_SAMPLE = 258;
    static final int COMPRESSION = 259;
    static final int PHOTOMETRIC = 262;
    static final int STRIP_OFFSETS = 273;
    static final int ORIENTATION = 274;
    static final int SAMPLES_PER_PIXEL = 277;
    static final int STRIP_BYTES = 279;
    static final int X_RESOLUTION = 282;
    static final int Y_RESOLUTION = 283;
    static final int RESOLUTION_UNIT = 296;
    static final int PREDICTOR = 317;
    static final int TILE_OFFSETS = 324;
    static final int TILE_BYTES = 325;
    static final int EXTRA_SAMPLES = 338;
    static final int XMP = 700;
    static final int IPTC = 33723;
    static final int PHOTOSHOP = 34377;
    static final int ICC = 34675;

    private TiffTags() {}

    /** Tags that tell something of the picture but are not carried along, with their names. */
    static Map<Integer, String> lost() {
        Map<Integer, String> names = new TreeMap<>();
        names.put(269, "DocumentName");
        names.put(270, "ImageDescription");
        names.put(271, "Make");
        names.put(272, "Model");
        names.put(285, "PageName");
        names.put(305, "Software");
        names.put(306, "DateTime");
        names.put(315, "Artist");
        names.put(316, "HostComputer");
        names.put(33432, "Copyright");
        names.put(34665, "EXIF");
        names.put(34853, "GPS");
        names.put(37724, "Photoshop layers");
        return names;
    }
}
