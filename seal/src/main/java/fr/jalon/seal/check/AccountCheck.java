package fr.jalon.seal.check;

import fr.jalon.seal.check.Finding.Kind;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Holds the accounts against the record of their changes. A change that the schema's owner made is an order, and so is
 * one that an account asked for by the function for it; one made by anybody else, or past the record, is named.
 */
final class AccountCheck implements Check {
    private final JdbcClient jdbc;

    AccountCheck(DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    private record Row(String name, String fault) {}

    @Override
    public void run(Findings findings, Listener listener) {
        jdbc.sql("""
                        with last as (
                            select distinct on (name) name, became, made_by, acting
                            from access.change order by name, number desc
                        )
                        select coalesce(account.name, last.name) as name, case
                            when last.name is null then 'was added past the record of changes'
                            when account.name is null and last.became is not null then 'is gone, and no change says so'
                            when account.name is not null and last.became is null then 'is there, though a change took it away'
                            when last.became <> access.digest(account) then 'is not what its last change made of it'
                            else 'was last changed, or taken away, by ' || last.made_by || ', who may not'
                            end as fault
                        from access.account account full join last using (name)
                        where (account.name is null) <> (last.became is null)
                            or last.became <> access.digest(account)
                            or last.made_by <> (
                                select pg_get_userbyid(nspowner) from pg_namespace where nspname = 'access')
                                and (last.made_by <> 'jalon_accounts' or last.acting is null)
                        order by 1
                        """)
                .query(Row.class)
                .list()
                .forEach(row -> findings.add(Kind.ACCOUNT, "the account " + row.name + " " + row.fault));
        jdbc.sql("""
                        select number from (
                            select number, lag(number, 1, 0) over (order by number) as before from access.change
                        ) numbered where number <> before + 1 order by number
                        """)
                .query(Long.class)
                .list()
                .forEach(number ->
                        findings.add(Kind.ACCOUNT, "the change of accounts before number " + number + " is gone"));
    }
}
