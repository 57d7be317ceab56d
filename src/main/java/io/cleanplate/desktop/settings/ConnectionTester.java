package io.cleanplate.desktop.settings;

/** Tries a newsroom's address. */
@FunctionalInterface
public interface ConnectionTester {
    /**
     * Connects and asks for something small. Called on a background thread; may take seconds.
     *
     * @return a sentence that says what was found: {@code Connected: 1,204 pictures in db.example.org/news.}
     * @throws io.cleanplate.error.CleanplateException when it cannot be used; the message holds no secret
     */
    String test(String url);
}
