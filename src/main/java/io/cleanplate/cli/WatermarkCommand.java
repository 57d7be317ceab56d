package io.cleanplate.cli;

import io.cleanplate.app.Application;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code cleanplate watermark}: learns a source's mark once, then takes it out of all its pictures. */
@Command(
        name = "watermark",
        description = "Learns a source's mark from its pictures, and removes it from others without a mask.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  Learn from a folder of one source's pictures, the more different the better:",
            "    cleanplate watermark learn meridian/ --output meridian.mark",
            "  Look at what was learned:",
            "    cleanplate watermark show meridian.mark",
            "  Remove it, leaving alone what would not come out well:",
            "    cleanplate watermark apply meridian.mark incoming/ --output cleaned/ --report report.json",
            "  Ask whose mark is on a picture:",
            "    cleanplate watermark find photo.jpg --profiles marks/"
        })
final class WatermarkCommand implements Callable<ExitCode> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private WatermarkCommand() {}

    static CommandLine commandLine(Application application, Console console) {
        return new CommandLine(new WatermarkCommand())
                .addSubcommand(new WatermarkLearnCommand(application, console))
                .addSubcommand(new WatermarkShowCommand(console))
                .addSubcommand(new WatermarkApplyCommand(application, console))
                .addSubcommand(new WatermarkFindCommand(console));
    }

    @Override
    public ExitCode call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return ExitCode.USAGE;
    }
}
