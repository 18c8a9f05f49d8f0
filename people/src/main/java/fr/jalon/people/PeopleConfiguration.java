package fr.jalon.people;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The key that persons' keys are wrapped with, for a service to import: {@code jalon.people.key} itself, from the
 * environment, or {@code jalon.people.key-file}, made where there is none. All services of one register have the same.
 */
@Configuration(proxyBeanMethods = false)
public class PeopleConfiguration {
    @Bean
    KeyWrap personsKeyWrap(@Value("${jalon.people.key:}") String key, @Value("${jalon.people.key-file:}") String file) {
        if (!key.isEmpty()) {
            return MasterKey.of(key);
        }
        if (file.isEmpty()) {
            throw new IllegalStateException(
                    "Neither jalon.people.key nor jalon.people.key-file is set: names of persons"
                            + " are sealed with that key, the same for all services of a register");
        }
        return MasterKey.in(Path.of(file));
    }
}
