package fr.jalon.seal.pack;

import fr.jalon.events.json.Sha256;
import fr.jalon.seal.pack.PlainZip.Content;
import fr.jalon.seal.pack.PlainZip.Place;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/** Writes a {@link PlainZip} into a file, however long its files are: a header is written once its content is. */
final class ZipWriter implements Closeable {
    private final FileChannel file;
    private final List<Place> places = new ArrayList<>();
    private final List<Manifest.Item> items = new ArrayList<>();

    ZipWriter(Path path) throws IOException {
        this.file = FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    void add(String name, Content content) throws IOException {
        long offset = file.position();
        file.position(offset + PlainZip.HEADER + name.length());
        CRC32 crc = new CRC32();
        MessageDigest digest = Sha256.begun();
        OutputStream out = new BufferedOutputStream(new Unclosed(
                new DigestOutputStream(new CheckedOutputStream(Channels.newOutputStream(file), crc), digest)));
        LineDigests lines = SignedLines.has(name) ? new LineDigests(out) : null;
        content.write(lines == null ? out : lines);
        out.flush();
        long end = file.position();
        if (end > PackVerifier.LIMIT) {
            throw new PackTooLargeException();
        }
        int size = (int) (end - offset - PlainZip.HEADER - name.length());
        Place place = new Place(name, (int) offset, size, (int) crc.getValue());
        file.position(offset);
        write(PlainZip.header(place));
        file.position(end);
        places.add(place);
        items.add(new Manifest.Item(
                name, size, HexFormat.of().formatHex(digest.digest()), lines == null ? List.of() : lines.lines()));
    }

    /** What was added so far. */
    List<Manifest.Item> items() {
        return List.copyOf(items);
    }

    void end() throws IOException {
        write(PlainZip.tail(places, (int) file.position()));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void write(byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            file.write(buffer);
        }
    }

    /** Who makes a file may close what is written to; the pack stays open. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
