package io.cleanplate.config;

import io.cleanplate.error.InputException;
import java.util.Locale;
import java.util.OptionalInt;

/** Where a person wants models to run. Shown as it is written. */
public sealed interface DeviceChoice {
    /** A graphics card where one can be used, else the processor. */
    record Auto() implements DeviceChoice {
        @Override
        public String toString() {
            return "auto";
        }
    }

    /** The processor. */
    record Cpu() implements DeviceChoice {
        @Override
        public String toString() {
            return "cpu";
        }
    }

    /**
     * A CUDA graphics card, and nothing else.
     *
     * @param index which one; empty for any
     */
    record Cuda(OptionalInt index) implements DeviceChoice {
        @Override
        public String toString() {
            return index.isPresent() ? "cuda:" + index.getAsInt() : "cuda";
        }
    }

    /** A graphics card where one can be used, else the processor. */
    DeviceChoice AUTO = new Auto();

    /**
     * Reads {@code auto}, {@code cpu}, {@code cuda} or {@code cuda:N}, in any case.
     *
     * @param where the variable or flag it came from, for the message
     * @throws InputException when it is none of them
     */
    static DeviceChoice parse(String where, String text) {
        String value = text.strip().toLowerCase(Locale.ROOT);
        if (value.matches("cuda:\\d{1,4}")) {
            return new Cuda(OptionalInt.of(Integer.parseInt(value.substring("cuda:".length()))));
        }
        return switch (value) {
            case "auto" -> AUTO;
            case "cpu" -> new Cpu();
            case "cuda" -> new Cuda(OptionalInt.empty());
            default ->
                throw new InputException(where + " is '" + text
                        + "': accepted are auto, cpu, cuda, or a certain graphics card such as cuda:0.");
        };
    }
}
