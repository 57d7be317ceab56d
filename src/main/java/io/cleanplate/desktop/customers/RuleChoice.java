package io.cleanplate.desktop.customers;

import javafx.beans.property.BooleanProperty;

/**
 * A name that a rule may hold.
 *
 * @param name of a section or publisher
 * @param chosen whether the rule holds it
 */
public record RuleChoice(String name, BooleanProperty chosen) {}
