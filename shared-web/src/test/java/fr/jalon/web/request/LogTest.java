package fr.jalon.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LogTest {
    @Test
    void one_event_is_one_line_whatever_was_sent() throws JoranException {
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(
                Objects.requireNonNull(LogTest.class.getResourceAsStream("/fr/jalon/web/logback.xml")));
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ((ConsoleAppender<ILoggingEvent>) root.getAppender("console")).setOutputStream(written);

        root.warn(
                "a\r\n2026-01-01 INFO forged\u2028b\u0000\u202Ec",
                new IllegalStateException("d\ne", new RuntimeException("f\rg")));
        root.info("next");

        String log = written.toString(StandardCharsets.UTF_8);
        assertThat(log.split("\n", -1)).hasSize(3);
        assertThat(log)
                .contains("a 2026-01-01 INFO forged b c")
                .contains("f g")
                .doesNotContain("\r", "\u2028", "\u202E");
        context.stop();
    }
}
