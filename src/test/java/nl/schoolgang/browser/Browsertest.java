package nl.schoolgang.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that drives a real browser. Where no browser can be had it is skipped with a loud line; with
 * {@code -Dbrowser=required} it fails instead.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("langzaam")
@ExtendWith(BrowserVereist.class)
@interface Browsertest {
}
