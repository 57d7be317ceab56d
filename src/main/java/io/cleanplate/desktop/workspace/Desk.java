package io.cleanplate.desktop.workspace;

import io.cleanplate.cleaning.LooseFiles;
import io.cleanplate.cleaning.Outbox;
import io.cleanplate.cleaning.PictureDesk;
import io.cleanplate.cleaning.PictureLoader;
import io.cleanplate.cleaning.WorkInProgress;
import io.cleanplate.cleaning.proposal.Proposals;
import io.cleanplate.newsroom.PictureQueue;
import java.util.function.Supplier;

/**
 * What the workspace works with; all of it thread-safe.
 *
 * @param loader opens pictures
 * @param pictures saves, marks, skips, reopens
 * @param outbox what waits for the database or for a decision
 * @param queue where a picture stands now
 * @param work what was begun and not saved
 * @param files loose files
 * @param proposals what known marks propose for a picture
 * @param editor who works here, for the newsroom
 */
public record Desk(
        PictureLoader loader,
        PictureDesk pictures,
        Outbox outbox,
        PictureQueue queue,
        WorkInProgress work,
        LooseFiles files,
        Proposals proposals,
        Supplier<String> editor) {}
