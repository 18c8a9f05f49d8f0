package fr.jalon.query.asked;

import fr.jalon.answers.AsOf;
import fr.jalon.web.request.FromParameters;

/**
 * The day in the world that a question is about.
 *
 * @param isGiven whether the request names it; if not it is today, and tomorrow's answer is another
 */
@FromParameters(AskedDay.AS_OF)
public record AskedDay(AsOf asOf, boolean isGiven) {
    static final String AS_OF = "asOf";
}
