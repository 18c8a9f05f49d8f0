package fr.jalon.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** One process a data directory. The system lets go of it when the process ends, however it ends. */
record DataDirectoryLock(FileChannel file) implements AutoCloseable {
    static DataDirectoryLock take(Path dataDirectory) throws IOException {
        PrivateDirectory.make(dataDirectory);
        FileChannel file =
                FileChannel.open(PrivateDirectory.file(dataDirectory.resolve("jalon.lock")), StandardOpenOption.WRITE);
        if (tryLock(file) == null) {
            file.close();
            throw new DataDirectoryInUse(dataDirectory);
        }
        return new DataDirectoryLock(file);
    }

    private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
