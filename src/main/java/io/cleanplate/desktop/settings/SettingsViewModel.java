package io.cleanplate.desktop.settings;

import io.cleanplate.config.DeviceChoice;
import io.cleanplate.config.PreferenceRules;
import io.cleanplate.config.Preferences;
import io.cleanplate.config.Preferences.Variables;
import io.cleanplate.config.Settings;
import io.cleanplate.error.CleanplateException;
import io.cleanplate.error.ErrorCode;
import io.cleanplate.task.BackgroundTask;
import io.cleanplate.task.TaskRunner;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The settings form: values as text until they are saved. A newsroom's address that was saved is never shown again, only
 * replaced. Belongs to the JavaFX thread; made anew each time the form opens.
 */
public final class SettingsViewModel {
    private final PreferencesStore store;
    private final ConnectionTester tester;
    private final TaskRunner tasks;
    private final Consumer<SettingsChange> saved;
    private final @Nullable String knownUrl;
    private final ReadOnlyBooleanWrapper replacingUrl = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper testing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable TestResult> tested = new ReadOnlyObjectWrapper<>();

    private final SettingField editorName;
    private final SettingField mongoUrl;
    private final SettingField outputFolder;
    private final SettingField baseUrl;
    private final SettingField model;
    private final SettingField device;
    private final SettingField margin;
    private final SettingField feather;
    private final SettingField theme;

    /**
     * What came of a test of the newsroom's address.
     *
     * @param good whether it can be used
     * @param text one sentence
     */
    public record TestResult(boolean good, String text) {}

    /**
     * What the form works with.
     *
     * @param environment the real variables, which win over preferences
     * @param tester tries a newsroom's address
     * @param tasks runs it
     */
    public record Outside(Map<String, String> environment, ConnectionTester tester, TaskRunner tasks) {}

    /**
     * With what holds now.
     *
     * @param saved told once the form was saved
     */
    public SettingsViewModel(PreferencesStore store, Outside outside, Consumer<SettingsChange> saved) {
        this.store = store;
        this.tester = outside.tester();
        this.tasks = outside.tasks();
        this.saved = saved;
        Map<String, String> environment = outside.environment();
        Preferences now = store.value();
        Preferences.Work work = now.work();
        String urlSetBy = setBy(environment, Variables.MONGODB_URL);
        knownUrl = urlSetBy == null ? work.mongoUrl() : environment.get(urlSetBy);
        replacingUrl.set(knownUrl == null);
        editorName = new SettingField("Your name", work.editorName(), PreferenceRules::editorName, null);
        mongoUrl = new SettingField("Newsroom", "", PreferenceRules::mongoUrl, urlSetBy);
        outputFolder = field(
                "Folder for cleaned pictures",
                work.outputFolder(),
                PreferenceRules::folder,
                Variables.OUTPUT_DIR,
                environment);
        baseUrl = field(
                "Public address",
                work.baseUrl(),
                PreferenceRules::baseUrl,
                Variables.CLEAN_IMAGE_BASE_URL,
                environment);
        model = field("Model", orAuto(work.model()), Settings::model, Variables.MODEL, environment);
        device = field("Device", orAuto(work.device()), DeviceChoice::parse, Variables.DEVICE, environment);
        margin = new SettingField("Margin", text(work.margin()), PreferenceRules::margin, null);
        feather = new SettingField("Feather", text(work.feather()), PreferenceRules::feather, null);
        theme = new SettingField(
                "Theme",
                Objects.requireNonNullElse(now.look().theme(), Preferences.Theme.SYSTEM)
                        .name()
                        .toLowerCase(Locale.ROOT),
                (where, text) -> {},
                null);
    }

    /** Goes into {@code cleaned_by} and {@code updated_by}. */
    public SettingField editorName() {
        return editorName;
    }

    /** A new address of the newsroom; counts while {@link #replacingUrlProperty}. Empty for the demo newsroom. */
    public SettingField mongoUrl() {
        return mongoUrl;
    }

    /** Where cleaned pictures go. */
    public SettingField outputFolder() {
        return outputFolder;
    }

    /** What stands before their paths. */
    public SettingField baseUrl() {
        return baseUrl;
    }

    /** The model. */
    public SettingField model() {
        return model;
    }

    /** The device. */
    public SettingField device() {
        return device;
    }

    /** Pixels of surroundings; empty for the model's own. */
    public SettingField margin() {
        return margin;
    }

    /** Pixels of blending; empty for the usual. */
    public SettingField feather() {
        return feather;
    }

