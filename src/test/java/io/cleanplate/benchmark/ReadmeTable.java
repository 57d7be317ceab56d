package io.cleanplate.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Markdown table that stands in the README between two comments of its name, and is replaced there. */
final class ReadmeTable {
    private final String name;
    private final List<List<String>> rows = new ArrayList<>();

    ReadmeTable(String name, String... heading) {
        this.name = name;
        rows.add(List.of(heading));
    }

    void row(String... cells) {
        rows.add(List.of(cells));
    }

    /** Puts the table into the file, with a line under it that says how it was measured. */
    void writeInto(Path readme, String how) throws IOException {
        String begin = "<!-- begin " + name + " -->";
        String end = "<!-- end " + name + " -->";
        String text = Files.readString(readme);
        int from = text.indexOf(begin);
        int to = text.indexOf(end);
        if (from < 0 || to < from) {
            throw new IllegalStateException(readme + " has no place for the table " + name);
        }
        Files.writeString(
                readme, text.substring(0, from) + begin + "\n" + markdown() + "\n" + how + "\n" + text.substring(to));
    }

    private String markdown() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            text.append("| ").append(String.join(" | ", rows.get(i))).append(" |\n");
            if (i == 0) {
                text.append("|---".repeat(rows.get(i).size())).append("|\n");
            }
        }
        return text.toString();
    }
}
