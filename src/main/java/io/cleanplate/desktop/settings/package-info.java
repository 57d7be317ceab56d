/** What a person chooses and keeps: the form, and the preferences behind it. */
@NullMarked
package io.cleanplate.desktop.settings;

import org.jspecify.annotations.NullMarked;
