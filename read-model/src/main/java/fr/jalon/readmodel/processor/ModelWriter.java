package fr.jalon.readmodel.processor;

import fr.jalon.readmodel.projection.Batch;
import fr.jalon.readmodel.projection.BatchWriter;
import fr.jalon.readmodel.projection.ModelSchema;
import fr.jalon.readmodel.projection.ProjectedRegisters;
import fr.jalon.readmodel.projection.SearchedWords;
import fr.jalon.readmodel.projection.StaleProjectionException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;

/** Writes batches into the copy that answers, within the transaction under way. */
final class ModelWriter {
    private final DataSource dataSource;
    private final TransactionManager transactions;
    private final ProjectedRegisters registers;
    private final BatchWriter writer;
    private final SQLExceptionTranslator translator = new SQLStateSQLExceptionTranslator();

    /** @param registers what is kept of the copy, forgotten where it is found to be another's */
    ModelWriter(
            DataSource dataSource, TransactionManager transactions, ProjectedRegisters registers, SearchedWords words) {
        this.writer = new BatchWriter(ModelSchema.LIVE, words);
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.registers = registers;
    }

    void write(Batch batch) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            writer.write(batch, connection);
        } catch (SQLException e) {
            DataAccessException known = translator.translate("projection", null, e);
            throw known == null ? new IllegalStateException(e) : known;
        } catch (StaleProjectionException e) {
            registers.forget();
            throw e;
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    /** Writes a batch so that, if it fails, what came before it in the transaction stands. */
    void writeAlone(Batch batch) {
        Transaction savepoint = transactions.startTransaction();
        try {
            write(batch);
            savepoint.commit();
        } catch (RuntimeException e) {
            savepoint.rollback();
            throw e;
        }
    }
}
