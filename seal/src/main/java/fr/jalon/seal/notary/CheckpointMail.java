package fr.jalon.seal.notary;

import fr.jalon.seal.log.KeptCheckpoints;
import fr.jalon.seal.log.SealedLog.Signed;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * Mails the last checkpoint once a day, from whichever process comes first, to those who keep it away from this
 * machine. A mail server that is away delays the mail and nothing else: it is tried again at the next look.
 */
public final class CheckpointMail implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CheckpointMail.class);

    private final JavaMailSender sender;
    private final String from;
    private final List<String> to;
    private final Supplier<Optional<Signed>> last;
    private final MailedDays days;
    private final InstantSource clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("checkpoint-mail").factory());
    private @Nullable LocalDate sent;
    private volatile boolean failing;

    /**
     * A mail that waits for {@link #start}.
     *
     * @param last the checkpoint to send: the last one signed
     */
    public CheckpointMail(
            JavaMailSender sender,
            String from,
            List<String> to,
            Supplier<Optional<Signed>> last,
            MailedDays days,
            InstantSource clock) {
        this.sender = sender;
        this.from = from;
        this.to = List.copyOf(to);
        this.last = last;
        this.days = days;
        this.clock = clock;
    }

    public void start(Duration look) {
        var _ = thread.scheduleWithFixedDelay(this::sendIfDue, 0, look.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether the last attempt failed. */
    public boolean isFailing() {
        return failing;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void sendIfDue() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (today.equals(sent)) {
            return;
        }
        try {
            Signed signed = last.get().orElse(null);
            if (signed != null && signed.checkpoint().size() > 0) {
                MimeMessage message = message(signed);
                days.once(today, () -> sender.send(message));
                sent = today;
            }
            failing = false;
        } catch (MessagingException | RuntimeException e) {
            if (!failing) {
                LOG.warn("The checkpoint could not be mailed; it is tried again", e);
            }
            failing = true;
        }
    }

    /**
     * The note stands in the text for people, and in a file for tools, as bytes: mail changes the line ends of text.
     */
    private MimeMessage message(Signed signed) throws MessagingException {
        String origin = signed.checkpoint().origin();
        long size = signed.checkpoint().size();
        MimeMessage message = sender.createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        helper.setFrom(from);
        helper.setTo(to.toArray(String[]::new));
        helper.setSubject("Jalon, " + origin + " : " + size);
        helper.setText(text(origin, size, signed.note()));
        helper.addAttachment(
                KeptCheckpoints.name(size),
                new ByteArrayResource(signed.note().getBytes(StandardCharsets.UTF_8)),
                "application/octet-stream");
        return message;
    }

    private static String text(String origin, long size, String note) {
        return """
            Point de contrôle du registre %1$s, qui compte %2$d entrées.

            Gardez ce message : lui seul permettra de montrer, dans des années, que rien de ce que le registre \
            contenait ce jour n'a été changé ni retiré depuis. Rien d'autre n'est à faire.

            Checkpoint of the register %1$s, of %2$d entries. Keep this message: it alone will show, years from now, \
            that nothing the register held on this day was altered or dropped since.

            %3$s""".formatted(origin, size, note);
    }
}
