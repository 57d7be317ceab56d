package io.cleanplate.cli;

import io.cleanplate.app.Application;
import io.cleanplate.app.Choices;
import io.cleanplate.app.Display;
import io.cleanplate.config.PreferencesFile;
import io.cleanplate.error.CleanplateException;
import io.cleanplate.error.ErrorCode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Reads the command line, runs a verb, and turns what comes of it into words and an exit code. */
public final class CommandLineInterface {
    private static final Logger LOG = LoggerFactory.getLogger(CommandLineInterface.class);

    private static final String OS = System.getProperty("os.name");
    private static final Path HOME = Path.of(System.getProperty("user.home"));

    private final Console console;
    private final Map<String, String> environment;

    private final Display display;

    CommandLineInterface(Console console, Map<String, String> environment, Display display) {
        this.console = console;
        this.environment = environment;
        this.display = display;
    }

    /**
     * The process's own.
     *
     * @param display where its windows would open
     */
    public static CommandLineInterface ofProcess(Display display) {
        return new CommandLineInterface(Console.ofProcess(), System.getenv(), display);
    }

    /** Tells a person why nothing is run, before there is a log; returns the exit code. */
    public static int refuse(CleanplateException why) {
        System.err.println("cleanplate: " + why.getMessage());
        return ExitCode.of(why).value();
    }

    /** Runs one verb; never throws. Returns the exit code. */
    public int run(String... args) {
        try {
            return commands(application(environment)).execute(args);
        } catch (CleanplateException e) {
            return failed(e);
        }
    }

    private static Application application(Map<String, String> said) {
        return new Application(Choices.read(said, OS, HOME), Clock.systemUTC());
    }

    private DesktopCommand desktop() {
        return new DesktopCommand(
                CommandLineInterface::application,
                environment,
                new PreferencesFile(PreferencesFile.byDefault(environment, OS, HOME)),
                display);
    }

    private CommandLine commands(Application application) {
        CommandLine root = new CommandLine(new RootCommand(
                        display,
                        desktop(),
                        new DemoCommand(application, console),
                        new ServeCommand(application, console)))
                .addSubcommand(desktop())
                .addSubcommand(new CleanCommand(application, console))
                .addSubcommand(WatermarkCommand.commandLine(application, console))
                .addSubcommand(ModelCommand.commandLine(application, console))
                .addSubcommand(new DemoCommand(application, console))
                .addSubcommand(new ServeCommand(application, console))
                .addSubcommand(new AutoMarkCommand(application, console))
                .addSubcommand(CustomerCommand.commandLine(application, console))
                .addSubcommand(new DoctorCommand(application, console))
                .addSubcommand(new CommandLine.HelpCommand());
        root.setOut(console.out());
        root.setErr(console.err());
        root.setExecutionExceptionHandler((thrown, command, parsed) -> failed(thrown));
        root.setParameterExceptionHandler(this::misused);
        root.setExitCodeExceptionMapper(thrown -> ExitCode.of(thrown).value());
        root.setUsageHelpWidth(110);
        root.getSubcommands().values().forEach(CommandLineInterface::addHelp);
        root.setExecutionStrategy(CommandLineInterface::runLast);
        return root;
    }

    private static void addHelp(CommandLine command) {
        command.getCommandSpec().mixinStandardHelpOptions(true);
        command.getSubcommands().values().forEach(CommandLineInterface::addHelp);
    }

    private static int runLast(ParseResult parsed) {
        new CommandLine.RunLast().execute(parsed);
        Object result = parsed.asCommandLineList().getLast().getExecutionResult();
        return result instanceof ExitCode code ? code.value() : ExitCode.DONE.value();
    }

    private int misused(ParameterException thrown, String... args) {
        String command = thrown.getCommandLine().getCommandSpec().qualifiedName();
        String message = String.valueOf(thrown.getMessage()).strip();
        console.err()
                .println("cleanplate: " + message + (message.endsWith(".") ? "" : ".") + " \"" + command
                        + " --help\" shows what is accepted.");
        return ExitCode.USAGE.value();
    }

    private int failed(Exception thrown) {
        LOG.debug("The command failed", thrown);
        console.err()
                .println("cleanplate: "
                        + switch (thrown) {
                            case CleanplateException known -> known.getMessage();
                            case CancellationException cancelled -> "stopped.";
                            default -> ErrorCode.sentence(thrown);
                        });
        return ExitCode.of(thrown).value();
    }
}
