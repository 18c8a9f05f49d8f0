package fr.jalon.seal.notary;

import java.time.LocalDate;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The days on which the checkpoint was mailed, for all processes together. */
public final class MailedDays {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    public MailedDays(DataSource database) {
        this.jdbc = JdbcClient.create(database);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    }

    /** Mails, unless a process has for this day; waits for one that is at it, and takes over from one that fails. */
    void once(LocalDate day, Runnable mail) {
        transaction.executeWithoutResult(status -> {
            int isFirst = jdbc.sql("insert into sealed.mailed (day) values (?) on conflict do nothing")
                    .param(day)
                    .update();
            if (isFirst == 1) {
                mail.run();
            }
        });
    }
}
