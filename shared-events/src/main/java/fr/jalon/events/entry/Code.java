package fr.jalon.events.entry;

import java.util.Locale;

/** A value of a closed list; in JSON it is written in kebab-case. */
public interface Code {
    String name();

    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
