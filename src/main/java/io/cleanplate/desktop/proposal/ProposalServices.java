package io.cleanplate.desktop.proposal;

import io.cleanplate.cleaning.edit.Remover;
import io.cleanplate.cleaning.proposal.Proposals;
import io.cleanplate.desktop.queue.Delay;
import java.util.function.Predicate;

/**
 * What proposals are shown with.
 *
 * @param proposals finds marks and places them; thread-safe
 * @param remover computes the alternatives; thread-safe
 * @param quick whether the model of that name is worth running before it is asked for; may look at files, so it is asked in
 *     the background; thread-safe
 * @param idle waits until an editor seems to look closer
 */
public record ProposalServices(Proposals proposals, Remover remover, Predicate<String> quick, Delay idle) {}
