package io.cleanplate.desktop.editor;

import io.cleanplate.desktop.common.Notice;
import java.util.List;

/** What the editor shows in its middle. Immutable. */
public sealed interface EditorState {
    /**
     * No picture.
     *
     * @param next what to do now, one sentence
     */
    record Empty(String next) implements EditorState {}

    /**
     * A picture on its way.
     *
     * @param name what people call it
     */
    record Loading(String name) implements EditorState {}

    /**
     * A picture that could not be opened.
     *
     * @param message why
     * @param choices what can be done about it
     */
    record Failed(String message, List<Notice.Choice> choices) implements EditorState {
        /** Copies the choices. */
        public Failed {
            choices = List.copyOf(choices);
        }
    }

    /**
     * A picture to paint on.
     *
     * @param name what people call it
     */
    record Open(String name) implements EditorState {}
}
