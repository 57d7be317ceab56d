package io.cleanplate.desktop.queue;

import io.cleanplate.imaging.Pixels;
import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.task.TaskMonitor;

/** Where the small pictures of rows come from. */
@FunctionalInterface
public interface ThumbnailSource {
    /**
     * A picture, upright; small is enough. Called on a background thread.
     *
     * @throws io.cleanplate.error.CleanplateException when it cannot be had
     * @throws java.util.concurrent.CancellationException when the monitor says that nobody wants it any more
     */
    Pixels load(NewsImage picture, TaskMonitor monitor);
}