    /** {@code system}, {@code light} or {@code dark}. */
    public SettingField theme() {
        return theme;
    }

    /** All of them, in the order of the form. */
    public List<SettingField> all() {
        return List.of(editorName, mongoUrl, outputFolder, baseUrl, model, device, margin, feather, theme);
    }

    /** The newsroom's address as it may be shown; empty when none is kept. */
    public Optional<String> knownUrl() {
        return Optional.ofNullable(knownUrl).map(SecretAddress::shown);
    }

    /** Whether a new address is typed in place of the one kept. */
    public ReadOnlyBooleanProperty replacingUrlProperty() {
        return replacingUrl.getReadOnlyProperty();
    }

    /** Forgets the address kept, once the form is saved. */
    public void replaceUrl() {
        if (mongoUrl.setBy() == null) {
            tested.set(null);
            replacingUrl.set(true);
        }
    }

    /** Whether an address is being tried. */
    public ReadOnlyBooleanProperty testingProperty() {
        return testing.getReadOnlyProperty();
    }

    /** What came of trying; null when nothing was tried. */
    public ReadOnlyObjectProperty<@Nullable TestResult> testedProperty() {
        return tested.getReadOnlyProperty();
    }

    /** Tries the address that is typed or kept. */
    public void test() {
        String url = url();
        if (testing.get() || !mongoUrl.valid()) {
            return;
        }
        if (url == null) {
            tested.set(new TestResult(true, "Without an address the demo newsroom is used."));
            return;
        }
        testing.set(true);
        tested.set(null);
        tasks.start(BackgroundTask.of("Trying the newsroom", monitor -> tester.test(url))
                .quietly()
                .whenDone(sentence -> tested(new TestResult(true, sentence)))
                .whenCancelled(() -> testing.set(false))
                .whenFailed(failure -> tested(new TestResult(
                        false,
                        failure instanceof CleanplateException known
                                ? known.getMessage()
                                : ErrorCode.sentence(failure)))));
    }

    private void tested(TestResult result) {
        testing.set(false);
        tested.set(result);
    }

    /**
     * Saves all values when all can be used.
     *
     * @return the first that cannot, with its error set; empty when all were saved
     */
    public Optional<SettingField> save() {
        List<SettingField> wrong =
                all().stream().filter(field -> !field.valid()).toList();
        if (!wrong.isEmpty()) {
            return Optional.of(wrong.getFirst());
        }
        Preferences.Work before = store.value().work();
        Preferences.Work after = new Preferences.Work(
                editorName.chosen(),
                mongoUrl.setBy() == null ? url() : before.mongoUrl(),
                keptOrChosen(outputFolder, before.outputFolder()),
                keptOrChosen(baseUrl, before.baseUrl()),
                keptOrChosen(model, before.model()),
                keptOrChosen(device, before.device()),
                number(margin.chosen()),
                number(feather.chosen()));
        Preferences.Theme chosen = Preferences.Theme.valueOf(
                Objects.requireNonNullElse(theme.chosen(), "system").toUpperCase(Locale.ROOT));
        store.update(all -> all.with(after).with(all.look().withTheme(chosen)));
        saved.accept(new SettingsChange(before, after));
        return Optional.empty();
    }

    private @Nullable String url() {
        return replacingUrl.get() ? mongoUrl.chosen() : knownUrl;
    }

    /** What the environment sets here is shown, not kept: it counts as long as the variable is set. */
    private static @Nullable String keptOrChosen(SettingField field, @Nullable String kept) {
        String chosen = field.setBy() == null ? field.chosen() : kept;
        return kept == null && "auto".equals(chosen) ? null : chosen;
    }

    private static SettingField field(
            String label,
            @Nullable String kept,
            SettingField.Check check,
            String variable,
            Map<String, String> environment) {
        String setBy = setBy(environment, variable);
        return new SettingField(label, setBy == null ? kept : environment.get(variable), check, setBy);
    }

    private static @Nullable String setBy(Map<String, String> environment, String variable) {
        String value = environment.get(variable);
        return value == null || value.isBlank() ? null : variable;
    }

    private static String orAuto(@Nullable String value) {
        return Objects.requireNonNullElse(value, "auto");
    }

    private static @Nullable String text(@Nullable Integer number) {
        return number == null ? null : number.toString();
    }

    private static @Nullable Integer number(@Nullable String text) {
        return text == null ? null : Integer.valueOf(text);
    }
}
