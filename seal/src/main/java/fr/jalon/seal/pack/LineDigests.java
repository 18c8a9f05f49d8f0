package fr.jalon.seal.pack;

import fr.jalon.events.json.Sha256;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** What is written through it, line by line, each as its SHA-256 without the newline. */
final class LineDigests extends FilterOutputStream {
    private final List<String> lines = new ArrayList<>();
    private final MessageDigest line = Sha256.begun();

    LineDigests(OutputStream out) {
        super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        int begin = offset;
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] == '\n') {
                line.update(bytes, begin, i - begin);
                lines.add(HexFormat.of().formatHex(line.digest()));
                begin = i + 1;
            }
        }
        line.update(bytes, begin, offset + length - begin);
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    /** Those that a newline ended. */
    List<String> lines() {
        return List.copyOf(lines);
    }
}
