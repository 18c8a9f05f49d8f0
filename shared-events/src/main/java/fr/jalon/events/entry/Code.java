package fr.jalon.events.entry;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A value of a closed list; in JSON it is written in kebab-case. */
public interface Code {
    String name();

    @JsonValue
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
