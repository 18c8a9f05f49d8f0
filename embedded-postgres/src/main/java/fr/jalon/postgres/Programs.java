package fr.jalon.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once into the data directory. */
record Programs(Path directory) {
    private static final String VERSION = "/fr/jalon/postgres/version.properties";

    static Programs in(Path postgresDirectory) throws IOException {
        Path home = postgresDirectory
                .resolve("programs-" + version())
                .toAbsolutePath()
                .normalize();
        if (Files.notExists(home)) {
            unpack(home);
        }
        return new Programs(home);
    }

    /** A program's command line; PostgreSQL refuses to run as root, so root runs it as nobody it knows. */
    List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (asRoot()) {
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(directory.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    /** Where the programs for this kind of machine are, if they are brought along. */
    static String archive() {
        String system = System.getProperty("os.name", "").startsWith("Mac") ? "darwin" : "linux";
        String processor = "aarch64".equals(System.getProperty("os.arch")) ? "arm_64" : "x86_64";
        return "/postgres-" + system + "-" + processor + ".txz";
    }

    static boolean asRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    static String version() throws IOException {
        try (InputStream properties = Objects.requireNonNull(Programs.class.getResourceAsStream(VERSION))) {
            Properties read = new Properties();
            read.load(properties);
            return read.getProperty("postgresql");
        }
    }

    private static void unpack(Path home) throws IOException {
        Path draft = Files.createTempDirectory(Files.createDirectories(home.getParent()), "unpacking");
        try (InputStream archive = Programs.class.getResourceAsStream(archive())) {
            if (archive == null) {
                throw new EmbeddedPostgresException(
                        "There is no PostgreSQL for this kind of machine: " + archive(), null);
            }
            unpack(new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive))), draft);
        }
        Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
        try {
            Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            delete(draft);
            if (Files.notExists(home)) {
                throw e;
            }
            // Another process was first, with the same programs.
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void unpack(TarArchiveInputStream archive, Path into) throws IOException {
        for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
            Path file = into.resolve(entry.getName()).normalize();
            if (!file.startsWith(into)) {
                throw new IOException("The archive reaches outside its directory: " + entry.getName());
            }
            if (entry.isDirectory()) {
                Files.createDirectories(file);
            } else {
                Files.createDirectories(file.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(archive, file);
                    Files.setPosixFilePermissions(
                            file,
                            PosixFilePermissions.fromString((entry.getMode() & 0111) == 0 ? "rw-r--r--" : "rwxr-xr-x"));
                }
            }
        }
    }
}
