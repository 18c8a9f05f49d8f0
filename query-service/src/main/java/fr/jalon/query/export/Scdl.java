package fr.jalon.query.export;

import fr.jalon.answers.Fact;
import fr.jalon.answers.Sight;
import fr.jalon.events.entry.Siret;
import fr.jalon.events.timeline.Certainty;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The columns, in order, of the French public schema for subsidies, <i>SCDL subventions</i> 2.1.1 (OpenDataFrance), and
 * what the register knows of each. What it does not know, or not in the form that the schema asks for, stays absent: a
 * funding that lacks a mandatory column cannot be published in this form.
 */
final class Scdl {
    private static final String AMOUNT = "montant";
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final int MOST_CHARACTERS = 256;

    private static final List<ScdlColumn> COLUMNS = List.of(
            new ScdlColumn("nomAttribuant", true, Scdl::nameOfFunder),
            new ScdlColumn("idAttribuant", true, Scdl::siretOfFunder),
            new ScdlColumn("dateConvention", true, Scdl::dayOfGrant),
            new ScdlColumn("referenceDecision", false, null),
            new ScdlColumn("nomBeneficiaire", true, null),
            new ScdlColumn("idBeneficiaire", false, null),
            new ScdlColumn("rnaBeneficiaire", false, null),
            new ScdlColumn("objet", true, Scdl::purpose),
            new ScdlColumn(AMOUNT, true, Scdl::euros),
            new ScdlColumn("nature", true, null),
            new ScdlColumn("conditionsVersement", true, null),
            new ScdlColumn("datesPeriodeVersement", true, null),
            new ScdlColumn("idRAE", false, null),
            new ScdlColumn("notificationUE", true, null),
            new ScdlColumn("pourcentageSubvention", true, null),
            new ScdlColumn("dispositifAide", false, null));

    private Scdl() {}

    /**
     * A column.
     *
     * @param known what the register knows of a funding; null where it has no word for it
     */
    private record ScdlColumn(
            String name, boolean mandatory, @Nullable Function<Fact, @Nullable Object> known) {
        @Nullable
        Object of(Fact funding) {
            return known == null ? null : known.apply(funding);
        }
    }

    static List<String> columns() {
        return COLUMNS.stream().map(ScdlColumn::name).toList();
    }

    /** A funding's row, where {@link #obstacles} has none against it. */
    static List<@Nullable Object> row(Fact funding) {
        List<@Nullable Object> row = new ArrayList<>();
        COLUMNS.forEach(column -> row.add(column.of(funding)));
        return row;
    }

    /**
     * Why a funding cannot be published: {@code uncertain} where it is only possible, {@code missing:montant} where it
     * does not say that, or not as the schema wants it, {@code hidden:montant} where that is not for the reader,
     * {@code unrecorded:nature} where the register has no word for
     * that.
     */
    static List<String> obstacles(Fact funding) {
        List<String> obstacles = new ArrayList<>();
        if (funding.certainty() == Certainty.POSSIBLE) {
            obstacles.add("uncertain");
        }
        for (ScdlColumn column : COLUMNS) {
            if (column.mandatory && column.of(funding) == null) {
                obstacles.add(why(column, funding) + ":" + column.name);
            }
        }
        return obstacles;
    }

    private static String why(ScdlColumn column, Fact funding) {
        boolean isHidden = column.name.equals(AMOUNT) && Sight.isHidden(funding.value());
        return isHidden ? "hidden" : column.known == null ? "unrecorded" : "missing";
    }

    private static @Nullable String nameOfFunder(Fact funding) {
        return text(funding.value().at("/funder/name"));
    }

    /** An organisation's id is its SIRET where it is one. */
    private static @Nullable String siretOfFunder(Fact funding) {
        String id = text(funding.value().at("/funder/id"));
        return id != null && Siret.isSiret(id) ? id : null;
    }

    /**
     * The day it was granted, where that is known to the day and nothing came after: later entries begin a value anew.
     */
    private static @Nullable String dayOfGrant(Fact funding) {
        String since = funding.since();
        return since != null
                        && funding.entries().size() == 1
                        && DAY.matcher(since).matches()
                ? since
                : null;
    }

    private static @Nullable String purpose(Fact funding) {
        String purpose = text(funding.value().path("purpose"));
        return purpose != null && purpose.length() <= MOST_CHARACTERS ? purpose : null;
    }

    private static @Nullable BigDecimal euros(Fact funding) {
        JsonNode amount = funding.value().path("amount");
        return amount.has("value") && amount.path("currency").asString("").equals("EUR")
                ? new BigDecimal(amount.get("value").stringValue())
                : null;
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() ? node.stringValue() : null;
    }
}
