package fr.jalon.console.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.console.keeping.HealthInWords.Mark;
import fr.jalon.console.keeping.HealthInWords.Sentence;
import fr.jalon.console.say.Words;
import fr.jalon.console.upkeep.HealthTold;
import fr.jalon.events.language.Language;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import tools.jackson.databind.json.JsonMapper;

class HealthInWordsTest {
    private static final String WELL = """
            {"status": "UP", "groups": ["liveness", "readiness"], "components": {
              "commandDatabase": {"status": "UP"},
              "diskSpace": {"status": "UP", "details": {"total": 40000000000, "free": 12340000000, "exists": true}},
              "ping": {"status": "UP"},
              "projection": {"status": "UP", "details": {"lag": 0, "parked": []}},
              "queryDatabase": {"status": "UP"},
              "seal": {"status": "UP", "details": {"notary": true}}}}""";

    @Test
    void what_is_well_is_said_once_each() {
        assertThat(said(WELL, Language.FRENCH))
                .containsExactly(
                        "La base de données répond.",
                        "Disque : 12,3 Go libres sur 40 Go.",
                        "Tout ce qui est inscrit se lit.",
                        "Les inscriptions sont scellées à mesure.");
    }

    @Test
    void it_is_said_in_english_too() {
        assertThat(said(WELL, Language.ENGLISH)).contains("Disk: 12.3 GB free of 40 GB.");
    }

    @Test
    void what_is_not_read_yet_is_counted() {
        assertThat(said(WELL.replace("\"lag\": 0", "\"lag\": 3"), Language.FRENCH))
                .contains("3 inscriptions ne sont pas encore lues.");
    }

    @Test
    void what_is_ill_comes_first_and_says_where() {
        List<Sentence> told = told("""
                {"status": "DOWN", "components": {
                  "queryDatabase": {"status": "UP"},
                  "projection": {"status": "DOWN", "details": {"lag": 2, "parked": ["lille", "metz"]}},
                  "seal": {"status": "DOWN", "details": {"notary": true, "faults": 2, "first": "altered lille 3"}},
                  "refuge": {"status": "OUT_OF_SERVICE"}}}""", Language.FRENCH);

        assertThat(told)
                .containsExactly(
                        new Sentence(
                                Mark.ILL,
                                "Une inscription n’a pas pu être lue ; les suivantes de son territoire attendent avec"
                                        + " elle : LILLE, METZ."),
                        new Sentence(Mark.ILL, "Le dernier contrôle a trouvé 2 anomalies."),
                        new Sentence(Mark.ILL, "Une partie du service ne va pas : refuge."),
                        new Sentence(Mark.WELL, "La base de données répond."));
    }

    @Test
    void how_old_the_last_backup_is_is_said_where_it_is_known() {
        String backup = "{\"status\": \"UP\", \"components\": {\"backup\": {\"status\": \"UP\"%s}}}";

        assertThat(said(backup.formatted(", \"details\": {\"last\": \"2026-11-28T09:30:00Z\"}"), Language.FRENCH))
                .containsExactly("Dernière sauvegarde : le 28 novembre 2026 à 10:30.");
        assertThat(told(backup.formatted(", \"details\": {\"last\": \"never\"}"), Language.ENGLISH))
                .extracting(Sentence::mark)
                .containsExactly(Mark.HEED);
        assertThat(said(backup.formatted(""), Language.FRENCH)).isEmpty();
    }

    @Test
    void erasures_that_wait_for_a_register_are_counted_and_it_is_named() {
        String waiting = """
                {"status": "UP", "components": {"erasures": {"status": "UP", "details": {"unrecorded": 2%s}}}}""";

        assertThat(said(
                        waiting.formatted(", \"register\": \"france\", \"waitsFor\": \"The register\""),
                        Language.FRENCH))
                .containsExactly("2 effacements attendent d’être au registre « FRANCE », que nul n’a ouvert.");
        assertThat(said(waiting.formatted(""), Language.FRENCH)).isEmpty();
    }

    @Test
    void what_is_told_without_reasons_is_said_without_them() {
        assertThat(said("""
                {"status": "DOWN", "components": {
                  "commandDatabase": {"status": "DOWN"}, "queryDatabase": {"status": "DOWN"},
                  "projection": {"status": "DOWN"}, "seal": {"status": "DOWN"}}}""", Language.FRENCH))
                .containsExactly(
                        "La base de données ne répond pas : tant qu’elle est absente, rien ne peut être inscrit ni lu.",
                        "Ce qui vient d’être inscrit ne se lit plus.",
                        "Les inscriptions ne sont plus scellées, ou un contrôle a trouvé une anomalie.");
    }

    private static List<String> said(String health, Language language) {
        return told(health, language).stream().map(Sentence::text).toList();
    }

    private static List<Sentence> told(String health, Language language) {
        ResourceBundleMessageSource words = new ResourceBundleMessageSource();
        words.setBasename("fr.jalon.console.page.words");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
        HealthTold told = JsonMapper.shared().readValue(health, HealthTold.class);
        return HealthInWords.of(told, words, Words.in(language), territory -> territory.toUpperCase(Locale.ROOT));
    }
}
