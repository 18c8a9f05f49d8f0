package fr.jalon.standalone.factor;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.people.MasterKey;
import fr.jalon.people.SealedTexts;
import fr.jalon.postgres.DatabaseRole;
import fr.jalon.postgres.TestDatabase;
import fr.jalon.standalone.factor.SecondFactors.Judged;
import fr.jalon.web.account.Account;
import fr.jalon.web.account.AccountChange;
import fr.jalon.web.account.AccountKeeper;
import fr.jalon.web.account.AccountVerdict;
import fr.jalon.web.account.Accounts;
import fr.jalon.web.account.Actor;
import fr.jalon.web.account.DemoAccounts;
import fr.jalon.web.account.SecondFactor;
import fr.jalon.web.account.StoredAccounts;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** On the accounts of a register and on those of a demonstration alike. */
class SecondFactorsTest {
    private static final TestDatabase DATABASE = TestDatabase.migrated("access", StoredAccounts::migrate);
    private static final SealedTexts SEAL = new SealedTexts(MasterKey.random());

    private Instant now = Instant.parse("2026-03-12T10:15:30Z");

    /** Accounts, and who keeps them. */
    record Kept(Accounts accounts, AccountKeeper keeper) {
        Account auditor() {
            return accounts.find("auditor").orElseThrow();
        }
    }

    static Stream<Kept> both() {
        TestDatabase database = DATABASE.copy();
        StoredAccounts stored = new StoredAccounts(database.dataSource(DatabaseRole.OWNER));
        stored.createFirstNational();
        stored.create(Actor.of("auditor", "auditor"), "brume-tilleul-42-horizon");
        DemoAccounts demo = DemoAccounts.boundTo(InetAddress.getLoopbackAddress());
        return Stream.of(
                new Kept(stored, AccountKeeper.of(stored, () -> database.dataSource(DatabaseRole.ACCOUNTS))),
                new Kept(demo, AccountKeeper.of(demo, () -> {
                    throw new AssertionError("a demonstration is in no database");
                })));
    }

    @ParameterizedTest
    @MethodSource("both")
    void a_factor_is_had_once_a_code_of_it_is_given_and_each_code_opens_once(Kept kept) {
        SecondFactors factors = factors(kept);
        NewFactor wanted = factors.random();
        assertThat(factors.add(kept.auditor(), wanted, "000000x")).isEmpty();
        assertThat(kept.auditor().secondFactor()).isNull();
        String before = kept.auditor().stamp();

        assertThat(factors.add(kept.auditor(), wanted, code(wanted))).isPresent();

        assertThat(kept.auditor().stamp())
                .as("what was let in before is let in no more")
                .isNotEqualTo(before);
        assertThat(factor(kept).secret()).doesNotContain(wanted.secret());
        assertThat(factors.judge(kept.auditor(), code(wanted)))
                .as("used to show that it is had")
                .isEqualTo(Judged.WRONG);
        now = now.plusSeconds(30);
        assertThat(factors.judge(kept.auditor(), code(wanted))).isEqualTo(Judged.RIGHT);
        assertThat(factors.judge(kept.auditor(), code(wanted))).isEqualTo(Judged.WRONG);
        assertThat(factors(kept).judge(kept.auditor(), code(wanted)))
                .as("by another process")
                .isEqualTo(Judged.WRONG);
        String later = code(wanted, now.plusSeconds(30));
        assertThat(factors.judge(kept.auditor(), later)).isEqualTo(Judged.RIGHT);
        now = now.plusSeconds(30);
        assertThat(factors.judge(kept.auditor(), later)).isEqualTo(Judged.WRONG);
    }

    @ParameterizedTest
    @MethodSource("both")
    void each_code_for_the_day_when_it_is_lost_opens_once_however_it_is_typed(Kept kept) {
        SecondFactors factors = factors(kept);
        List<String> recovery = added(kept, factors);
        assertThat(recovery).hasSize(10).doesNotHaveDuplicates();
        assertThat(factor(kept).recovery()).doesNotContainAnyElementsOf(recovery);

        assertThat(factors.judge(kept.auditor(), recovery.getFirst().toUpperCase(java.util.Locale.ROOT)))
                .isEqualTo(Judged.RIGHT);
        assertThat(factors.judge(kept.auditor(), recovery.getFirst())).isEqualTo(Judged.WRONG);
        assertThat(factors.judge(kept.auditor(), recovery.get(1).replace("-", " ")))
                .isEqualTo(Judged.RIGHT);
        assertThat(factor(kept).recovery()).hasSize(8);
    }

    @ParameterizedTest
    @MethodSource("both")
    void after_ten_wrong_codes_none_is_looked_at_for_a_while(Kept kept) {
        SecondFactors factors = factors(kept);
        List<String> recovery = added(kept, factors);
        for (int i = 0; i < 10; i++) {
            assertThat(factors.judge(kept.auditor(), "no-code")).isEqualTo(Judged.WRONG);
        }

        assertThat(factors.judge(kept.auditor(), recovery.getFirst())).isEqualTo(Judged.TOO_MANY);
    }

    @ParameterizedTest
    @MethodSource("both")
    void it_is_dropped_by_its_holder_or_by_the_national_team_and_no_other_is_put_in_its_place(Kept kept) {
        SecondFactors factors = factors(kept);
        added(kept, factors);
        NewFactor another = factors.random();
        now = now.plusSeconds(60);
        assertThat(factors.add(kept.auditor(), another, code(another)))
                .as("while there is one")
                .isEmpty();

        assertThat(factors.drop(kept.auditor())).isTrue();
        assertThat(kept.auditor().secondFactor()).isNull();
        now = now.plusSeconds(60);
        added(kept, factors);
        AccountChange forget = new AccountChange.ForgetSecondFactor("auditor");
        assertThat(kept.keeper().change(Actor.of("auditor", "auditor"), forget)).isEqualTo(AccountVerdict.NOT_ALLOWED);
        assertThat(kept.keeper().change(Actor.of("national", "national"), forget))
                .isEqualTo(AccountVerdict.DONE);

        assertThat(kept.auditor().secondFactor()).isNull();
    }

    private List<String> added(Kept kept, SecondFactors factors) {
        NewFactor wanted = factors.random();
        return factors.add(kept.auditor(), wanted, code(wanted)).orElseThrow();
    }

    private static SecondFactor factor(Kept kept) {
        return Objects.requireNonNull(kept.auditor().secondFactor());
    }

    private SecondFactors factors(Kept kept) {
        return new SecondFactors(kept.keeper(), SEAL, () -> now);
    }

    private String code(NewFactor of) {
        return code(of, now);
    }

    private static String code(NewFactor of, Instant at) {
        return Totp.code(Base32.bytes(of.secret()), Totp.step(at));
    }
}
