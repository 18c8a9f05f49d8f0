package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.events.language.Language;
import fr.jalon.postgres.TestCluster;
import fr.jalon.standalone.JalonCommand.Ended;
import fr.jalon.standalone.server.Certificate;
import fr.jalon.standalone.server.Options;
import fr.jalon.standalone.server.StandaloneServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server speaks TLS with a certificate and a key in two files, which are renewed while it serves. */
class TlsTest {
    private static final Path FILES = Path.of("src/test/resources/tls");
    private static final Path AUTHORITY = FILES.resolve("authority.pem");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String QUIET = "spring.ssl.bundle.watch.file.quiet-period";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path data;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path shown;

    @SuppressWarnings("NullAway.Init")
    private static StandaloneServer server;

    @BeforeAll
    static void serve() throws IOException {
        TestCluster.into(data);
        Certificate certificate = new Certificate(shown("first.pem", "own.pem"), shown("first.key", "own.key"));
        System.setProperty(QUIET, "50ms");
        try {
            server = StandaloneServer.start(new Options(InetAddress.getLoopbackAddress(), 0, data, false, certificate));
        } finally {
            System.clearProperty(QUIET);
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_command_that_names_the_authority_is_answered_and_one_that_does_not_is_told_to() {
        Terminal terminal =
                new Terminal(server.address()).with("JALON_PASSWORD", Objects.requireNonNull(server.firstPassword()));

        assertThat(server.address().getScheme()).isEqualTo("https");
        assertThat(terminal.jalon("national", "territories", "--ca=" + AUTHORITY)
                        .code())
                .isZero();
        assertThat(terminal.with("JALON_CA", AUTHORITY.toString())
                        .jalon("national", "territories")
                        .code())
                .isZero();
        assertThat(terminal.jalon("national", "territories")).satisfies(said -> {
            assertThat(said.code()).isEqualTo(69);
            assertThat(said.error()).contains("--ca");
        });
    }

    @Test
    void an_authority_that_is_none_is_explained() throws Exception {
        Path none = Files.writeString(shown.resolve("none.pem"), "");

        Ended said = new Terminal(server.address()).jalon("national", "territories", "--ca=" + none);

        assertThat(said.code()).isEqualTo(78);
        assertThat(said.error()).contains(none.toString(), "BEGIN CERTIFICATE");
    }

    @ParameterizedTest
    @CsvSource({"/actuator/health, HTTP/1.1 200", "/api/v1/territories, HTTP/1.1 401", "/%, HTTP/1.1 400"})
    void every_answer_over_tls_has_browsers_stay_with_it_for_a_year(String path, String status) throws Exception {
        try (SSLSocket socket = connected()) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer)
                    .startsWith(status)
                    .contains("Strict-Transport-Security: max-age=31536000; includeSubDomains\r\n");
        }
    }

    @Test
    void renewed_files_are_shown_without_a_start_and_half_renewed_ones_are_not() throws Exception {
        assertThat(shownNow()).isEqualTo("CN=first");
        shown("renewed.pem", "own.pem");
        assertThat(shownNow()).as("with the key of another").isEqualTo("CN=first");

        shown("renewed.key", "own.key");

        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!shownNow().equals("CN=renewed")) {
            assertThat(System.nanoTime() - end).as("until it is shown").isNegative();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "none.pem,      first.key,     name a file that is there",
        "first.key,     first.key,     BEGIN CERTIFICATE",
        "first.pem,     none.key,      name a file that is there",
        "first.pem,     first.pem,     BEGIN PRIVATE KEY",
        "first.pem,     renewed.key,   comes first",
        "expired.pem,   first.key,     has expired",
        "first.pem,     open.key,      chmod"
    })
    void what_is_wrong_with_a_file_is_a_sentence_before_anything_is_made(
            String chain, String key, String sentence, @TempDir Path files) throws Exception {
        for (String each : new String[] {"first.pem", "first.key", "renewed.key", "expired.pem"}) {
            Files.copy(FILES.resolve(each), files.resolve(each));
            Files.setPosixFilePermissions(files.resolve(each), PosixFilePermissions.fromString("rw-------"));
        }
        Files.copy(FILES.resolve("first.key"), files.resolve("open.key"));
        Files.setPosixFilePermissions(files.resolve("open.key"), PosixFilePermissions.fromString("rw-r--r--"));

        Ended said = served(Terminal.alone(), files, chain, key);

        assertThat(said.code()).isEqualTo(78);
        assertThat(said.error()).contains(sentence).doesNotContain("Exception");
        assertThat(files.resolve("data")).doesNotExist();
    }

    @Test
    void so_it_is_in_french() {
        Ended said = served(Terminal.alone().in(Language.FRENCH), shown, "none", "none");

        assertThat(said.error()).contains("Le certificat " + shown.resolve("none") + " ne peut être lu");
    }

    @Test
    void a_certificate_without_its_key_is_a_line_that_is_wrong() {
        Ended said = Terminal.alone().ended("serve", "--certificate=own.pem", "--data=" + shown.resolve("data"));

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.error()).contains("--key");
    }

    private static Ended served(Terminal terminal, Path files, String chain, String key) {
        return terminal.ended(
                "serve",
                "--port=0",
                "--data=" + files.resolve("data"),
                "--certificate=" + files.resolve(chain),
                "--key=" + files.resolve(key));
    }

    /** Puts a file in the place of one that the server shows, as whoever renews it does: at once. */
    private static Path shown(String file, String as) throws IOException {
        Path made = shown.resolve(as + ".new");
        Files.copy(FILES.resolve(file), made, StandardCopyOption.REPLACE_EXISTING);
        Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rw-------"));
        return Files.move(made, shown.resolve(as), StandardCopyOption.ATOMIC_MOVE);
    }

    private static String shownNow() throws Exception {
        try (SSLSocket socket = connected()) {
            socket.startHandshake();
            return ((X509Certificate) socket.getSession().getPeerCertificates()[0])
                    .getSubjectX500Principal()
                    .getName();
        }
    }

    private static SSLSocket connected() throws Exception {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream pem = Files.newInputStream(AUTHORITY)) {
            trusted.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        SSLSocket socket = (SSLSocket) context.getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), server.address().getPort());
        socket.setSoTimeout((int) PATIENCE.toMillis());
        return socket;
    }
}
