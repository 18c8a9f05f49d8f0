package fr.jalon.seal.notary;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import fr.jalon.log.Checkpoint;
import fr.jalon.log.Hash;
import fr.jalon.log.SignedNote;
import fr.jalon.log.SigningKey;
import fr.jalon.readmodel.processor.World;
import fr.jalon.seal.log.SealedLog.Signed;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class CheckpointMailTest {
    private static final SigningKey KEY = SigningKey.make("jalon/test");
    private static final Duration LOOK = Duration.ofMillis(20);

    private final GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T09:00:00Z"));
    private final AtomicReference<Optional<Signed>> last = new AtomicReference<>(Optional.empty());
    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
    private final World world = new World();
    private final CheckpointMail mail = mail();

    @BeforeEach
    void open() {
        server.start();
        sender.setHost("127.0.0.1");
        sender.setPort(server.getSmtp().getPort());
    }

    @AfterEach
    void close() {
        mail.close();
        server.stop();
        world.close();
    }

    @Test
    void the_days_checkpoint_reaches_each_who_keeps_it_and_still_verifies() throws Exception {
        Signed signed = checkpoint(86);
        last.set(Optional.of(signed));
        mail.start(LOOK);
        awaitMessages(2);

        for (MimeMessage message : server.getReceivedMessages()) {
            Multipart parts = (Multipart) message.getContent();
            BodyPart file = parts.getBodyPart(1);
            assertThat(file.getFileName()).isEqualTo("checkpoint-86.txt");
            String note = new String(file.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(note).isEqualTo(signed.note());
            assertThat(KEY.verifier().signed(SignedNote.parse(note))).isTrue();
            assertThat(GreenMailUtil.getBody(parts.getBodyPart(0))).contains("86 entr");
        }
    }

    @Test
    void it_is_sent_once_a_day_and_never_for_an_empty_log() throws Exception {
        last.set(Optional.of(checkpoint(0)));
        mail.start(LOOK);
        last.set(Optional.of(checkpoint(3)));
        awaitMessages(2);
        now.updateAndGet(day -> day.plus(1, ChronoUnit.DAYS));
        awaitMessages(4);

        assertThat(server.getReceivedMessages()).hasSize(4);
    }

    @Test
    void several_processes_send_one_mail_a_day() throws Exception {
        last.set(Optional.of(checkpoint(3)));
        try (CheckpointMail other = mail()) {
            mail.start(LOOK);
            other.start(LOOK);
            awaitMessages(2);
            now.updateAndGet(day -> day.plus(1, ChronoUnit.DAYS));
            awaitMessages(4);
            now.updateAndGet(day -> day.plus(1, ChronoUnit.DAYS));
            awaitMessages(6);
        }
        assertThat(server.getReceivedMessages()).hasSize(6);
    }

    @Test
    void a_mail_server_that_is_away_is_said_and_tried_again() throws Exception {
        int port = server.getSmtp().getPort();
        server.stop();
        sender.setPort(port);
        last.set(Optional.of(checkpoint(3)));
        mail.start(LOOK);
        while (!mail.isFailing()) {
            Thread.sleep(10);
        }

        server.start();
        sender.setPort(server.getSmtp().getPort());
        awaitMessages(2);
        while (mail.isFailing()) {
            Thread.sleep(10);
        }
    }

    private CheckpointMail mail() {
        return new CheckpointMail(
                sender,
                "jalon@example.org",
                List.of("a@example.org", "b@example.org"),
                last::get,
                new MailedDays(world.query),
                now::get);
    }

    /** One for each who is mailed. */
    private void awaitMessages(int count) throws InterruptedException {
        while (server.getReceivedMessages().length < count) {
            Thread.sleep(10);
        }
    }

    private static Signed checkpoint(long size) {
        Checkpoint checkpoint = new Checkpoint(KEY.verifier().name(), size, Hash.ofLeaf(new byte[] {1}));
        return Signed.of(KEY.sign(checkpoint.text()).note());
    }
}
