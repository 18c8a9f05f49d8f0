package fr.jalon.query.asked;

import io.swagger.v3.oas.annotations.Parameter;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents {@code asOf}. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(description = "The day in the world: 2023-06-01. Today in Paris if left out", example = "2023-06-01")
public @interface AsOfParameter {}
