package fr.jalon.standalone;

import fr.jalon.postgres.TestCluster;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * How these tests start Java in a process of its own. The classes are read from an ahead-of-time cache (JEP 483), made
 * once for all of them by a server that starts and stops: a start costs half of what it would.
 */
final class ChildJvm {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private ChildJvm() {}

    /** The command that starts a class of this class path; the program's arguments are to follow. */
    static List<String> command(String main, String... options) {
        List<String> command = new ArrayList<>(List.of(
                JAVA,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:AOTCache=" + Cache.MADE.file,
                "-Xlog:disable",
                "-Duser.language=en"));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", Cache.MADE.classPath, main));
        return command;
    }

    /**
     * A cache, and the class path that it is of, of jars alone. It lies in a directory named by all that it was made
     * of, so that it serves until something changes; whoever needs it first makes it while the others wait.
     */
    private record Cache(Path directory, String classPath, Path file) {
        static final Cache MADE = made();

        private static Cache made() {
            List<Path> origins = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(Path::of)
                    .filter(Files::exists)
                    .toList();
            try {
                Path home = Files.createDirectories(Path.of("target", "child")).toAbsolutePath();
                Path directory = home.resolve(fingerprint(origins));
                try (FileChannel lock =
                        FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                    lock.lock();
                    Cache cache = new Cache(directory, classPath(origins, directory), directory.resolve("classes.aot"));
                    if (Files.notExists(cache.file)) {
                        clear(home);
                        Files.createDirectories(directory);
                        cache.make(origins);
                    }
                    return cache;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void clear(Path home) throws IOException {
            try (Stream<Path> earlier = Files.list(home)) {
                for (Path each : earlier.filter(Files::isDirectory).toList()) {
                    FileSystemUtils.deleteRecursively(each);
                }
            }
        }

        private static String fingerprint(List<Path> origins) throws IOException {
            long print = 0;
            for (Path origin : origins) {
                try (Stream<Path> all = Files.walk(origin)) {
                    for (Path each : all.filter(Files::isRegularFile).sorted().toList()) {
                        print = 31 * print + each.toString().hashCode();
                        print = 31 * print + Files.size(each);
                        print = 31 * print + Files.getLastModifiedTime(each).toMillis();
                    }
                }
            }
            return Long.toHexString(print);
        }

        private static String classPath(List<Path> origins, Path directory) {
            List<String> jars = new ArrayList<>();
            for (Path origin : origins) {
                jars.add((Files.isDirectory(origin) ? directory.resolve(jars.size() + ".jar") : origin).toString());
            }
            return String.join(File.pathSeparator, jars);
        }

        private void make(List<Path> origins) throws IOException {
            for (int i = 0; i < origins.size(); i++) {
                if (Files.isDirectory(origins.get(i))) {
                    jar(origins.get(i), directory.resolve(i + ".jar"));
                }
            }
            Path data = directory.resolve("data");
            Path said = directory.resolve("training.log");
            TestCluster.into(data);
            Process training = new ProcessBuilder(
                            JAVA,
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-XX:AOTCacheOutput=" + file,
                            "-Xlog:disable",
                            "-cp",
                            classPath,
                            ServedOnce.class.getName(),
                            data.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            try {
                if (!training.waitFor(3, TimeUnit.MINUTES) || training.exitValue() != 0) {
                    training.destroyForcibly();
                    Files.deleteIfExists(file);
                    throw new AssertionError("No cache of classes was made; see " + said);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }

        private static void jar(Path classes, Path file) throws IOException {
            try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file));
                    Stream<Path> all = Files.walk(classes)) {
                for (Path each :
                        all.sorted().filter(path -> !path.equals(classes)).toList()) {
                    // Directories too: who looks for all that lies in one asks for it by name.
                    boolean isFile = Files.isRegularFile(each);
                    jar.putNextEntry(new JarEntry(classes.relativize(each) + (isFile ? "" : "/")));
                    if (isFile) {
                        Files.copy(each, jar);
                    }
                    jar.closeEntry();
                }
            }
        }
    }
}
