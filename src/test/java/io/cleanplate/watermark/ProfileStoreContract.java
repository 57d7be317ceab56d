package io.cleanplate.watermark;

import static org.assertj.core.api.Assertions.assertThat;

import io.cleanplate.watermark.KeptProfile.Stamp;
import io.cleanplate.watermark.Profile.Event;
import io.cleanplate.watermark.Profile.Owner;
import io.cleanplate.watermark.Profile.Quality;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every store of profiles has to do. */
public abstract class ProfileStoreContract {
    /** The time by the store's clock. */
    protected static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final ProfileCodec codec = new ProfileCodec();

    /** For those that have a store to test. */
    protected ProfileStoreContract() {}

    /** The store under test, empty at first. */
    protected abstract ProfileStore store();

    /** The same profiles as another editor's program sees them. */
    protected abstract ProfileStore othersStore();

    @Test
    void aNewProfileIsUsedForTheSourceThatItWasLearnedFrom() {
        KeptProfile kept = store().keep("Meridian's globe", profile("c1", "Meridian", 1), "eva");

        assertThat(kept.name()).isEqualTo("Meridian's globe");
        assertThat(kept.sources()).containsExactly("Meridian");
        assertThat(kept.enabled()).isTrue();
        assertThat(kept.trouble()).isEmpty();
        assertThat(kept.stamp()).isEqualTo(new Stamp(1, NOW, "eva"));
        assertSame(othersStore().find(kept.id()), kept);
    }

    @Test
    void everyCustomerSeesOnlyItsOwn() {
        KeptProfile mine = store().keep("globe", profile("c1", "Meridian", 1), "eva");
        KeptProfile theirs = store().keep("globe", profile("c2", "Meridian", 1), "otto");

        assertThat(store().of("c1")).extracting(KeptProfile::id).containsExactly(mine.id());
        assertThat(store().of("c2")).extracting(KeptProfile::id).containsExactly(theirs.id());
        assertThat(store().revisions("c1")).isEqualTo(Map.of(mine.id(), 1L));
        assertThat(store().of("c3")).isEmpty();
        assertThat(store().revisions("c3")).isEmpty();
    }

    @Test
    void profilesComeInOrderOfTheirNames() {
        for (String name : List.of("globe", "arrow", "line")) {
            store().keep(name, profile("c1", "Meridian", 1), "eva");
        }

        assertThat(store().of("c1")).extracting(KeptProfile::name).containsExactly("arrow", "globe", "line");
    }

    @Test
    void allOfAProfileCanBeChanged() {
        KeptProfile kept = store().keep("globe", profile("c1", "Meridian", 1), "eva");
        KeptProfile meant = kept.named("arrow")
                .of(List.of("Atlas", "Meridian"))
                .enabled(false)
                .troubled("The last pictures bear another mark.")
                .with(profile("c1", "Atlas", 2));

        KeptProfile changed = store().change(meant, "otto").orElseThrow();

        assertThat(changed)
                .usingRecursiveComparison()
                .ignoringFields("profile.planes", "stamp")
                .isEqualTo(meant);
        assertThat(changed.stamp()).isEqualTo(new Stamp(2, NOW, "otto"));
        assertSame(othersStore().find(kept.id()), changed);
    }

    @Test
    void troubleThatWasSeenToIsGone() {
        KeptProfile kept = store().keep("globe", profile("c1", "Meridian", 1), "eva");
        KeptProfile troubled =
                store().change(kept.troubled("It fits no picture."), "eva").orElseThrow();

        KeptProfile cured = store().change(troubled.troubled(""), "eva").orElseThrow();

        assertSame(store().find(kept.id()), cured);
        assertThat(cured.trouble()).isEmpty();
    }

    @Test
    void onlyWhatChangedHasAnotherRevision() {
        KeptProfile one = store().keep("globe", profile("c1", "Meridian", 1), "eva");
        KeptProfile two = store().keep("arrow", profile("c1", "Atlas", 1), "eva");

        store().change(one.enabled(false), "eva");

        assertThat(othersStore().revisions("c1")).isEqualTo(Map.of(one.id(), 2L, two.id(), 1L));
    }

