package fr.jalon.web.request;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.AbstractProcessor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * Tomcat's HTTP, which allows its connection timeout for each byte of a request's headers, but allows it for all of
 * them together: who sends a byte now and then is dropped. Tomcat makes it by its name.
 */
public final class PromptHttp11Protocol extends Http11NioProtocol {
    private static final int LOOK_EVERY_MILLIS = 500;

    private @Nullable ScheduledFuture<?> looking;

    @Override
    public void start() throws Exception {
        super.start();
        looking = getUtilityExecutor()
                .scheduleWithFixedDelay(
                        this::dropDawdlers, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() throws Exception {
        if (looking != null) {
            looking.cancel(false);
        }
        super.stop();
    }

    private void dropDawdlers() {
        long before = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(getConnectionTimeout());
        for (SocketWrapperBase<NioChannel> connection : getEndpoint().getConnections()) {
            // None while a thread works on the connection, nor between two requests.
            if (connection.getCurrentProcessor() instanceof AbstractProcessor processor
                    && isOverdue(processor, before)) {
                connection.close();
            }
        }
    }

    private static boolean isOverdue(AbstractProcessor processor, long before) {
        long begun = processor.getRequest().getStartTimeNanos();
        return !processor.isAsync() && begun >= 0 && begun - before < 0;
    }
}
