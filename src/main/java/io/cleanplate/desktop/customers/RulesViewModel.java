package io.cleanplate.desktop.customers;

import io.cleanplate.newsroom.AutoMarkRules;
import io.cleanplate.newsroom.CustomerSettings;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * Which pictures of a customer the job may mark, while a person chooses: the names that occur and those that the rules hold
 * already. Belongs to the JavaFX thread.
 */
public final class RulesViewModel {
    private final AutoMarkViewModel autoMark;
    private final List<RuleChoice> categories;
    private final List<RuleChoice> sources;
    private final List<RuleChoice> excludeSources;

    RulesViewModel(AutoMarkViewModel autoMark, List<String> sources, List<String> categories) {
        this.autoMark = autoMark;
        CustomerSettings settings = autoMark.settingsProperty().get();
        AutoMarkRules rules = settings == null ? AutoMarkRules.ALL : settings.rules();
        this.categories = choices(categories, rules.categories());
        this.sources = choices(sources, rules.sources());
        this.excludeSources = choices(sources, rules.excludeSources());
    }

    /** Only these sections; none chosen means all. */
    public List<RuleChoice> categories() {
        return categories;
    }

    /** Only these publishers; none chosen means all. */
    public List<RuleChoice> sources() {
        return sources;
    }

    /** Not these publishers. */
    public List<RuleChoice> excludeSources() {
        return excludeSources;
    }

    /** What is chosen now. */
    public AutoMarkRules chosen() {
        return new AutoMarkRules(chosen(categories), chosen(sources), chosen(excludeSources));
    }

    /** Saves what is chosen. */
    public void save() {
        autoMark.saveRules(chosen());
    }

    private static List<RuleChoice> choices(Collection<String> names, Set<String> held) {
        Set<String> all = new TreeSet<>(names);
        all.addAll(held);
        return all.stream()
                .map(name -> new RuleChoice(name, new SimpleBooleanProperty(held.contains(name))))
                .toList();
    }

    private static Set<String> chosen(List<RuleChoice> choices) {
        return choices.stream()
                .filter(choice -> choice.chosen().get())
                .map(RuleChoice::name)
                .collect(Collectors.toUnmodifiableSet());
    }
}
