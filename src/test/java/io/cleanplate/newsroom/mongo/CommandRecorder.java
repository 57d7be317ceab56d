package io.cleanplate.newsroom.mongo;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * Sees every command that the driver sends. The embedded server accepts operators that it does not know, so what is used is
 * written down here, and each was tried on it.
 */
final class CommandRecorder implements CommandListener {
    private static final Set<String> COMMANDS = Set.of(
            "find",
            "getMore",
            "insert",
            "update",
            "delete",
            "findAndModify",
            "aggregate",
            "distinct",
            "createIndexes",
            "ping",
            "endSessions");
    private static final Set<String> OPERATORS = Set.of(
            "$eq",
            "$ne",
            "$gt",
            "$gte",
            "$lt",
            "$lte",
            "$in",
            "$nin",
            "$not",
            "$nor",
            "$or",
            "$and",
            "$type",
            "$exists", // filters
            "$set",
            "$unset",
            "$setOnInsert", // updates
            "$match",
            "$group",
            "$sum",
            "$min"); // counting
    private static final Set<String> OF_THE_DRIVER = Set.of("$db", "$clusterTime", "$readPreference");

    private final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> commands = new ConcurrentLinkedQueue<>();

    @Override
    public void commandStarted(CommandStartedEvent event) {
        commands.add(event.getCommandName());
        if (!COMMANDS.contains(event.getCommandName())) {
            faults.add("command " + event.getCommandName());
        }
        checkOperators(event.getCommand());
        checkCustomer(event.getCommandName(), event.getCommand());
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    List<String> commands() {
        return List.copyOf(commands);
    }

    private void checkOperators(BsonValue value) {
        if (value.isDocument()) {
            value.asDocument().forEach((key, inner) -> {
                if (key.startsWith("$") && !OPERATORS.contains(key) && !OF_THE_DRIVER.contains(key)) {
                    faults.add("operator " + key);
                }
                checkOperators(inner);
            });
        } else if (value.isArray()) {
            value.asArray().forEach(this::checkOperators);
        }
    }

    private void checkCustomer(String name, BsonDocument command) {
        if (!command.isString(name) || !command.getString(name).getValue().equals(MongoCollections.NEWS)) {
            return;
        }
        List<BsonValue> filters = switch (name) {
            case "find" -> List.of(command.get("filter"));
            case "distinct" -> List.of(command.get("query"));
            case "update" ->
                command.getArray("updates").stream()
                        .map(update -> update.asDocument().get("q"))
                        .toList();
            case "aggregate" ->
                command.getArray("pipeline").stream()
                        .map(stage -> stage.asDocument().get("$match"))
                        .limit(1)
                        .toList();
            default -> List.of();
        };
        for (BsonValue filter : filters) {
            if (!filter.asDocument().containsKey("customer_id")) {
                faults.add("no customer in " + command.toJson());
            }
        }
    }
}
