package fr.jalon.tables.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import fr.jalon.events.entry.EntryType;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.label.Labels;
import fr.jalon.events.language.Folded;
import fr.jalon.tables.column.Columns;
import fr.jalon.tables.column.Items;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableReaderTest {
    private static final String FUNDING = "Territoire|Type d'inscription|Date d'effet|Statut|Financement|Financeur"
            + "|Financeur (nom)|Montant|Montant (devise)|Source (titre)|Source (date de l'affirmation)";

    @Test
    void a_row_in_french_is_the_entry_that_it_says() {
        assertThat(read(
                        FUNDING,
                        "lille|Financement accordé|26/01/2023|prévu|mel-cvg|mel|Métropole européenne de Lille"
                                + "|12 000,50|EUR|COPIL|01/2023"))
                .isEqualTo("""
                        {"territory":"lille","type":"funding-granted","effective":"2023-01-26","status":"planned",\
                        "funding":"mel-cvg","funder":{"id":"mel","name":"Métropole européenne de Lille"},\
                        "amount":{"value":"12000.5","currency":"EUR"},"source":{"title":"COPIL","asserted":"2023-01"}}""");
    }

    @Test
    void headers_are_known_whatever_their_case_accents_and_spaces() {
        assertThat(read(
                        " TERRITOIRE |type d’inscription|DATE  D’EFFET|point de vigilance|Nature|theme",
                        "lille|POINT DE VIGILANCE SIGNALE|2023|logement|Besoin|acces-au-logement"))
                .contains("\"watchpoint\":\"logement\",\"kind\":\"need\",\"topic\":\"acces-au-logement\"");
    }

    @Test
    void names_and_english_labels_are_known_too() {
        String named = read(
                "territory|type|effective|meeting.id|level|participants",
                "lille|steering-committee-held|2023" + "|copil|national|dgefp (DGEFP)\\|dgcs");
        assertThat(named).contains("\"participants\":[{\"id\":\"dgefp\",\"name\":\"DGEFP\"},\"dgcs\"]");
        assertThat(read(
                        "Territory|Type of entry|Effective date|Meeting|Level|Participants",
                        "lille|Steering committee held|2023|copil|National|dgefp (DGEFP)\\|dgcs"))
                .isEqualTo(named);
    }

    @Test
    void position_is_a_stance_in_french_and_a_post_in_english() {
        assertThat(read(
                        "Territoire|Type d'inscription|Date d'effet|Institution|Position|Programme",
                        "lille|Position institutionnelle exprimée|2023|ars|Soutien conditionnel|convergence"))
                .contains("\"stance\":\"conditional\"");
        assertThat(read(
                        "Territory|Type of entry|Effective date|Position|Role",
                        "lille|Team member joined|2023|psy|psychologist"))
                .contains("\"position\":\"psy\"");
    }

    /** Else a header would name two columns. */
    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void no_two_columns_have_the_same_label(String language) {
        Labels labels = Labels.in(Locale.forLanguageTag(language));
        Map<String, String> names = new HashMap<>();
        EntryType.all().stream()
                .flatMap(each -> Columns.of(each).stream())
                .forEach(column -> assertThat(names.putIfAbsent(Folded.of(column.label(labels)), column.name()))
                        .as(column.label(labels))
                        .isIn(null, column.name()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void no_two_types_and_no_two_values_of_a_list_have_the_same_label(String language) {
        Labels labels = Labels.in(Locale.forLanguageTag(language));
        assertThat(EntryType.all().stream().map(each -> Folded.of(labels.of(each))))
                .doesNotHaveDuplicates();
        EntryType.all().stream()
                .flatMap(each -> Columns.of(each).stream())
                .forEach(column -> assertThat(column.choices().stream().map(value -> Folded.of(labels.of(value))))
                        .doesNotHaveDuplicates());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "26/01/2023 | 2023-01-26",
                "26/01/2023 00:00 | 2023-01-26",
                "26/01/2023\u00a000:00:00 | 2023-01-26",
                "2023-01-26 00:00:00.000 | 2023-01-26",
                "2023-01-26T00:00:00Z | 2023-01-26",
                "6/1/2023 | 2023-01-06",
                "01/2023 | 2023-01",
                "2023-40 | 2023-40",
                "[..2023-01-26] | [..2023-01-26]",
                "mars 2023 | 2023-03",
                "2e semestre 2022 | 2022-41",
                "26 janvier 2023 00:00 | 2023-01-26",
                "03/04/2023 | 2023-04-03",
                "avant le 3 mai 2023 | [..2023-05-02]",
                "depuis 2019 | 2019/..",
                "6 months from January 2025 | 2025-01/P6M"
            })
    void days_are_read_as_people_write_them(String written, String read) {
        assertThat(read(
                        "territoire|type|effective|carrier.id",
                        "lille|coordination-carrier-changed|" + written + "|hpf"))
                .contains("\"effective\":\"" + read + "\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "12 500,50 €;;12500.5",
                "12\u00a0500,50\u202f€;€;12500.5",
                "12500 euros;EUR;12500",
                "12500;€;12500",
                "12500,5;Euros;12500.5"
            })
    void a_sum_of_euros_is_read_as_people_write_it(String sum, String currency, String value) {
        assertThat(read(
                        FUNDING,
                        "lille|Financement accordé|2023||mel-cvg|||" + sum + "|" + (currency == null ? "" : currency)
                                + "||"))
                .contains("\"amount\":{\"value\":\"" + value + "\",\"currency\":\"EUR\"}");
    }

    @Test
    void a_sum_in_two_currencies_is_refused() {
        assertThat(faults(FUNDING, "lille|Financement accordé|2023||mel-cvg|||12 €|USD||"))
                .containsExactly("two-currencies Montant 12 €");
        assertThat(faults(FUNDING, "lille|Financement accordé|2023||mel-cvg|||12.500 €|||"))
                .containsExactly("ambiguous-number Montant 12.500");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "adpei;\"adpei\"",
                "ADPEI (adpei);{\"id\":\"adpei\",\"name\":\"ADPEI\"}",
                "adpei (ADPEI);{\"id\":\"adpei\",\"name\":\"ADPEI\"}",
                "Les Œuvres d’été (Lille);{\"id\":\"les-oeuvres-d-ete-lille\",\"name\":\"Les Œuvres d’été (Lille)\"}",
                "ADPEI;{\"id\":\"adpei\",\"name\":\"ADPEI\"}"
            })
    void a_thing_is_written_by_its_id_its_name_or_both(String written, String read) {
        assertThat(read(
                        "Territoire|Type d'inscription|Date d'effet|Porteur",
                        "Lille|Changement de porteur de la coordination|2023|" + written))
                .startsWith("{\"territory\":\"lille\"")
                .contains("\"carrier\":" + read);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Logement;housing",
                "Logement (housing);housing",
                "Harm reduction;harm-reduction",
                "logement;logement",
                "Jeux d’été;jeux-d-ete"
            })
    void a_topic_is_written_by_its_label_or_as_an_id_or_gets_one(String written, String read) {
        assertThat(read(
                        "Territoire|Type d'inscription|Date d'effet|Point de vigilance|Nature|Thème",
                        "lille|Point de vigilance signalé|2023|loyers|Besoin|" + written))
                .contains("\"topic\":\"" + read + "\"");
    }

    @Test
    void a_thing_whose_name_alone_is_given_has_an_id_all_the_same() {
        assertThat(read(FUNDING, "lille|Financement accordé|2023||Aide 2023||Métropole de Lille||||"))
                .contains("\"funding\":{\"id\":\"aide-2023\",\"name\":\"Aide 2023\"}")
                .contains("\"funder\":{\"id\":\"metropole-de-lille\",\"name\":\"Métropole de Lille\"}");
    }

    @Test
    void a_period_is_refused_where_a_single_date_stands() {
        assertThat(faults(
                        "territory|type|effective|carrier.id|source.title|source.asserted",
                        "lille|coordination-carrier-changed|2023|hpf|COPIL|depuis 2019"))
                .containsExactly("invalid-date source.asserted depuis 2019");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31/02/2023",
                "26/01/23",
                "janv-23",
                "26/01/2023 09:30",
                "2023 00:00",
                "2023-01-26T12:00:00",
                "hier",
                "début mars"
            })
    void what_is_no_day_is_refused_as_it_is_written(String written) {
        assertThat(faults(
                        "territoire|type|Date d'effet|carrier.id",
                        "lille|coordination-carrier-changed|" + written + "|hpf"))
                .containsExactly("invalid-date Date d'effet " + written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12000 | 12000",
                "12 000 | 12000",
                "12\u202f000,5 | 12000.5",
                "-3,25 | -3.25",
                "0.5 | 0.5",
                "0,125 | 0.125",
                "12 000,500 | 12000.5",
                "1234,567 | 1234.567",
                "0.30000000000000004 | 0.3",
                "1,1000000000000001 | 1.1",
                "-12.1250 | -12.125",
                "123456789012.123456 | 123456789012.123456"
            })
    void numbers_are_read_as_people_write_them(String written, String read) {
        assertThat(read(
                        "territory|type|effective|indicator.id|programme.id|value",
                        "lille|figure-reported|2023|salaries|phc|" + written))
                .contains("\"value\":\"" + read + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12.000", "12,000", "-1.234", "1.234.567", "1,234,567", "999.999", " 12.000 "})
    void one_mark_and_three_digits_are_two_numbers_and_refused_as_written(String written) {
        assertThat(faults(
                        "territory|type|effective|indicator.id|programme.id|Valeur",
                        "lille|figure-reported|2023|salaries|phc|" + written))
                .containsExactly("ambiguous-number Valeur " + written.strip());
    }

    @Test
    void a_cell_that_is_a_number_is_not_ambiguous() {
        Row row = new Row(
                2,
                List.of("lille", "figure-reported", "2023", "salaries", "phc", "12.125"),
                Set.of(5),
                Set.of(),
                Map.of());
        assertThat(EntryJson.write(TableReader.under(row(1, "territory|type|effective|indicator.id|programme.id|value"))
                        .read(row)))
                .contains("\"value\":\"12.125\"");
    }

    @Test
    void twelve_thousand_digits_are_a_fault_like_any_other() {
        assertThat(faults(
                        "territory|type|effective|indicator.id|programme.id|Valeur",
                        "lille|figure-reported|2023|salaries|phc|" + "1".repeat(12_000)))
                .containsExactly("too-long Valeur 12000");
        assertThat(faults(
                        "territory|type|effective|indicator.id|programme.id|Valeur",
                        "lille|figure-reported|2023|salaries|phc|" + "1 ".repeat(4_000)))
                .singleElement()
                .asString()
                .startsWith("invalid-decimal Valeur 1 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"123 456 782 00010", "12345678200010", "123\u00a0456\u202f782 00010"})
    void a_siret_is_read_in_groups_too(String written) {
        assertThat(read(
                        "territory|type|effective|worksite.id|worksite.siret|programme.id",
                        "lille|worksite-joined-programme|2023|jardins|" + written + "|phc"))
                .contains("\"siret\":\"12345678200010\"");
    }

    @Test
    void values_keep_to_the_rules_of_today() {
        assertThat(faults(
                        "territory|type|effective|worksite.id|Chantier (nom)|worksite.siret|Chantier (département)|programme.id",
                        "lille|worksite-joined-programme|2023|jardins|\u00ad|12345678200011|20|phc"))
                .containsExactlyInAnyOrder(
                        "invalid-text Chantier (nom) \u00ad",
                        "invalid-siret worksite.siret 12345678200011",
                        "invalid-department Chantier (département) 20");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.234,50", "12,5,0", "douze", "1e3", "12 0", "25 %", "12 000 €", "0.1234567"})
    void what_is_no_number_is_refused_as_it_is_written(String written) {
        assertThat(faults(
                        "territory|type|effective|indicator.id|programme.id|Valeur",
                        "lille|figure-reported|2023|salaries|phc|" + written))
                .containsExactly("invalid-decimal Valeur " + written);
    }

    @ParameterizedTest
    @CsvSource({
        "Oui, true",
        "vrai, true",
        "TRUE, true",
        "yes, true",
        "1, true",
        "non, false",
        "FAUX, false",
        "no, false"
    })
    void yes_and_no_are_read_as_people_and_spreadsheets_write_them(String written, boolean read) {
        assertThat(read(
                        "Territoire|Type d’inscription|Date d’effet|Réunion|Niveau|À distance|Ordre du jour",
                        "lille|steering-committee-held|2023|copil|national|" + written + "|Bilan national\\|Enjeux"))
                .endsWith("\"remote\":" + read + ",\"agenda\":[\"Bilan national\",\"Enjeux\"]}");
    }

    @Test
    void what_is_neither_yes_nor_no_is_refused() {
        assertThat(faults(
                        "territory|type|effective|meeting.id|level|À distance",
                        "lille|steering-committee-held|2023|copil|national|parfois"))
                .containsExactly("wrong-type À distance boolean");
    }

    @Test
    void a_figure_with_neither_value_nor_trend_is_refused_under_its_value() {
        assertThat(faults(
                        "territory|type|effective|indicator.id|programme.id|Valeur|Tendance",
                        "lille|figure-reported|2023|salaries|phc||"))
                .containsExactly("missing-alternative Valeur Valeur, Tendance");
    }

    @Test
    void every_fault_of_a_row_is_named_by_its_column() {
        assertThat(faults(
                        FUNDING + "|Phase|",
                        "|Financement accordé|hier|peut-être|MEL CVG||Métropole|12|||01/01/2023|Lancement|reste"))
                .containsExactlyInAnyOrder(
                        "missing-field Territoire Territoire",
                        "invalid-date Date d'effet hier",
                        "unknown-value Statut peut-être",
                        "missing-field Montant (devise) Montant (devise)",
                        "missing-field Source (titre) Source (titre)",
                        "cell-of-another-type Phase Phase",
                        "cell-without-column M M");
    }

    @Test
    void a_column_that_the_table_lacks_is_called_as_the_others_are() {
        assertThat(faults("Territoire|Type d'inscription|Date d'effet", "lille|Financement retiré|2023"))
                .containsExactly("missing-field Financement Financement");
        assertThat(faults("territory|type|effective", "lille|funding-withdrawn|2023"))
                .containsExactly("missing-field funding.id funding.id");
    }

    @Test
    void an_unknown_type_and_none_are_told_apart() {
        assertThat(faults("territory|Type d'inscription", "lille|Financement"))
                .containsExactly("unknown-type Type d'inscription Financement");
        assertThat(faults("territory|Type d'inscription", "lille|"))
                .containsExactly("missing-field Type d'inscription Type d'inscription");
    }

    @Test
    void a_cell_that_cannot_be_read_is_not_missing_as_well() {
        Row row = new Row(2, List.of("lille", "", "2023", "hpf"), Map.of(1, TableFaultCode.FORMULA_CELL));
        assertThatThrownBy(() -> TableReader.under(row(1, "territory|type|effective|carrier.id"))
                        .read(row))
                .asInstanceOf(type(MalformedRow.class))
                .satisfies(malformed -> assertThat(shown(malformed)).containsExactly("formula-cell type type"));
    }

    @Test
    void headers_unknown_doubled_and_missing_are_named() {
        assertThat(headerFaults("Territoire|Montent|Montant|amount.value"))
                .containsExactly(
                        "unknown-column Montent Montent",
                        "doubled-column amount.value amount.value",
                        "missing-column Type d’inscription Type d’inscription");
    }

    @Test
    void the_same_row_again_is_the_same_entry_however_it_is_written() {
        String one = EntryJson.write(
                entry("territory|type|effective|carrier.id", "lille|coordination-carrier-changed|26/01/2023|hpf"));
        assertThat(EntryJson.write(entry(
                        "Porteur|Date d'effet|Type d'inscription|Territoire",
                        "hpf|2023-01-26|Changement de porteur de la coordination|lille")))
                .isEqualTo(one);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"7,50 | 7,5", "12000.5 | 12000,50", "12 000,5 | 12000.500000", "0.30000000000000004 | 0,3"})
    void a_number_saved_again_otherwise_is_the_same_entry(String once, String again) {
        String header = "territory|type|effective|indicator.id|programme.id|value|status";
        String row = "lille|figure-reported|2023|salaries|phc|";
        assertThat(EntryJson.write(entry(header, row + again + "|actual")))
                .isEqualTo(EntryJson.write(entry(header, row + once)));
    }

    @Test
    void rows_that_say_something_else_are_other_entries() {
        String header = "territory|type|effective|indicator.id|programme.id|value";
        String row = "lille|figure-reported|2023|salaries|phc|";
        assertThat(entry(header, row + "7,5").entryId())
                .isNotEqualTo(entry(header, row + "7,51").entryId());
    }

    private static String read(String header, String row) {
        return EntryJson.write(entry(header, row)).replaceFirst("\"entryId\":\"[^\"]*\",", "");
    }

    private static fr.jalon.events.entry.Entry entry(String header, String row) {
        return TableReader.under(row(1, header)).read(row(2, row));
    }

    private static List<String> faults(String header, String row) {
        TableReader reader = TableReader.under(row(1, header));
        return caught(() -> reader.read(row(2, row)));
    }

    private static List<String> headerFaults(String header) {
        return caught(() -> TableReader.under(row(1, header)));
    }

    private static List<String> caught(Runnable reading) {
        try {
            reading.run();
        } catch (MalformedRow malformed) {
            return shown(malformed);
        }
        throw new AssertionError("It was read");
    }

    private static List<String> shown(MalformedRow malformed) {
        return malformed.faults().stream()
                .map(each -> each.fault().code() + " " + each.column() + " "
                        + each.fault().given())
                .collect(Collectors.toList());
    }

    private static Row row(long number, String cells) {
        return new Row(number, Items.split(cells), Map.of());
    }
}