    @Test
    void ofTwoEditorsWhoChangeTheSameTheSecondIsTold() {
        KeptProfile kept = store().keep("globe", profile("c1", "Meridian", 1), "eva");
        KeptProfile first = store().change(kept.named("by Eva"), "eva").orElseThrow();

        Optional<KeptProfile> second = othersStore().change(kept.named("by Otto"), "otto");

        assertThat(second).isEmpty();
        assertSame(store().find(kept.id()), first);
    }

    @Test
    void noneOfTheChangesMadeAtOnceIsLost() throws Exception {
        String id = store().keep("globe", profile("c1", "Meridian", 1), "eva").id();

        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Callable<Void>> editors =
                    List.of(addingSources(store(), id, "a"), addingSources(othersStore(), id, "b"));
            for (Future<Void> editor : threads.invokeAll(editors)) {
                editor.get();
            }
        }

        KeptProfile kept = store().find(id).orElseThrow();
        assertThat(kept.sources())
                .containsExactlyInAnyOrder("Meridian", "a0", "a1", "a2", "a3", "a4", "b0", "b1", "b2", "b3", "b4");
        assertThat(kept.stamp().revision()).isEqualTo(11);
    }

    @Test
    void aProfileDoesNotMoveToAnotherCustomer() {
        KeptProfile kept = store().keep("globe", profile("c1", "Meridian", 1), "eva");

        assertThat(store().change(kept.with(profile("c2", "Meridian", 1)), "eva"))
                .isEmpty();
        assertThat(store().delete(kept.with(profile("c2", "Meridian", 1)))).isFalse();
        assertSame(store().find(kept.id()), kept);
    }

    @Test
    void aDeletedProfileIsGoneWithItsEarlierVersions() {
        KeptProfile first = store().keep("globe", profile("c1", "Meridian", 1), "eva");
        KeptProfile kept =
                store().change(first.with(profile("c1", "Meridian", 2)), "eva").orElseThrow();

        assertThat(store().delete(kept)).isTrue();

        assertThat(store().find(kept.id())).isEmpty();
        assertThat(store().of("c1")).isEmpty();
        assertThat(store().revisions("c1")).isEmpty();
        assertThat(store().earlier(kept.id())).isEmpty();
        assertThat(othersStore().change(kept.named("arrow"), "otto")).isEmpty();
        assertThat(othersStore().delete(kept)).isFalse();
        assertThat(store().find(kept.id())).isEmpty();
    }

    @Test
    void whatSomebodyChangedIsNotDeleted() {
        KeptProfile kept = store().keep("globe", profile("c1", "Meridian", 1), "eva");
        KeptProfile changed = store().change(kept.named("arrow"), "eva").orElseThrow();

        assertThat(othersStore().delete(kept)).isFalse();
        assertSame(store().find(kept.id()), changed);
    }

    @Test
    void theLastMarkOfEachEarlierVersionStays() {
        KeptProfile kept = store().keep("globe", profile("c1", "first", 1), "eva");
        for (Profile next : List.of(
                profile("c1", "better", 1),
                profile("c1", "second", 2),
                profile("c1", "third", 3),
                profile("c1", "now", 3))) {
            kept = store().change(kept.with(next), "eva").orElseThrow();
        }

        assertThat(othersStore().earlier(kept.id()))
                .extracting(each -> each.owner().source())
                .containsExactly("second", "better");
        assertThat(store().find(kept.id()).orElseThrow().profile().owner().source())
                .isEqualTo("now");
    }

    @Test
    void aVersionThatWasComeBackToIsThereOnce() {
        KeptProfile kept = store().keep("globe", profile("c1", "first", 1), "eva");
        for (Profile next : List.of(profile("c1", "second", 2), profile("c1", "back", 1), profile("c1", "again", 2))) {
            kept = store().change(kept.with(next), "eva").orElseThrow();
        }

        assertThat(store().earlier(kept.id()))
                .extracting(each -> each.owner().source())
                .containsExactly("back");
    }

    @Test
    void whoIsToldThatSomebodyWasFasterLeavesNoEarlierVersion() {
        KeptProfile kept = store().keep("globe", profile("c1", "first", 1), "eva");
        store().change(kept.named("arrow"), "otto");

        assertThat(store().change(kept.with(profile("c1", "second", 2)), "eva")).isEmpty();
        assertThat(store().earlier(kept.id())).isEmpty();
    }

    @Test
    void aLargeMarkIsKeptBitForBit() {
        Profile mark = noisy("c1", 600, 200, 1);
        byte[] bytes = codec.encode(mark);

        KeptProfile kept = store().keep("globe", mark, "eva");
        store().change(kept.with(noisy("c1", 600, 200, 2)), "eva");

        assertThat(codec.encode(kept.profile())).isEqualTo(bytes);
        assertThat(codec.encode(othersStore().earlier(kept.id()).getFirst())).isEqualTo(bytes);
        assertThat(codec.encode(othersStore().find(kept.id()).orElseThrow().profile()))
                .isEqualTo(codec.encode(noisy("c1", 600, 200, 2)));
    }

    @Test
    void namesOfOddCharactersComeBack() {
        String odd = "Zürich „Blick“.$set['a'] \u0000\n\t<b> \u202Eשלום 東京 \uD83D\uDE00";
        KeptProfile kept = store().keep(odd, profile("c1", odd, 1), odd);
        KeptProfile changed = store().change(
                        kept.of(List.of("", "a.b", "$where", odd)).troubled(odd), odd)
                .orElseThrow();

        KeptProfile found = othersStore().find(kept.id()).orElseThrow();

        assertSame(Optional.of(found), changed);
        assertThat(found.sources()).containsExactly("", "a.b", "$where", odd);
        assertThat(List.of(
                        found.name(),
                        found.trouble(),
                        found.stamp().by(),
                        found.profile().owner().source()))
                .containsOnly(odd);
    }

    @Test
    void aCustomerOfOddCharactersHasItsOwn() {
        String odd = "ünder.$ne{} \uD83D\uDE00";
        KeptProfile kept = store().keep("globe", profile(odd, "Meridian", 1), "eva");

        assertThat(store().of(odd)).extracting(KeptProfile::id).containsExactly(kept.id());
        assertThat(store().revisions(odd)).containsOnlyKeys(kept.id());
    }

    @Test
    void anIdThatNobodyGaveNamesNothing() {
        assertThat(store().find("no such profile")).isEmpty();
        assertThat(store().find("")).isEmpty();
        assertThat(store().earlier("0123456789abcdef01234567")).isEmpty();
    }

    private static Callable<Void> addingSources(ProfileStore store, String id, String prefix) {
        return () -> {
            for (int i = 0; i < 5; i++) {
                String source = prefix + i;
                boolean changed;
                do {
                    KeptProfile read = store.find(id).orElseThrow();
                    List<String> sources = new ArrayList<>(read.sources());
                    sources.add(source);
                    changed = store.change(read.of(sources), prefix).isPresent();
                } while (!changed);
            }
            return null;
        };
    }

    private void assertSame(Optional<KeptProfile> found, KeptProfile expected) {
        assertThat(found).isPresent();
        assertThat(found.orElseThrow())
                .usingRecursiveComparison()
                .ignoringFields("profile.planes")
                .isEqualTo(expected);
        assertThat(codec.encode(found.orElseThrow().profile())).isEqualTo(codec.encode(expected.profile()));
    }

    /** A small profile of a version. */
    public static Profile profile(String customer, String source, int version) {
        float[][] planes = new float[5][4 * 3];
        planes[0][5] = 0.3f + version / 100f;
        planes[2][5] = 70.5f;
        return profile(new Owner(customer, source), 4, 3, version, planes);
    }

    /** A profile whose mark is nothing but noise: no codec makes that small. */
    protected static Profile noisy(String customer, int width, int height, int version) {
        Random random = new Random(version);
        float[][] planes = new float[5][width * height];
        for (int plane = 0; plane < planes.length; plane++) {
            for (int i = 0; i < planes[plane].length; i++) {
                planes[plane][i] = plane < 2 ? random.nextFloat() : random.nextFloat() * 510 - 255;
            }
        }
        return profile(new Owner(customer, "Meridian"), width, height, version, planes);
    }

    private static Profile profile(Owner owner, int width, int height, int version, float[][] planes) {
        return new Profile(
                owner,
                new SizeClass(1200, false),
                new Place(Anchor.BOTTOM_RIGHT, -width - 20, -height - 10, width, height),
                0,
                new MarkPlanes(width, height, planes[0], planes[1], new float[][] {planes[2], planes[3], planes[4]}),
                new Quality(20 + version, 0.75, 0.5, true),
                version,
                List.of(new Event(Instant.parse("2026-10-01T08:00:00.123456Z"), 1, 20, "Learned from 20 pictures.")));
    }
}
