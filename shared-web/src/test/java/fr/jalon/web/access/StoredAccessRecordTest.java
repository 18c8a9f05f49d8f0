package fr.jalon.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.postgres.DatabaseRole;
import fr.jalon.postgres.TestDatabase;
import fr.jalon.web.account.StoredAccounts;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class StoredAccessRecordTest {
    private final TestDatabase database = TestDatabase.migrated("access", StoredAccounts::migrate);
    private final DataSource query = database.dataSource(DatabaseRole.QUERY);
    private final JdbcClient owner = JdbcClient.create(database.dataSource(DatabaseRole.OWNER));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void what_is_written_down_is_told_the_latest_first_and_page_by_page() {
        try (StoredAccessRecord record = new StoredAccessRecord(query, meters)) {
            record.require(carriedAway("a", "lille"));
            record.require(carriedAway("b", "lyon"));
            record.require(carriedAway("a", "metz"));
        }
        assertThat(page(Long.MAX_VALUE, null, 2))
                .extracting(row -> row.access().about())
                .containsExactly("metz", "lyon");
        assertThat(page(2, null, 2)).extracting(row -> row.access().about()).containsExactly("lille");
        assertThat(page(Long.MAX_VALUE, "a", 9))
                .hasSize(2)
                .first()
                .satisfies(row -> assertThat(row.access()).isEqualTo(carriedAway("a", "metz")));
    }

    @Test
    void what_nobody_waits_for_is_there_at_the_end() {
        try (StoredAccessRecord record = new StoredAccessRecord(query, meters)) {
            for (int i = 0; i < 50; i++) {
                record.add(carriedAway("a", "t-" + i));
            }
        }
        assertThat(page(Long.MAX_VALUE, null, 99)).hasSize(50);
        assertThat(lost()).isZero();
    }

    @Test
    void one_that_the_database_refuses_takes_no_other_with_it() {
        try (StoredAccessRecord record = new StoredAccessRecord(query, meters)) {
            for (int i = 0; i < 50; i++) {
                record.add(carriedAway("a", i == 25 ? "\u0000" : "t-" + i));
            }
        }
        assertThat(page(Long.MAX_VALUE, null, 99))
                .extracting(row -> row.access().about())
                .hasSize(49)
                .doesNotHaveDuplicates();
        assertThat(lost()).isEqualTo(1);
    }

    @Test
    void what_cannot_be_written_is_counted_and_where_it_must_be_it_is_an_error() {
        owner.sql("drop table access.record").update();
        try (StoredAccessRecord record = new StoredAccessRecord(query, meters)) {
            record.add(carriedAway("a", "lille"));
            assertThatThrownBy(() -> record.require(carriedAway("a", "lille")))
                    .isInstanceOf(UnrecordedAccessException.class);
        }
        assertThat(lost()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = DatabaseRole.class,
            names = {"COMMAND", "QUERY"})
    void a_service_may_add_and_neither_alter_nor_take_away_nor_choose_a_time(DatabaseRole role) {
        JdbcClient service = JdbcClient.create(database.dataSource(role));
        service.sql("insert into access.record (kind) values ('signed-in')").update();
        for (String attempt : new String[] {
            "update access.record set account = 'another'",
            "delete from access.record",
            "truncate access.record",
            "insert into access.record (kind, at) values ('signed-in', '1999-01-01')",
            "insert into access.record (kind, number) overriding system value values ('signed-in', 9)"
        }) {
            assertThatThrownBy(() -> service.sql(attempt).update())
                    .as(attempt)
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void what_is_old_is_dropped_and_what_is_young_cannot_be() {
        owner.sql("insert into access.record (kind, at) values ('upkeep', now() - interval '366 days')")
                .update();
        owner.sql("insert into access.record (kind, at) values ('upkeep', now() - interval '364 days')")
                .update();
        try (AccessRetention retention = new AccessRetention(query, InstantSource.system(), Duration.ofDays(365))) {
            assertThat(retention.drop()).isEqualTo(1);
            assertThat(retention.drop()).isZero();
        }
        assertThat(page(Long.MAX_VALUE, null, 9)).hasSize(1);
        assertThatThrownBy(() -> JdbcClient.create(query)
                        .sql("select access.drop_before(now() - interval '179 days')")
                        .query(Long.class)
                        .single())
                .hasStackTraceContaining("180 days");
        assertThatThrownBy(() -> new AccessRetention(query, Instant::now, Duration.ofDays(30)))
                .hasMessageContaining("180d");
    }

    @Test
    void a_change_of_an_account_writes_itself_down() {
        owner.sql("insert into access.account (name, roles, password_hash) values ('new', '{auditor}', '{bcrypt}x')")
                .update();
        assertThat(page(Long.MAX_VALUE, null, 9)).singleElement().satisfies(row -> {
            assertThat(row.access().kind()).isEqualTo(AccessKind.ACCOUNT_CHANGED);
            assertThat(row.access().account()).isEqualTo("jalon_owner");
            assertThat(row.access().about()).isEqualTo("new");
        });
    }

    private double lost() {
        return meters.get("jalon.access.lost").counter().count();
    }

    private List<AccessPages.Row> page(long before, @Nullable String account, int most) {
        return new AccessPages(query).page(new AccessPages.Selection(before, account, null, null, null, most));
    }

    private static Access carriedAway(String account, String about) {
        return new Access(
                AccessKind.CARRIED_AWAY,
                account,
                "auditor",
                "replay",
                about,
                null,
                new Access.Origin("192.0.2.1", "request"),
                0);
    }
}
