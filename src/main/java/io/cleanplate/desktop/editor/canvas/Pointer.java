package io.cleanplate.desktop.editor.canvas;

/**
 * Where the pointer is, and which keys are held.
 *
 * @param x column of the picture
 * @param y row of the picture
 * @param subtract whether Alt is held
 * @param straight whether Shift is held
 */
record Pointer(double x, double y, boolean subtract, boolean straight) {}
