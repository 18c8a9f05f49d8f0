package fr.jalon.command.batch;

import fr.jalon.web.problem.Problem;
import fr.jalon.web.problem.Problems;
import fr.jalon.web.request.BodyLimit;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A workbook in a file of its own while it is read: a zip tells what is in it at its end. */
final class SentWorkbook implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(SentWorkbook.class);
    private static final int RETRY_SECONDS = 60;
    private static final int BUFFER = 1 << 16;

    private final Path file;

    private SentWorkbook(Path file) {
        this.file = file;
    }

    /** Takes it in; 413 where it is too large, 503 where the folder has no room. */
    static SentWorkbook of(InputStream body, long announced, Path folder) throws IOException {
        if (announced > BodyLimit.WORKBOOK_BYTES) {
            throw tooLarge().asException();
        }
        SentWorkbook workbook =
                new SentWorkbook(inFolder(folder, () -> Files.createTempFile(folder, "jalon-import", null)));
        try {
            workbook.fill(body, folder);
            return workbook;
        } catch (IOException | RuntimeException e) {
            workbook.close();
            throw e;
        }
    }

    Path file() {
        return file;
    }

    private void fill(InputStream body, Path folder) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        try (OutputStream out = inFolder(folder, () -> Files.newOutputStream(file))) {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                size += read;
                if (size > BodyLimit.WORKBOOK_BYTES) {
                    throw tooLarge().asException();
                }
                int length = read;
                inFolder(folder, () -> {
                    out.write(buffer, 0, length);
                    return out;
                });
            }
        }
    }

    private static Problem tooLarge() {
        return BodyLimit.tooLarge(BodyLimit.WORKBOOK_BYTES);
    }

    private interface Writing<T> {
        T write() throws IOException;
    }

    /** What the sender's connection does is theirs; what the folder does is ours. */
    private static <T> T inFolder(Path folder, Writing<T> writing) {
        try {
            return writing.write();
        } catch (IOException e) {
            LOG.warn("No workbook can be written to {}", folder, e);
            throw Problems.unavailable(RETRY_SECONDS).asException();
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
