package fr.jalon.query.contract;

import io.swagger.v3.core.util.Json31;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** A part of the contract that is written and not generated, beside this class. */
final class ContractFile {
    private ContractFile() {}

    static <T> T read(String name, Class<T> type) {
        try (InputStream file = ContractFile.class.getResourceAsStream(name)) {
            return Json31.mapper().readValue(Objects.requireNonNull(file, name), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
