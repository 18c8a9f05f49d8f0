package fr.jalon.query.person;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import fr.jalon.events.entry.Slug;
import fr.jalon.events.language.Withheld;
import fr.jalon.people.Erasures.Done;
import fr.jalon.query.asked.QueryProblems;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Those who are to be forgotten again, and what was told of their erasures: the answer that was kept, as it is. */
@JsonIgnoreProperties(ignoreUnknown = true)
@Schema(name = "ErasedPersons", description = "Those who were erased before, as GET /erasures told them")
record Persons(
        @Schema(description = "Their ids", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        List<@Nullable String> erased,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "What was told of their erasures: those that are done are recorded again, under their id")
        @Nullable
        List<@Nullable ToldErasure> erasures,

        @Schema(description = "The seal that was told with both", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String seal) {
    private static final int MOST = 10_000;

    /** One of them. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @Schema(
            name = "ToldErasure",
            description = "An erasure, as it was told; one that was only asked for is passed over")
    record ToldErasure(
            @Schema(description = "The account that asked", example = "national") @Nullable
            String askedBy,

            @Schema(description = "When", example = "2026-02-22T09:00:00Z") @Nullable
            Instant askedAt,

            @Schema(description = "The other account, that confirmed it", example = "national-2") @Nullable
            String confirmedBy,

            @Schema(description = "When it was done", example = "2026-02-23T09:00:00Z") @Nullable
            Instant confirmedAt,

            @Schema(description = "Why, as each of both said it", example = "Asked for on 12 March 2026, file 17")
            @Nullable
            String reason,

            @Schema(description = "The entry that said so; nothing where no register had it") @Nullable
            ToldEntry entry) {
        @Nullable
        Done done(Instant now) {
            return askedBy == null
                            || !Slug.isSlug(askedBy)
                            || confirmedBy == null
                            || !Slug.isSlug(confirmedBy)
                            || confirmedBy.equals(askedBy)
                            || askedAt == null
                            || confirmedAt == null
                            || askedAt.isAfter(confirmedAt)
                            || confirmedAt.isAfter(now)
                            || reason == null
                            || reason.isBlank()
                            || reason.length() > 2 * Reason.LONGEST + 1
                            || (entry != null && entry.entryId == null)
                    ? null
                    : new Done(
                            askedBy,
                            askedAt,
                            confirmedBy,
                            confirmedAt,
                            Withheld.REDACTED_TEXT.isSaidBy(reason) ? null : reason,
                            entry == null ? null : entry.entryId);
        }
    }

    /** The entry of one of them. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @Schema(name = "ToldEntry", description = "The entry of an erasure, as it was told")
    record ToldEntry(
            @Schema(description = "Its id", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            UUID entryId) {}

    /** The ids, or else a problem. */
    List<String> ids() {
        if (erased == null || erased.isEmpty() || erased.size() > MOST) {
            throw QueryProblems.erasedNeeded().asException();
        }
        List<String> ids = new ArrayList<>();
        for (@Nullable String id : erased) {
            if (id == null || !Slug.isSlug(id)) {
                throw QueryProblems.erasedNeeded().asException();
            }
            ids.add(id);
        }
        return ids;
    }

    /** Those of them that were done, which are no more than those who were erased; or else a problem. */
    List<Done> done(Instant now) {
        List<Done> done = new ArrayList<>();
        if (erasures == null) {
            return done;
        }
        for (@Nullable ToldErasure told : erasures) {
            if (told != null && told.confirmedBy == null && told.confirmedAt == null) {
                continue;
            }
            Done each = told == null ? null : told.done(now);
            if (each == null) {
                throw QueryProblems.erasuresNeeded().asException();
            }
            done.add(each);
        }
        if (done.size() > ids().size()) {
            throw QueryProblems.erasuresNeeded().asException();
        }
        return done;
    }
}
