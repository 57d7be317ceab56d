package io.cleanplate.cli;

import io.cleanplate.app.Application;
import io.cleanplate.app.NewsroomAccess;
import io.cleanplate.error.InputException;
import io.cleanplate.newsroom.AutoMarkRules;
import io.cleanplate.newsroom.CustomerSettings;
import io.cleanplate.newsroom.Newsroom;
import io.cleanplate.newsroom.PictureState;
import io.cleanplate.newsroom.SettingsChange;
import io.cleanplate.newsroom.StateCounts;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cleanplate customer}: the customers, and whether their pictures are marked by the job. */
@Command(name = "customer", description = "Lists customers and switches their auto-mark.")
final class CustomerCommand implements Callable<ExitCode> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private CustomerCommand() {}

    static CommandLine commandLine(Application application, Console console) {
        return new CommandLine(new CustomerCommand())
                .addSubcommand(new ListCustomers(application, console))
                .addSubcommand(new Show(application, console))
                .addSubcommand(new Switch(application, console));
    }

    @Override
    public ExitCode call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return ExitCode.USAGE;
    }

    @Command(name = "list", description = "Lists the customers with their pictures.")
    private static final class ListCustomers implements Callable<ExitCode> {
        private final Application application;
        private final Console console;

        ListCustomers(Application application, Console console) {
            this.application = application;
            this.console = console;
        }

        @Override
        public ExitCode call() {
            try (NewsroomAccess access = application.openNewsroom()) {
                List<StateCounts> customers = access.newsroom().counts();
                console.out()
                        .println(String.format(
                                Locale.ROOT,
                                "%-24s %-9s %8s %8s %11s %8s",
                                "customer",
                                "auto-mark",
                                "pending",
                                "cleaned",
                                "auto-marked",
                                "skipped"));
                for (StateCounts counts : customers) {
                    boolean on = access.newsroom().settings(counts.customer()).autoMarkCleaned();
                    console.out()
                            .println(String.format(
                                    Locale.ROOT,
                                    "%-24s %-9s %8d %8d %11d %8d",
                                    counts.customer(),
                                    on ? "on" : "off",
                                    counts.in(PictureState.PENDING),
                                    counts.in(PictureState.CLEANED),
                                    counts.in(PictureState.AUTO_MARKED),
                                    counts.in(PictureState.SKIPPED)));
                }
            }
            return ExitCode.DONE;
        }
    }

    @Command(name = "show", description = "Shows a customer's settings.")
    private static final class Show implements Callable<ExitCode> {
        private final Application application;
        private final Console console;

        @Parameters(paramLabel = "ID", description = "The customer.")
        private String customer = "";

        Show(Application application, Console console) {
            this.application = application;
            this.console = console;
        }

        @Override
        public ExitCode call() {
            try (NewsroomAccess access = application.openNewsroom()) {
                requireKnown(access.newsroom(), customer);
                show(console, access.newsroom().settings(customer));
            }
            return ExitCode.DONE;
        }
    }

    @Command(name = "auto-mark", description = "Switches a customer's auto-mark, or restricts it.")
    private static final class Switch implements Callable<ExitCode> {
        private final Application application;
        private final Console console;

        @Parameters(index = "0", paramLabel = "ID", description = "The customer.")
        private String customer = "";

        @Parameters(index = "1", paramLabel = "on|off", description = "Whether its pending pictures are marked.")
        private String value = "";

        @Option(names = "--categories", split = ",", paramLabel = "NAME", description = "Only these; \"\" for all.")
        private @Nullable List<String> categories;

        @Option(names = "--sources", split = ",", paramLabel = "NAME", description = "Only these; \"\" for all.")
        private @Nullable List<String> sources;

        @Option(
                names = "--exclude-sources",
                split = ",",
                paramLabel = "NAME",
                description = "Not these; \"\" for none.")
        private @Nullable List<String> excludeSources;

        Switch(Application application, Console console) {
            this.application = application;
            this.console = console;
        }

        @Override
        public ExitCode call() {
            boolean on = switch (value.toLowerCase(Locale.ROOT)) {
                case "on" -> true;
                case "off" -> false;
                default -> throw new InputException("'" + value + "' is neither on nor off.");
            };
            try (NewsroomAccess access = application.openNewsroom()) {
                requireKnown(access.newsroom(), customer);
                AutoMarkRules now = access.newsroom().settings(customer).rules();
                AutoMarkRules rules = new AutoMarkRules(
                        named(categories, now.categories()),
                        named(sources, now.sources()),
                        named(excludeSources, now.excludeSources()));
                String by = "cli:" + System.getProperty("user.name");
                show(
                        console,
                        access.newsroom().save(new SettingsChange(customer, on, rules.equals(now) ? null : rules, by)));
            }
            return ExitCode.DONE;
        }

        private static Set<String> named(@Nullable List<String> given, Set<String> otherwise) {
            return given == null
                    ? otherwise
                    : Set.copyOf(given.stream()
                            .map(String::strip)
                            .filter(name -> !name.isEmpty())
                            .toList());
        }
    }

    private static void requireKnown(Newsroom newsroom, String customer) {
        List<String> known = newsroom.customers();
        if (!known.contains(customer)) {
            throw new InputException(
                    "There is no customer '" + customer + "': there are " + String.join(", ", known) + ".");
        }
    }

    private static void show(Console console, CustomerSettings settings) {
        console.out().println("customer         " + settings.customer());
        console.out().println("auto-mark        " + (settings.autoMarkCleaned() ? "on" : "off"));
        console.out().println("categories       " + names(settings.rules().categories(), "all"));
        console.out().println("sources          " + names(settings.rules().sources(), "all"));
        console.out().println("exclude sources  " + names(settings.rules().excludeSources(), "none"));
        console.out()
                .println("changed          "
                        + (settings.updatedAt() == null
                                ? "never"
                                : settings.updatedAt() + " by " + settings.updatedBy()));
    }

    private static String names(Set<String> names, String otherwise) {
        return names.isEmpty()
                ? otherwise
                : String.join(", ", names.stream().sorted().toList());
    }
}
