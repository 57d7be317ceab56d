package io.cleanplate.cli;

import io.cleanplate.app.Application;
import io.cleanplate.app.Demo;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code cleanplate demo}: shows on a bundled photograph what cleaning does. */
@Command(
        name = "demo",
        description = "Draws a mark over a sample photograph, removes it, and tells where before and after lie.")
final class DemoCommand implements Callable<ExitCode> {
    private final Application application;
    private final Console console;

    DemoCommand(Application application, Console console) {
        this.application = application;
        this.console = console;
    }

    @Override
    public ExitCode call() {
        console.out().println("Cleanplate removes watermarks. Here is how, on a sample photograph:");
        Demo.Shown shown = new Demo(application).show();
        shown.notices().forEach(console.err()::println);
        console.out().println("""

                          before  %s
                          mask    %s
                          after   %s

                        A mark was drawn over the photograph, painted over with a brush, and removed in %.1f s (%s on %s).

                        Your own pictures:
                          cleanplate clean photo.jpg --mask mask.png --output clean.jpg
                          cleanplate clean photos/ --mask masks/ --output cleaned/
                        More:
                          cleanplate --help      all commands
                          cleanplate desktop     the workstation, where there is a display
                          cleanplate doctor      what this machine has and lacks
                          cleanplate model list  the models""".formatted(
                        shown.before(), shown.mask(), shown.after(), shown.seconds(), shown.model(), shown.device()));
        return ExitCode.DONE;
    }
}
