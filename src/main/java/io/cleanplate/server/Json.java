package io.cleanplate.server;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** JSON as it is sent and received. */
final class Json {
    private Json() {}

    /**
     * Reads one object, strictly by RFC 8259.
     *
     * @throws ProblemException when it is something else
     */
    static JsonObject object(byte[] content) {
        JsonElement read;
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            JsonReader reader = new JsonReader(new StringReader(text));
            reader.setStrictness(Strictness.STRICT);
            read = JsonParser.parseReader(reader);
            // The parser takes no content at all for null.
            if (text.isBlank() || reader.peek() != JsonToken.END_DOCUMENT) {
                throw broken();
            }
        } catch (CharacterCodingException e) {
            throw new ProblemException(ProblemKind.BAD_REQUEST, "The content is not UTF-8: send it in UTF-8.");
        } catch (JsonParseException | IOException e) {
            // What the parser says quotes the text and its own class names: of no use to the client.
            throw broken();
        }
        if (!read.isJsonObject()) {
            throw new ProblemException(
                    ProblemKind.UNPROCESSABLE_CONTENT, "The content is not a JSON object: accepted is one in braces.");
        }
        return read.getAsJsonObject();
    }

    /** A time in ISO 8601, or null. */
    static JsonElement time(@Nullable Instant time) {
        return time == null ? JsonNull.INSTANCE : new JsonPrimitive(time.toString());
    }

    private static ProblemException broken() {
        return new ProblemException(ProblemKind.BAD_REQUEST, "The content is broken JSON: send one JSON object.");
    }
}
