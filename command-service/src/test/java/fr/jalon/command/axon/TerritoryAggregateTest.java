package fr.jalon.command.axon;

import static fr.jalon.events.Entries.entry;

import fr.jalon.command.territory.Decision;
import fr.jalon.command.territory.RecordEntry;
import fr.jalon.command.territory.Refusal;
import fr.jalon.command.territory.RefusalCode;
import fr.jalon.command.territory.Scenario;
import fr.jalon.events.entry.Entry;
import fr.jalon.store.axon.CaffeineCache;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.hamcrest.CustomTypeSafeMatcher;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;

/** Given what a territory's register holds, when a command comes, then what is recorded and what is answered. */
class TerritoryAggregateTest {
    private static final Instant NOW = Instant.parse("2024-06-15T08:00:00Z");
    private static final Map<String, Object> ACTOR = Map.of("actor", "national", "role", "NATIONAL");

    private final FixtureConfiguration<TerritoryAggregate> territory =
            new AggregateTestFixture<>(TerritoryAggregate.class);

    TerritoryAggregateTest() {
        territory.registerAnnotatedCommandHandler(new TerritoryCommandHandler(
                TerritoryRepository.over(territory.getEventStore(), new CaffeineCache(10)),
                new RegisterSnapshots(territory.getEventStore())));
    }

    @Test
    void the_opening_entry_opens() {
        territory
                .givenNoPriorActivity()
                .andGivenCurrentTime(NOW)
                .when(recording(opened()), ACTOR)
                .expectEvents(opened())
                .expectResultMessagePayload(new Decision.Accepted(1));
    }

    @Test
    void nothing_is_recorded_on_a_territory_that_nobody_opened() {
        territory
                .givenNoPriorActivity()
                .when(recording(granted()), ACTOR)
                .expectNoEvents()
                .expectResultMessagePayload(new Decision.NotOpened("lille"));
    }

    @Test
    void an_accepted_entry_is_the_event_and_its_actor_goes_with_it() {
        territory
                .given(opened())
                .andGivenCurrentTime(NOW)
                .when(recording(granted()), ACTOR)
                .expectEventsMatching(new CustomTypeSafeMatcher<>("the entry with its actor") {
                    @Override
                    protected boolean matchesSafely(List<? super EventMessage<?>> events) {
                        return events.size() == 1
                                && events.getFirst() instanceof EventMessage<?> event
                                && event.getPayload().equals(granted())
                                && MetaData.from(ACTOR).entrySet().stream()
                                        .allMatch(each -> each.getValue()
                                                .equals(event.getMetaData().get(each.getKey())));
                    }
                })
                .expectResultMessagePayload(new Decision.Accepted(2));
    }

    @Test
    void a_refusal_names_its_code_and_field_and_records_nothing() {
        territory
                .given(opened())
                .when(recording(entry(2, "funding-renewed", "2023", "funding: f1")), ACTOR)
                .expectNoEvents()
                .expectResultMessagePayloadMatching(refused(RefusalCode.NOT_BEGUN, "/effective"));
    }

    @Test
    void the_same_entry_again_is_answered_and_not_recorded() {
        territory
                .givenNoPriorActivity()
                .andGivenCurrentTime(NOW)
                .andGivenCommands(recording(opened()))
                .when(recording(opened()), ACTOR)
                .expectNoEvents()
                .expectResultMessagePayload(new Decision.AlreadyRecorded(1, NOW));
    }

    @Test
    void an_author_who_read_an_older_register_is_told() {
        territory
                .given(opened(), granted())
                .when(
                        new PendingCommand(new RecordEntry(
                                entry(2, "funding-renewed", "2023", "funding: f1"), 1L, Scenario.TODAY)),
                        ACTOR)
                .expectNoEvents()
                .expectResultMessagePayload(new Decision.Stale(2));
    }

    private static Matcher<Object> refused(RefusalCode code, String pointer) {
        return new CustomTypeSafeMatcher<>("refused as " + code + " at " + pointer) {
            @Override
            protected boolean matchesSafely(Object answer) {
                return answer instanceof Decision.Refused refused
                        && refused.refusals().stream().anyMatch(each -> is(each, code, pointer));
            }
        };
    }

    private static boolean is(Refusal refusal, RefusalCode code, String pointer) {
        return refusal.code() == code && refusal.pointer().equals(pointer);
    }

    private static PendingCommand recording(Entry entry) {
        return new PendingCommand(new RecordEntry(entry, null, Scenario.TODAY));
    }

    private static Entry opened() {
        return entry(0, "territory-opened", "2015", "name: Lille, kind: city");
    }

    private static Entry granted() {
        return entry(1, "funding-granted", "2022", "funding: f1, funder: mel");
    }
}
