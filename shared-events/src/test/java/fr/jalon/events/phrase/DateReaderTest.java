package fr.jalon.events.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.events.Seed;
import fr.jalon.events.language.Language;
import fr.jalon.events.time.Effective;
import fr.jalon.events.time.MalformedDate;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DateReaderTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    /** The table has a line for each phrase; {@code \\u00a0} stands for the character of that number. */
    @TestFactory
    Stream<DynamicTest> a_phrase_is_read_and_said_back_as_the_table_says() throws IOException {
        List<String> lines = table();
        assertThat(lines).hasSizeGreaterThan(300).doesNotHaveDuplicates();
        return lines.stream()
                .map(line -> DynamicTest.dynamicTest(line, () -> {
                    String[] cells = line.split("\t", -1);
                    Language language = Language.of(Locale.forLanguageTag(cells[1]));
                    LocalDate today = cells[2].isEmpty() ? null : LocalDate.parse(cells[2]);

                    DateReading reading = new DateReader(Wanted.EFFECTIVE, language, today).read(unescaped(cells[0]));

                    switch (reading) {
                        case DateReading.Read read -> {
                            assertThat(read.effective().text()).isEqualTo(cells[3]);
                            assertThat(read.saidBack(language)).endsWith(cells[4]);
                            assertThat(DateSayer.in(language).say(read.effective()))
                                    .isEqualTo(cells[4]);
                        }
                        case DateReading.Refused refused ->
                            assertThat(refused.why()
                                            .name()
                                            .toLowerCase(Locale.ROOT)
                                            .replace('_', '-'))
                                    .isEqualTo(cells[3]);
                    }
                }));
    }

    @Test
    void what_is_read_is_said_back_beside_the_phrase() {
        DateReading reading = new DateReader(Wanted.EFFECTIVE, Language.FRENCH, null).read("2e semestre 2022");

        assertThat(((DateReading.Read) reading).saidBack(Language.FRENCH))
                .isEqualTo("2e semestre 2022 : du 1ᵉʳ juillet au 31 décembre 2022");
        assertThat(((DateReading.Read) reading).saidBack(Language.ENGLISH))
                .isEqualTo("2e semestre 2022: from 1 July to 31 December 2022");
    }

    @Test
    void an_ambiguous_date_is_refused_with_both_its_readings() {
        DateReading reading = new DateReader(Wanted.POINT, Language.ENGLISH, null).read("03/04/2023");

        assertThat(((DateReading.Refused) reading).sentence(Language.ENGLISH))
                .startsWith("“03/04/2023” may be read in two ways: on 3 April 2023 (2023-04-03)"
                        + " or on 4 March 2023 (2023-03-04). Forms read: 26 January 2023,");
    }

    @Test
    void a_period_is_refused_where_one_date_is_wanted() {
        DateReading reading = new DateReader(Wanted.POINT, Language.FRENCH, null).read("depuis 2019");

        assertThat(((DateReading.Refused) reading).sentence(Language.FRENCH))
                .startsWith("« depuis 2019 » est une période : ici il faut une seule date.");
    }

    @Test
    void a_window_without_end_is_refused_where_a_day_is_wanted() {
        DateReading reading = new DateReader(Wanted.DAY, Language.FRENCH, TODAY).read("après 2023");

        assertThat(((DateReading.Refused) reading).why()).isEqualTo(DateRefusal.NOT_ONE_DAY);
    }

    @Test
    void a_question_counts_years_to_the_day() {
        DateReading reading = new DateReader(Wanted.DAY, Language.FRENCH, TODAY).read("il y a 2 ans");

        assertThat(((DateReading.Read) reading).effective().text()).isEqualTo("2024-11-28");
    }

    @ParameterizedTest
    @EnumSource
    void every_refusal_has_a_sentence_and_the_forms_wanted_in_both_languages(DateRefusal why) {
        for (Language language : Language.values()) {
            for (Wanted wanted : Wanted.values()) {
                assertThat(new DateReading.Refused("x", why, wanted, List.of()).sentence(language))
                        .contains("2023-01-26")
                        .doesNotContain("{");
            }
        }
    }

    @Test
    void both_languages_have_the_same_sentences() {
        assertThat(bundle(Locale.FRENCH).keySet())
                .isEqualTo(bundle(Locale.ENGLISH).keySet());
    }

    @Test
    void what_the_register_writes_is_read_as_itself() {
        Random random = new Random(Seed.of(34, "what_the_register_writes_is_read_as_itself"));
        DateReader reader = new DateReader(Wanted.EFFECTIVE, Language.ENGLISH, TODAY);
        for (int i = 0; i < 20_000; i++) {
            String text = RandomDates.written(random);
            if (isWellFormed(text)) {
                assertThat(reader.read(text)).isEqualTo(new DateReading.Read(text, Effective.parse(text)));
            }
        }
    }

    @Test
    void what_a_phrase_is_read_as_is_well_formed_and_said_in_both_languages() {
        Random random = new Random(Seed.of(35, "what_a_phrase_is_read_as_is_well_formed"));
        int read = 0;
        for (int i = 0; i < 100_000; i++) {
            Language language = random.nextBoolean() ? Language.FRENCH : Language.ENGLISH;
            DateReader reader = new DateReader(Wanted.EFFECTIVE, language, random.nextBoolean() ? TODAY : null);
            String phrase = RandomDates.words(random);
            switch (reader.read(phrase)) {
                case DateReading.Read understood -> {
                    read++;
                    assertThat(Effective.parse(understood.effective().text()))
                            .as(phrase)
                            .isEqualTo(understood.effective());
                    assertThat(understood.saidBack(Language.FRENCH)).isNotBlank();
                    assertThat(understood.saidBack(Language.ENGLISH)).isNotBlank();
                }
                case DateReading.Refused refused ->
                    assertThat(refused.sentence(language)).isNotBlank();
            }
        }
        assertThat(read).isGreaterThan(1000);
    }

    @Test
    void no_characters_at_all_do_more_than_get_refused() {
        Random random = new Random(Seed.of(36, "no_characters_at_all_do_more_than_get_refused"));
        DateReader reader = new DateReader(Wanted.EFFECTIVE, Language.FRENCH, TODAY);
        for (int i = 0; i < 100_000; i++) {
            assertThat(reader.read(RandomDates.characters(random))).isNotNull();
        }
    }

    /** No clock: what is too long is not looked at. */
    @Test
    void ten_thousand_characters_are_too_long() {
        DateReader reader = new DateReader(Wanted.EFFECTIVE, Language.FRENCH, TODAY);
        for (String piece : List.of("1", "-", "mars ", "entre ", "\u0301", "\u00a0", "début ", "[..")) {
            DateReading reading = reader.read(piece.repeat(10_000 / piece.length()));

            assertThat(((DateReading.Refused) reading).why()).isEqualTo(DateRefusal.TOO_LONG);
        }
    }

    private static boolean isWellFormed(String text) {
        try {
            return Effective.parse(text).text().equals(text);
        } catch (MalformedDate e) {
            return false;
        }
    }

    private static List<String> table() throws IOException {
        try (InputStream in = DateReaderTest.class.getResourceAsStream("phrases.tsv")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return new ArrayList<>(text.lines().skip(1).toList());
        }
    }

    private static String unescaped(String phrase) {
        return phrase.replace("\\u00a0", "\u00a0").replace("\\u202f", "\u202f").replace("\\u0301", "\u0301");
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle("fr.jalon.events.phrase.phrases", locale);
    }
}
