package fr.jalon.standalone.cli.operating;

import fr.jalon.postgres.ProgramsHere;
import fr.jalon.standalone.cli.terminal.Messages;
import fr.jalon.standalone.server.Backup;
import fr.jalon.standalone.server.Demo;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Looks at a machine as a start would, and changes nothing on it. */
final class Examination {
    private static final int JAVA = 25;
    /** PostgreSQL's write-ahead log alone may take two. */
    private static final long LEAST_GIGABYTES = 4;
    /** An audit pack, an export and a workbook under way. */
    private static final long LEAST_TEMPORARY_MEGABYTES = 512;

    private final Path data;
    private final InetAddress bind;
    private final int port;
    private final List<Remark> remarks = new ArrayList<>();

    /** How one thing stands; where it is not sound, with what would be right. */
    record Remark(boolean sound, String sentence) {}

    Examination(Path data, InetAddress bind, int port) {
        this.data = data.toAbsolutePath().normalize();
        this.bind = bind;
        this.port = port;
    }

    List<Remark> remarks() {
        versions();
        rights();
        room(nearest(data), LEAST_GIGABYTES << 10, "doctor.disk");
        room(Path.of(property("java.io.tmpdir")), LEAST_TEMPORARY_MEGABYTES, "doctor.temporary");
        if (ProgramsHere.isServed(data)) {
            say(true, "doctor.served", data);
        } else {
            port();
            contents();
        }
        return remarks;
    }

    private void contents() {
        if (Backup.isHalfRestored(data)) {
            say(false, "doctor.restore", data);
        }
        if (Demo.isIn(data)) {
            remarks.add(new Remark(false, Messages.say("data.of-demo", data)));
        }
    }

    private void versions() {
        int java = Runtime.version().feature();
        say(java >= JAVA, "doctor.java", Runtime.version().toString(), property("java.home"));
        String machine = property("os.name") + " " + property("os.arch");
        say(ProgramsHere.areForThisMachine(), "doctor.machine", machine);
        String brought = ProgramsHere.version();
        String made = ProgramsHere.versionThatMade(data);
        if (made == null) {
            say(true, "doctor.new", data, brought);
        } else {
            say(ProgramsHere.canRead(made), "doctor.postgres", made, brought);
        }
    }

    private void rights() {
        if (!ProgramsHere.canRun()) {
            say(false, "doctor.root");
        }
        Path there = nearest(data);
        try {
            boolean ours = !there.equals(data) || ProgramsHere.isOurs(data);
            say(
                    ours && Files.isWritable(there) && Files.isDirectory(there),
                    "doctor.rights",
                    there,
                    property("user.name"));
            if (there.equals(data)) {
                say(!isOpen(data), "doctor.private", data);
            }
        } catch (IOException e) {
            say(false, "doctor.rights", there, property("user.name"));
        }
    }

    private static boolean isOpen(Path directory) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(directory);
        return permissions.stream().anyMatch(each -> !each.name().startsWith("OWNER"));
    }

    private void room(Path where, long leastMegabytes, String what) {
        try {
            long free = Files.getFileStore(where).getUsableSpace() >> 20;
            say(free >= leastMegabytes && Files.isWritable(where), what, where, free, leastMegabytes);
        } catch (IOException e) {
            say(false, what, where, 0, leastMegabytes);
        }
    }

    private void port() {
        try (ServerSocket free = new ServerSocket(port, 1, bind)) {
            say(true, "doctor.port", bind.getHostAddress(), Integer.toString(free.getLocalPort()));
        } catch (IOException taken) {
            remarks.add(new Remark(false, Messages.say("port.taken", bind.getHostAddress(), Integer.toString(port))));
        } catch (IllegalArgumentException none) {
            remarks.add(new Remark(false, Messages.say("port.none", Integer.toString(port))));
        }
    }

    private void say(boolean sound, String what, Object... arguments) {
        remarks.add(new Remark(sound, Messages.say(what + (sound ? "" : ".fault"), arguments)));
    }

    private static String property(String name) {
        return System.getProperty(name, "");
    }

    /** The directory itself, or where it would be made. */
    private static Path nearest(Path directory) {
        Path there = directory;
        while (Files.notExists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there;
    }
}
