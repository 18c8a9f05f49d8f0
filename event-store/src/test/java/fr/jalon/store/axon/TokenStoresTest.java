package fr.jalon.store.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.postgres.DatabaseRole;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.MergedTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;

class TokenStoresTest {
    private static final GlobalSequenceTrackingToken SEVEN = new GlobalSequenceTrackingToken(7);

    private final Database database = Database.migrated();
    private final DataSource connections = database.as(DatabaseRole.QUERY);
    private final NestedTransactions transactions = new NestedTransactions(new JdbcTransactionManager(connections));
    private final TokenStore tokens = TokenStores.on(connections, "here", Duration.ofSeconds(10));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_place_in_the_log_is_kept() {
        assertThat(kept(SEVEN)).isEqualTo(SEVEN);
    }

    @Test
    void no_place_at_all_is_kept() {
        assertThat(kept(null)).isNull();
    }

    /** Without the trust given to Axon's types this one is written and cannot be read: AxonFramework issue 4160. */
    @Test
    void a_replay_is_kept_so_that_a_new_projection_of_an_old_log_starts() {
        TrackingToken replay = ReplayToken.createReplayToken(SEVEN, new GlobalSequenceTrackingToken(3));
        assertThat(kept(replay)).isEqualTo(replay);
        assertThat(kept(ReplayToken.createReplayToken(SEVEN))).isEqualTo(ReplayToken.createReplayToken(SEVEN));
    }

    @Test
    void a_merge_is_kept() {
        TrackingToken merged = MergedTrackingToken.merged(SEVEN, new GlobalSequenceTrackingToken(3));
        assertThat(kept(merged)).isEqualTo(merged);
    }

    @Test
    void the_store_has_one_name_for_all() {
        String name = transactions
                .fetchInTransaction(tokens::retrieveStorageIdentifier)
                .orElseThrow();
        TokenStore other = TokenStores.on(connections, "there", Duration.ofSeconds(10));
        assertThat(transactions.fetchInTransaction(other::retrieveStorageIdentifier))
                .contains(name);
    }

    @Test
    void a_claim_holds_others_off_and_is_had_back_at_once_under_the_same_name() {
        kept(SEVEN);
        TokenStore other = TokenStores.on(connections, "there", Duration.ofSeconds(10));
        assertThatThrownBy(() -> transactions.fetchInTransaction(() -> other.fetchToken("projection", 0)))
                .isInstanceOf(UnableToClaimTokenException.class);
        TokenStore restarted = TokenStores.on(connections, "here", Duration.ofSeconds(10));
        assertThat(transactions.fetchInTransaction(() -> restarted.fetchToken("projection", 0)))
                .isEqualTo(SEVEN);
    }

    /** AxonFramework issue 4802. */
    @Test
    void four_that_find_no_tokens_at_once_all_start_and_make_them_once() throws Exception {
        CyclicBarrier noneSeen = new CyclicBarrier(4);
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Boolean>> starts = Collections.nCopies(4, () -> {
                transactions.executeInTransaction(() -> {
                    assertThat(tokens.fetchSegments("projection")).isEmpty();
                    meet(noneSeen);
                    tokens.initializeTokenSegments("projection", 2, SEVEN);
                });
                transactions.fetchInTransaction(tokens::retrieveStorageIdentifier);
                return true;
            });
            for (Future<Boolean> start : threads.invokeAll(starts)) {
                start.get();
            }
        }
        assertThat(transactions.fetchInTransaction(() -> tokens.fetchSegments("projection")))
                .containsExactly(0, 1);
    }

    private static void meet(CyclicBarrier others) {
        try {
            others.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    private @Nullable TrackingToken kept(@Nullable TrackingToken token) {
        transactions.executeInTransaction(() -> {
            if (tokens.fetchSegments("projection").length == 0) {
                tokens.initializeTokenSegments("projection", 1);
            }
            tokens.fetchToken("projection", 0);
            tokens.storeToken(token, "projection", 0);
        });
        return transactions.fetchInTransaction(() -> tokens.fetchToken("projection", 0));
    }
}
