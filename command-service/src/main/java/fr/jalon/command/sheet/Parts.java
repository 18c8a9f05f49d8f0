package fr.jalon.command.sheet;

import fr.jalon.events.table.TableFaultCode;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A workbook's zip. What its parts say they unfold to is added up before one is opened, and counted as they are read. */
final class Parts implements Closeable {
    /** The most bytes of a part that is held whole, and of all parts together. */
    static final long SMALL = 1 << 20;

    static final long ALL = 64 << 20;
    private static final int MOST = 1000;

    private final ZipFile zip;
    private long left = ALL;

    private Parts(ZipFile zip) {
        this.zip = zip;
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

    /** A part, to be closed, of which so many bytes are read at the most; a workbook without it is none. */
    Part part(String name, long bytes) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new BrokenTableException(TableFaultCode.NOT_A_WORKBOOK, 1);
        }
        return new Part(new Counted(zip.getInputStream(entry), bytes));
    }

    /** The parts that this one speaks of: the name of each, by its id and by what it is to this one. */
    Map<String, String> relatedTo(String name) throws IOException {
        int slash = name.lastIndexOf('/') + 1;
        String folder = name.substring(0, slash);
        Map<String, String> related = new HashMap<>();
        try (Part part = part(folder + "_rels/" + name.substring(slash) + ".rels", SMALL)) {
            while (part.next()) {
                if (part.opens("Relationship")) {
                    String target = part.attribute("Target");
                    String type = part.attribute("Type");
                    String place = target.startsWith("/") ? target.substring(1) : folder + target;
                    related.put(part.attribute("Id"), place);
                    related.putIfAbsent(type.substring(type.lastIndexOf('/') + 1), place);
                }
            }
        }
        return related;
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
