package fr.jalon.answers;

import java.time.LocalDate;

/** The day in the world an answer speaks of: valid time (<i>à la date du</i>). */
public record AsOf(LocalDate day) {
    @Override
    public String toString() {
        return day.toString();
    }
}
