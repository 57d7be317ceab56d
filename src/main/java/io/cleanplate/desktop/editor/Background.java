package io.cleanplate.desktop.editor;

import io.cleanplate.desktop.common.Notifier;
import io.cleanplate.task.TaskRunner;

/**
 * Where long work runs and where its outcome is told.
 *
 * @param tasks of the JavaFX thread
 * @param notifier of the window
 */
public record Background(TaskRunner tasks, Notifier notifier) {}
