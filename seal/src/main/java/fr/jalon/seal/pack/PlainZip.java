package fr.jalon.seal.pack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A zip in the one form that a pack has: files as they are, nothing compressed, no comments, no times. What is read is
 * as long as what is given, and any zip program opens it; but no byte of it can be another and the files the same.
 */
final class PlainZip {
    static final int LOCAL = 0x04034b50;
    static final int CENTRAL = 0x02014b50;
    static final int HEADER = 30;
    private static final int END = 0x06054b50;
    private static final int DIRECTORY = 46;
    private static final int TRAILER = 22;
    private static final short VERSION = 10;
    private static final short UTF_8 = 0x0800;
    private static final short FIRST_OF_1980 = 33;
    private static final String PART = "[A-Za-z0-9_-][A-Za-z0-9._-]*";
    private static final Pattern NAME = Pattern.compile("(?:" + PART + "/){0,2}" + PART);

    private PlainZip() {}

    /** A file's place: what both its headers say. */
    record Place(String name, int offset, int size, int crc) {}

    static byte[] header(Place file) {
        ByteBuffer header = buffer(HEADER + file.name.length()).putInt(LOCAL).putShort(VERSION);
        return bytes(common(header, file).put(name(file)));
    }

    /** What follows the files: the directory and its end. */
    static byte[] tail(Iterable<Place> files, int size) {
        ByteArrayOutputStream tail = new ByteArrayOutputStream();
        short count = 0;
        for (Place file : files) {
            ByteBuffer entry = buffer(DIRECTORY + file.name.length())
                    .putInt(CENTRAL)
                    .putShort(VERSION)
                    .putShort(VERSION);
            common(entry, file)
                    .putShort((short) 0)
                    .putShort((short) 0)
                    .putShort((short) 0)
                    .putInt(0)
                    .putInt(file.offset)
                    .put(name(file));
            tail.writeBytes(bytes(entry));
            count++;
        }
        ByteBuffer end = buffer(TRAILER).putInt(END).putInt(0).putShort(count).putShort(count);
        tail.writeBytes(bytes(end.putInt(tail.size()).putInt(size).putShort((short) 0)));
        return tail.toByteArray();
    }

    /** The files of a zip, by name, in its order; whether it is in its one form is still to be asked. */
    static Map<String, byte[]> read(byte[] zip) throws PackFault {
        Map<String, byte[]> files = new LinkedHashMap<>();
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int at = 0;
        while (true) {
            if (at + Integer.BYTES > zip.length) {
                throw PackFault.container(at);
            }
            if (bytes.getInt(at) == CENTRAL) {
                return files;
            }
            at = file(bytes, at, files);
        }
    }

    private static int file(ByteBuffer zip, int at, Map<String, byte[]> files) throws PackFault {
        if (at + HEADER > zip.capacity()) {
            throw PackFault.container(at);
        }
        int size = zip.getInt(at + 22);
        long begin = (long) at + HEADER + Short.toUnsignedInt(zip.getShort(at + 26));
        if (zip.getInt(at) != LOCAL
                || zip.getInt(at + 18) != size
                || zip.getShort(at + 28) != 0
                || begin + Integer.toUnsignedLong(size) > zip.capacity()) {
            throw PackFault.container(at);
        }
        byte[] named = new byte[(int) begin - at - HEADER];
        zip.get(at + HEADER, named);
        byte[] content = new byte[size];
        zip.get((int) begin, content);
        String name = new String(named, StandardCharsets.ISO_8859_1);
        if (!NAME.matcher(name).matches() || files.put(name, content) != null) {
            throw PackFault.container(at);
        }
        return (int) begin + size;
    }

    /** The one form of a zip of these files. */
    static byte[] of(Map<String, byte[]> files) {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        Map<String, Place> places = new LinkedHashMap<>();
        files.forEach((name, content) -> {
            CRC32 crc = new CRC32();
            crc.update(content);
            Place place = new Place(name, zip.size(), content.length, (int) crc.getValue());
            places.put(name, place);
            zip.writeBytes(header(place));
            zip.writeBytes(content);
        });
        zip.writeBytes(tail(places.values(), zip.size()));
        return zip.toByteArray();
    }

    private static ByteBuffer common(ByteBuffer header, Place file) {
        return header.putShort(UTF_8)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort(FIRST_OF_1980)
                .putInt(file.crc)
                .putInt(file.size)
                .putInt(file.size)
                .putShort((short) file.name.length())
                .putShort((short) 0);
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] bytes(ByteBuffer full) {
        byte[] bytes = new byte[full.flip().remaining()];
        full.get(bytes);
        return bytes;
    }

    private static byte[] name(Place file) {
        return file.name.getBytes(StandardCharsets.US_ASCII);
    }

    /** Content that is written when its turn comes. */
    @FunctionalInterface
    interface Content {
        void write(OutputStream out) throws IOException;

        static Content of(String text) {
            return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
