package io.cleanplate.server;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.cleanplate.error.InputException;
import io.cleanplate.newsroom.AutoMarkRules;
import io.cleanplate.newsroom.CustomerSettings;
import io.cleanplate.newsroom.SettingsChange;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A customer's settings as JSON, in the fields of {@code image_config}. */
final class ImageConfigJson {
    private static final String AUTO_MARK_CLEANED = "auto_mark_cleaned";
    private static final String RULES = "auto_mark_rules";
    private static final String UPDATED_BY = "updated_by";
    private static final String CATEGORIES = "categories";
    private static final String SOURCES = "sources";
    private static final String EXCLUDE_SOURCES = "exclude_sources";

    private static final List<String> FIELDS = List.of(AUTO_MARK_CLEANED, RULES, UPDATED_BY);
    private static final List<String> RULE_FIELDS = List.of(CATEGORIES, SOURCES, EXCLUDE_SOURCES);
    private static final String NOBODY_NAMED = "api";
    private static final int LONGEST_NAME = 200;

    private ImageConfigJson() {}

    static JsonObject of(CustomerSettings settings) {
        JsonObject rules = new JsonObject();
        rules.add(CATEGORIES, names(settings.rules().categories()));
        rules.add(SOURCES, names(settings.rules().sources()));
        rules.add(EXCLUDE_SOURCES, names(settings.rules().excludeSources()));
        JsonObject json = new JsonObject();
        json.addProperty("customer_id", settings.customer());
        json.addProperty(AUTO_MARK_CLEANED, settings.autoMarkCleaned());
        json.add(RULES, rules);
        json.add("created_at", Json.time(settings.createdAt()));
        json.add("updated_at", Json.time(settings.updatedAt()));
        json.addProperty(UPDATED_BY, settings.updatedBy());
        return json;
    }

    /**
     * Reads what is to be changed.
     *
     * @throws InputException when a field is unknown or of another type, or none is there: names it and what is accepted
     */
    static SettingsChange change(String customer, JsonObject json) {
        checkNames("", json, FIELDS);
        JsonElement toggle = json.get(AUTO_MARK_CLEANED);
        JsonElement rules = json.get(RULES);
        if (toggle == null && rules == null) {
            throw new InputException("The content changes nothing: accepted are " + AUTO_MARK_CLEANED + " (true or"
                    + " false) and " + RULES + " (an object), at least one of them.");
        }
        return new SettingsChange(
                customer, toggle == null ? null : flag(toggle), rules == null ? null : rules(rules), by(json));
    }

    private static boolean flag(JsonElement value) {
        if (value instanceof JsonPrimitive primitive && primitive.isBoolean()) {
            return primitive.getAsBoolean();
        }
        throw wrong(AUTO_MARK_CLEANED, "true or false");
    }

    private static AutoMarkRules rules(JsonElement value) {
        if (value.isJsonNull()) {
            return AutoMarkRules.ALL;
        }
        if (!value.isJsonObject()) {
            throw wrong(RULES, "an object of lists, or null for no restriction");
        }
        JsonObject rules = value.getAsJsonObject();
        checkNames(RULES + ".", rules, RULE_FIELDS);
        return new AutoMarkRules(
                names(CATEGORIES, rules.get(CATEGORIES)),
                names(SOURCES, rules.get(SOURCES)),
                names(EXCLUDE_SOURCES, rules.get(EXCLUDE_SOURCES)));
    }

    private static Set<String> names(String field, @Nullable JsonElement value) {
        Set<String> names = new LinkedHashSet<>();
        if (value == null) {
            return names;
        }
        if (!value.isJsonArray()) {
            throw wrong(RULES + "." + field, "a list of names");
        }
        for (JsonElement name : value.getAsJsonArray()) {
            names.add(text(
                    RULES + "." + field,
                    name,
                    "a list of names, each of 1 to " + LONGEST_NAME + " characters on one line"));
        }
        return names;
    }

    private static String by(JsonObject json) {
        JsonElement by = json.get(UPDATED_BY);
        return by == null
                ? NOBODY_NAMED
                : text(UPDATED_BY, by, "a name of 1 to " + LONGEST_NAME + " characters on one line");
    }

    private static String text(String field, JsonElement value, String accepted) {
        if (value instanceof JsonPrimitive primitive && primitive.isString()) {
            String text = primitive.getAsString();
            boolean printable = text.chars().noneMatch(Character::isISOControl);
            if (printable && !text.isBlank() && text.length() <= LONGEST_NAME) {
                return text;
            }
        }
        throw wrong(field, accepted);
    }

    private static void checkNames(String where, JsonObject json, List<String> accepted) {
        for (String name : json.keySet()) {
            if (!accepted.contains(name)) {
                throw new InputException("The field '" + where + name + "' is not one that can be set: accepted are "
                        + String.join(", ", accepted) + ".");
            }
        }
    }

    private static InputException wrong(String field, String accepted) {
        return new InputException("The field '" + field + "' is of the wrong kind: accepted is " + accepted + ".");
    }

    private static JsonArray names(Set<String> names) {
        JsonArray json = new JsonArray();
        names.stream().sorted().forEach(json::add);
        return json;
    }
}
