package fr.jalon.seal.pack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The pack's own verifier in one process, asked again and again about a pack with one byte changed, or another. */
final class PythonVerifier implements AutoCloseable {
    private static final String DRIVER = """
            import sys
            import verify
            pack = open(sys.argv[1], "rb").read()
            for line in sys.stdin:
                if line.startswith("file "):
                    changed = open(line[5:-1], "rb").read()
                else:
                    at, mask = map(int, line.split())
                    changed = bytearray(pack)
                    changed[at] ^= mask
                try:
                    print("OK " + verify.verify(bytes(changed), []), flush=True)
                except verify.Fault as fault:
                    print(fault.line, flush=True)
                except Exception as crash:
                    print("crash", repr(crash), flush=True)
            """;

    private final Path directory;
    private final Process process;
    private final Writer questions;
    private final BufferedReader answers;

    PythonVerifier(Path directory, byte[] pack) throws IOException {
        this.directory = directory;
        Files.write(directory.resolve("verify.py"), AuditPackTest.resource("verify.py"));
        Files.writeString(directory.resolve("driver.py"), DRIVER);
        Path file = Files.write(directory.resolve("pack.zip"), pack);
        process = new ProcessBuilder("python3", "driver.py", file.toString())
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        questions = process.outputWriter(StandardCharsets.UTF_8);
        answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /** What it says of the pack with this byte changed by this mask. */
    String of(int at, int mask) throws IOException {
        return ask(at + " " + mask);
    }

    /** What it says of another pack. */
    String of(byte[] other) throws IOException {
        return ask("file " + Files.write(directory.resolve("other.zip"), other));
    }

    private String ask(String question) throws IOException {
        questions.write(question + "\n");
        questions.flush();
        return String.valueOf(answers.readLine());
    }

    @Override
    public void close() throws IOException {
        questions.close();
        process.destroy();
    }
}
