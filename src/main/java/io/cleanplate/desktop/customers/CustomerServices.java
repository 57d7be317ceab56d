package io.cleanplate.desktop.customers;

import io.cleanplate.newsroom.CustomerRegistry;
import io.cleanplate.newsroom.NewsroomFigures;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * What the top bar works with.
 *
 * @param registry customers and their settings
 * @param figures how many pictures there are
 * @param editor who works here, at any time
 * @param interval between two runs of the auto-mark job
 * @param clock what time it is
 */
public record CustomerServices(
        CustomerRegistry registry,
        NewsroomFigures figures,
        Supplier<String> editor,
        Duration interval,
        InstantSource clock) {}
