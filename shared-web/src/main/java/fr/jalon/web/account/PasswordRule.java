package fr.jalon.web.account;

import fr.jalon.events.entry.Code;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import me.gosimple.nbvcxz.Nbvcxz;
import me.gosimple.nbvcxz.resources.ConfigurationBuilder;
import me.gosimple.nbvcxz.resources.Dictionary;
import me.gosimple.nbvcxz.resources.DictionaryBuilder;

/**
 * What a password somebody chose must be: long, and not among those that are tried first. Which characters it is made
 * of is nobody's business: rules of composition make passwords worse.
 */
public enum PasswordRule implements Code {
    /** It is too short, or longer than what bcrypt takes in. */
    LENGTH,
    /** It is one thing said again and again. */
    REPEATED,
    /** It is known, or soon guessed by whoever knows the programme. */
    COMMON;

    public static final int SHORTEST = 12;
    public static final int LONGEST_BYTES = 72;

    private static final Pattern SAME_AGAIN = Pattern.compile("(?i)(.+?)[\\W_]*(?:\\1[\\W_]*)+");

    /** What anybody who attacks this register would try: it adds nothing to a password. */
    private static final List<String> OF_THE_PROGRAMME = List.of(
            "jalon",
            "convergence",
            "premieresheures",
            "premières",
            "heures",
            "chantier",
            "insertion",
            "national",
            "coordinator",
            "coordination",
            "coordinateur",
            "coordinatrice",
            "auditor",
            "auditeur",
            "auditrice",
            "funder",
            "financeur",
            "paris",
            "lyon",
            "lille",
            "strasbourg",
            "nantes",
            "charente",
            "marseille",
            "rouen",
            "france",
            "motdepasse",
            "administrateur",
            "bonjour",
            "soleil",
            "azerty",
            "azertyuiop",
            "qsdfghjklm",
            "wxcvbn");

    /** The rule that a password breaks; none where it will do. */
    public static Optional<PasswordRule> brokenBy(String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST
                || password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            return Optional.of(LENGTH);
        }
        if (SAME_AGAIN.matcher(password).matches()) {
            return Optional.of(REPEATED);
        }
        return Guesser.GUESSER.estimate(password).isMinimumEntropyMet() ? Optional.empty() : Optional.of(COMMON);
    }

    /** Known passwords and words by the hundred thousand, read when the first password is chosen. */
    private static final class Guesser {
        private static final Nbvcxz GUESSER = guesser();

        private static Nbvcxz guesser() {
            List<Dictionary> dictionaries = new ArrayList<>(ConfigurationBuilder.getDefaultDictionaries());
            dictionaries.add(new DictionaryBuilder()
                    .setDictionaryName("programme")
                    .setExclusion(true)
                    .addWords(OF_THE_PROGRAMME, 0)
                    .createDictionary());
            return new Nbvcxz(new ConfigurationBuilder()
                    .setDictionaries(dictionaries)
                    .setMaxLength(LONGEST_BYTES)
                    .createConfiguration());
        }
    }
}
