package fr.jalon.standalone;

import fr.jalon.store.axon.RecordedClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock of a machine that a test sets: a server's process reads it from a file. */
@Configuration(proxyBeanMethods = false)
class SetClock {
    private static final String FILE = "jalon.test.clock";

    /** What a server's process is started with to follow this file. */
    static String[] javaOptions(Path file) {
        return new String[] {
            "-Dspring.main.sources=" + SetClock.class.getName(),
            "-Dspring.main.allow-bean-definition-overriding=true",
            "-D" + FILE + "=" + file
        };
    }

    static void set(Path file, Instant now) throws IOException {
        Path draft = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), now.toString());
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Bean
    InstantSource clock() {
        return SetClock::now;
    }

    @Bean
    RecordedClock recordedClock() {
        RecordedClock clock = new RecordedClock(SetClock::near);
        clock.install();
        return clock;
    }

    /** The database refuses to record far from its own time: of such a machine the days alone are tried. */
    private static Instant near() {
        Instant machine = Instant.now();
        Instant set = now();
        return Duration.between(machine, set).abs().compareTo(Duration.ofHours(3)) < 0 ? set : machine;
    }

    private static Instant now() {
        try {
            return Instant.parse(Files.readString(Path.of(System.getProperty(FILE))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
