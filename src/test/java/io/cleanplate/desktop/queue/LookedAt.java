package io.cleanplate.desktop.queue;

import static io.cleanplate.desktop.queue.FakeQueue.id;

import io.cleanplate.newsroom.PictureState;

/** A queue with everything in it that can go wrong on a screen. */
final class LookedAt {
    private LookedAt() {}

    static void fill(FakeQueue newsroom, QueueViewModel queue) {
        String[] titles = {
            "Harbour wall to be rebuilt before winter, council says after a night of long and heated debate in town hall",
            "Short one",
            "Bundesverkehrswegeplanungsbeschleunigungsgesetz verabschiedet",
            "Ferry is back",
            "Wildfire smoke drifts over the valley for a third day; schools stay closed",
            "A broken picture",
            "",
            "Second half of the season opens with a draw"
        };
        PictureState[] states = PictureState.values();
        for (int i = 0; i < titles.length; i++) {
            newsroom.put(FakeQueue.picture(
                    i * 60,
                    "valley-radio",
                    titles[i],
                    i == 1 ? null : i == 4 ? "The Meridian Evening Chronicle and Advertiser" : "Meridian",
                    states[i % states.length]));
            for (int between = 1; between < 60; between++) {
                newsroom.remove(i * 60 + between);
            }
        }
        queue.setWork(id(60), RowWork.of(RowWork.Kind.SAVING));
        queue.setWork(id(120), RowWork.of(RowWork.Kind.CONFLICT));
        queue.setWork(id(180), RowWork.of(RowWork.Kind.QUEUED));
        queue.setWork(id(300), RowWork.failed("The disk is full."));
    }
}
