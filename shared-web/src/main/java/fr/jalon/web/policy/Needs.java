package fr.jalon.web.policy;

import fr.jalon.web.account.Right;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The right that an operation needs: in the {@code territory} or on the {@code organisation} of its address, everywhere
 * where it has neither. Without it, whoever may read may call it.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {
    Right value();
}
