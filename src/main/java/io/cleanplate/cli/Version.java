package io.cleanplate.cli;

import picocli.CommandLine.IVersionProvider;

/** Which Cleanplate this is. */
final class Version implements IVersionProvider {
    /** The version that the build wrote into the jar; {@code development} when run from classes. */
    static String current() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {
            "cleanplate " + current(),
            "Java " + Runtime.version() + ", " + System.getProperty("os.name") + " " + System.getProperty("os.arch")
        };
    }
}
