package io.cleanplate.cleaning;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names as people order them: letters in any case alike, numbers by their value. Different names are never alike. */
final class NaturalOrder implements Comparator<String> {
    private static final Pattern PIECE = Pattern.compile("[0-9]+|[^0-9]+");

    @Override
    public int compare(String left, String right) {
        Matcher a = PIECE.matcher(left);
        Matcher b = PIECE.matcher(right);
        while (true) {
            boolean more = a.find();
            if (!b.find()) {
                return more ? 1 : left.compareTo(right);
            }
            if (!more) {
                return -1;
            }
            int order = comparePieces(a.group(), b.group());
            if (order != 0) {
                return order;
            }
        }
    }

    private static int comparePieces(String a, String b) {
        return isNumber(a) && isNumber(b)
                ? new BigInteger(a).compareTo(new BigInteger(b))
                : String.CASE_INSENSITIVE_ORDER.compare(a, b);
    }

    private static boolean isNumber(String piece) {
        return piece.charAt(0) >= '0' && piece.charAt(0) <= '9';
    }
}
