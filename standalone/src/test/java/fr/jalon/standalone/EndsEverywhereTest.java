package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.web.account.Actor;
import fr.jalon.web.account.StoredAccounts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two processes on one database, as they are by default: what is taken from an account is taken in both. */
@Tag("long")
class EndsEverywhereTest {
    private static final String PASSWORD = "brume-tilleul-42-horizon";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path directory;

    @SuppressWarnings("NullAway.Init")
    private static Stand stand;

    /** What is done to an account, and what is answered to its password then. */
    enum Taken {
        DISABLED(401) {
            @Override
            void from(StoredAccounts accounts, String name) {
                accounts.setEnabled(name, false);
            }
        },
        ROLE(403) {
            @Override
            void from(StoredAccounts accounts, String name) {
                accounts.setRole(Actor.of(name, "coordinator/lille"));
            }
        },
        PASSWORD(401) {
            @Override
            void from(StoredAccounts accounts, String name) {
                accounts.setPassword(name, "horizon-tilleul-42-brume");
            }
        };

        private final int answered;

        Taken(int answered) {
            this.answered = answered;
        }

        abstract void from(StoredAccounts accounts, String name);
    }

    @BeforeAll
    static void start() {
        stand = new Stand(directory, Path.of("target"));
        stand.startQueryService();
        stand.startQueryService();
        stand.awaitHealthy();
    }

    @AfterAll
    static void stop() {
        stand.close();
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(120)
    void what_an_account_may_no_more_it_may_in_no_process(Taken taken) throws Exception {
        StoredAccounts accounts = stand.accounts();
        String name = "taken-" + taken.name().toLowerCase(Locale.ROOT);
        accounts.create(Actor.of(name, "auditor"), PASSWORD);
        List<Asking> everywhere = stand.queryServices().stream()
                .map(service -> new Asking(service.address(), name, PASSWORD))
                .toList();
        List<ChangesStream> streams = new ArrayList<>();
        for (Asking each : everywhere) {
            assertThat(each.status("/access")).isEqualTo(200);
            streams.add(new ChangesStream(each));
            streams.getLast().sign();
        }

        taken.from(accounts, name);

        for (Asking each : everywhere) {
            assertThat(each.status("/access")).isEqualTo(taken.answered);
        }
        for (ChangesStream stream : streams) {
            try (stream) {
                stream.awaitEnd();
            }
        }
    }
}
