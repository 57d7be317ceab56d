package io.cleanplate.server;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.cleanplate.newsroom.CustomerFigures;
import io.cleanplate.newsroom.NewsroomFigures;
import io.cleanplate.newsroom.PictureState;
import io.cleanplate.newsroom.StateCounts;
import java.util.List;

/** How every customer's pictures get on. Thread-safe. */
final class StatsRoutes {
    private final NewsroomFigures figures;

    StatsRoutes(NewsroomFigures figures) {
        this.figures = figures;
    }

    List<Route> routes() {
        return List.of(Route.get("/api/stats", call -> stats()));
    }

    private Reply stats() {
        JsonArray customers = new JsonArray();
        figures.figures().forEach(customer -> customers.add(json(customer)));
        JsonObject json = new JsonObject();
        json.add("customers", customers);
        return Reply.json(json);
    }

    private static JsonObject json(CustomerFigures figures) {
        StateCounts counts = figures.counts();
        JsonObject json = new JsonObject();
        json.addProperty("customer_id", counts.customer());
        json.addProperty("total", counts.total());
        json.addProperty("cleaned_by_hand", counts.in(PictureState.CLEANED));
        json.addProperty("auto_marked", counts.in(PictureState.AUTO_MARKED));
        json.addProperty("skipped", counts.in(PictureState.SKIPPED));
        json.addProperty("pending", counts.in(PictureState.PENDING));
        json.addProperty("withdrawn", counts.in(PictureState.WITHDRAWN));
        json.addProperty("incomplete", counts.in(PictureState.INCOMPLETE));
        json.add("oldest_pending", Json.time(figures.oldestPending()));
        json.addProperty("marked_last_hour", figures.markedLastHour());
        json.addProperty("marked_last_day", figures.markedLastDay());
        return json;
    }
}
