package fr.jalon.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One process a data directory. The system lets go of it when the process ends, however it ends. */
record DataDirectoryLock(FileChannel file, Path directory) implements AutoCloseable {
    /** Those of this process, asked first: to close a second handle on the file would let go of the lock. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    static DataDirectoryLock take(Path dataDirectory) throws IOException {
        PrivateDirectory.make(dataDirectory);
        Path directory = dataDirectory.toRealPath();
        if (!HELD.add(directory)) {
            throw new DataDirectoryInUse(dataDirectory);
        }
        try {
            FileChannel file =
                    FileChannel.open(PrivateDirectory.file(directory.resolve("jalon.lock")), StandardOpenOption.WRITE);
            if (file.tryLock() == null) {
                file.close();
                throw new DataDirectoryInUse(dataDirectory);
            }
            return new DataDirectoryLock(file, directory);
        } catch (IOException | RuntimeException e) {
            HELD.remove(directory);
            throw e;
        }
    }

    /** Whether a process holds it; nothing is made. */
    static boolean isHeld(Path dataDirectory) {
        try {
            Path directory = dataDirectory.toRealPath();
            if (HELD.contains(directory)) {
                return true;
            }
            try (FileChannel file = FileChannel.open(directory.resolve("jalon.lock"), StandardOpenOption.WRITE);
                    FileLock lock = file.tryLock()) {
                return lock == null;
            }
        } catch (IOException noneToOpen) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            file.close();
        } finally {
            HELD.remove(directory);
        }
    }
}
