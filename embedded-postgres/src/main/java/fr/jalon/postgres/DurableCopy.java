package fr.jalon.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Copies files for their owner alone, on disk when it is done. What goes meanwhile is left out. */
public final class DurableCopy {
    private long bytes;

    private DurableCopy() {}

    /**
     * Copies a file, or a directory with all that is in it.
     *
     * @param wanted says of each path below, as seen from the top, whether it is copied; a directory left out is left
     *     out whole
     * @return how many bytes were copied
     */
    public static long tree(Path from, Path into, Predicate<Path> wanted) throws IOException {
        DurableCopy copy = new DurableCopy();
        Files.walkFileTree(from, copy.new Copying(from, into, wanted));
        Path parent = into.toAbsolutePath().getParent();
        if (parent != null) {
            sync(parent);
        }
        return copy.bytes;
    }

    /** Has what a file or a directory holds on disk before it returns. */
    public static void sync(Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            file.force(true);
        }
    }

    private final class Copying extends SimpleFileVisitor<Path> {
        private final Path from;
        private final Path into;
        private final Predicate<Path> wanted;

        private Copying(Path from, Path into, Predicate<Path> wanted) {
            this.from = from;
            this.into = into;
            this.wanted = wanted;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes ignored) throws IOException {
            if (!directory.equals(from) && !wanted.test(from.relativize(directory))) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            PrivateDirectory.inside(into, from.relativize(directory).toString());
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes ignored) throws IOException {
            Path relative = from.relativize(file);
            if (file.equals(from) || wanted.test(relative)) {
                Path copy = into.resolve(relative);
                try (InputStream contents = Files.newInputStream(file)) {
                    write(contents, copy);
                } catch (NoSuchFileException gone) {
                    return FileVisitResult.CONTINUE;
                }
                sync(copy);
                bytes += Files.size(copy);
            }
            return FileVisitResult.CONTINUE;
        }

        /** Files.copy would give it the rights of what is copied. */
        private static void write(InputStream contents, Path copy) throws IOException {
            try (OutputStream written = Files.newOutputStream(PrivateDirectory.file(copy))) {
                contents.transferTo(written);
            }
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException && !file.equals(from)) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            sync(into.resolve(from.relativize(directory)));
            return FileVisitResult.CONTINUE;
        }
    }
}
