package fr.jalon.tables.workbook;

import fr.jalon.tables.read.BrokenTableException;
import fr.jalon.tables.read.WorkbookTooLargeException;
import fr.jalon.tables.row.TableFaultCode;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A workbook's zip. What its parts say they unfold to is added up before one is opened, and counted as they are read.
 */
final class Parts implements Closeable {
    /** The most bytes of a part that is held whole, and of all parts together. */
    static final long SMALL = 1 << 20;

    static final long ALL = 64 << 20;
    private static final int MOST = 1000;

    private final ZipFile zip;

    /** By name, as the names of parts are compared: whatever their case, and however the zip writes its folders. */
    private final Map<String, ZipEntry> byName = new HashMap<>();

    private long left = ALL;

    private Parts(ZipFile zip) {
        this.zip = zip;
        zip.stream().forEach(entry -> byName.putIfAbsent(resolved("", "/" + entry.getName()), entry));
    }

    static Parts open(Path file) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException | IllegalArgumentException e) {
            throw new BrokenTableException(TableFaultCode.NOT_A_WORKBOOK, 1);
        }
        if (zip.size() > MOST || unfolded(zip) > ALL) {
            zip.close();
            throw new WorkbookTooLargeException("parts of a workbook");
        }
        return new Parts(zip);
    }

    private static long unfolded(ZipFile zip) {
        return zip.stream()
                .mapToLong(part -> Math.clamp(part.getSize(), 0, ALL + 1))
                .sum();
    }

    /** Lets the same parts be read once more: what they unfold to counts anew. */
    void again() {
        left = ALL;
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }

    /** A part, to be closed, of which so many bytes are read at the most; a workbook without it is none. */
    Part part(String name, long bytes) throws IOException {
        ZipEntry entry = byName.get(name);
        if (entry == null) {
            throw new BrokenTableException(TableFaultCode.NOT_A_WORKBOOK, 1);
        }
        try {
            return new Part(new Counted(zip.getInputStream(entry), bytes));
        } catch (ZipException e) {
            throw new BrokenTableException(TableFaultCode.BROKEN_WORKBOOK, 1);
        }
    }

    /** The parts that this one speaks of, whether they are there or not. */
    Related relatedTo(String name) throws IOException {
        int slash = name.lastIndexOf('/') + 1;
        String folder = name.substring(0, slash);
        Related related = new Related();
        try (Part part = part(folder + "_rels/" + name.substring(slash) + ".rels", SMALL)) {
            while (part.next()) {
                if (part.opens("Relationship") && !part.attribute("TargetMode").equals("External")) {
                    String type = part.attribute("Type");
                    related.add(
                            part.attribute("Id"),
                            type.substring(type.lastIndexOf('/') + 1),
                            resolved(folder, part.attribute("Target")));
                }
            }
        }
        return related;
    }

    /** The name of the part that a target means, seen from a folder. */
    private static String resolved(String folder, String target) {
        Deque<String> steps = new ArrayDeque<>();
        String path = target.replace('\\', '/');
        for (String step : (path.startsWith("/") ? path : folder + path).split("/", -1)) {
            switch (step) {
                case "", "." -> {}
                case ".." -> steps.pollLast();
                default -> steps.addLast(step);
            }
        }
        return String.join("/", steps).toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** A part may unfold to more than the zip says. */
    private final class Counted extends FilterInputStream {
        private long ofPart;

        Counted(InputStream in, long bytes) {
            super(in);
            this.ofPart = bytes;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read;
            try {
                read = super.read(into, from, length);
            } catch (ZipException e) {
                throw new BrokenTableException(TableFaultCode.BROKEN_WORKBOOK, 1);
            }
            left -= Math.max(read, 0);
            ofPart -= Math.max(read, 0);
            if (left < 0 || ofPart < 0) {
                throw new WorkbookTooLargeException("bytes of a workbook");
            }
            return read;
        }
    }
}
