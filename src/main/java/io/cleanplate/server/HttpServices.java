package io.cleanplate.server;

import io.cleanplate.automark.AutoMark;
import io.cleanplate.newsroom.Newsroom;
import java.util.function.Supplier;

/**
 * What the server serves.
 *
 * @param facts of this process
 * @param newsroom pictures and customers
 * @param autoMark the job
 * @param metrics all figures in Prometheus' text format, version 0.0.4; asked on each scrape
 * @param observer is told of every request
 */
public record HttpServices(
        HealthFacts facts, Newsroom newsroom, AutoMark autoMark, Supplier<String> metrics, RequestObserver observer) {}
