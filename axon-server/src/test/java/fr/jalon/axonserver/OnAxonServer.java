package fr.jalon.axonserver;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Tests that run where a jar of Axon Server is at hand, and say so where they do not. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfEnvironmentVariable(
        named = AxonServerProcess.JAR,
        matches = ".+",
        disabledReason = "JALON_AXONSERVER_JAR names no jar of Axon Server: nothing is tested on it")
public @interface OnAxonServer {}
