package nl.schoolgang.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One demo for all test classes that ask for it: started by the first, stopped after the last. */
final class Gedeeldedemo implements BeforeAllCallback {

    private static Browserdemo demo;

    @Override
    public void beforeAll(ExtensionContext context) {
        demo = context.getRoot().getStore(ExtensionContext.Namespace.create(Gedeeldedemo.class))
                .getOrComputeIfAbsent("demo", k -> start(), Browserdemo.class);
    }

    static Browserdemo demo() {
        return demo;
    }

    private static Browserdemo start() {
        try {
            return new Browserdemo(Files.createTempDirectory("schoolgang-demo"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
