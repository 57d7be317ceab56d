package io.cleanplate.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import io.cleanplate.newsroom.NewsId;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeNameTest {
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul", "com1", "lpt9");

    @Provide
    Arbitrary<String> ids() {
        Arbitrary<String> nasty = Arbitraries.of(
                "",
                ".",
                "..",
                "...",
                "/",
                "\\",
                "a/b",
                "a\\b",
                "../a",
                "C:",
                "con",
                "NUL.txt",
                "com1",
                "a ",
                "a.",
                "a~b",
                "ü",
                "u\u0308",
                "a\0b",
                "\ud800",
                "\udfff",
                "x".repeat(300),
                "x".repeat(301),
                "a:b",
                "a_b",
                "-",
                "~");
        Arbitrary<String> built =
                Arbitraries.strings().withChars("aA._-~/\\: \u00fc\0").ofMaxLength(6);
        return Arbitraries.oneOf(nasty, built, Arbitraries.strings().ofMaxLength(200));
    }

    @Property(tries = 2000)
    void aNameIsOnePlainSegmentOnEverySystem(@ForAll("ids") String id) {
        String name = SafeName.of(id);

        assertThat(name).matches("[A-Za-z0-9._~-]{1,100}").doesNotStartWith(".").doesNotEndWith(".");
        assertThat(DEVICES).doesNotContain(name.toLowerCase(Locale.ROOT).replaceAll("\\..*", ""));
        Path folder = Path.of("/out");
        assertThat(folder.resolve(name).normalize().getParent()).isEqualTo(folder);
    }

    @Property(tries = 500)
    void differentIdsHaveDifferentNamesAndTheSameIdTheSame(@ForAll List<@net.jqwik.api.From("ids") String> ids) {
        Map<String, String> byName = new HashMap<>();
        for (String id : ids) {
            String before = byName.put(SafeName.of(id), id);
            assertThat(before == null || before.equals(id))
                    .as("%s and %s", before, id)
                    .isTrue();
            assertThat(SafeName.of(id)).isEqualTo(SafeName.of(id));
        }
    }

    @Test
    void whatIsMadeForOneIdIsNotTheNameOfAnother() {
        String made = SafeName.of("a/b");

        assertThat(SafeName.of(made)).isNotEqualTo(made);
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer_123", "Valley-Radio", "507f1f77bcf86cd79943901", "a.b"})
    void anOrdinaryIdStaysAsItIs(String id) {
        assertThat(SafeName.of(id)).isEqualTo(id);
    }

    @Test
    void aStringThatReadsLikeAnObjectIdIsKeptApartFromIt() {
        String hex = "507f1f77bcf86cd799439011";

        assertThat(SafeName.of(NewsId.ofObjectId(hex))).isEqualTo(hex);
        assertThat(SafeName.of(NewsId.ofString(hex))).isNotEqualTo(hex);
    }
}
