package nl.schoolgang.normen;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the norms that a piece of Java carries: ids of the registers in {@code docs/normenkader/}, for example
 * {@code @Norm({"BUN-06.01-01", "NOP-3.1.02-01"})}. Only for what no model, table, form or letter can carry.
 * The build fails on an id that no register knows.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD})
public @interface Norm {

    /** Ids of norms; at least one. */
    String[] value();
}
