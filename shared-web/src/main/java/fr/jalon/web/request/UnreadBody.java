package fr.jalon.web.request;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.springframework.http.HttpHeaders;

/**
 * What becomes of a body whose answer did not wait for it, a refusal above all. Tomcat would read on for as long as
 * anything dribbles in, from anybody; here a little is taken in for a little while, so that its sender comes to read
 * the answer and may use the connection again, and then the connection ends.
 */
final class UnreadBody extends ValveBase {
    private static final int LITTLE = 1 << 16;
    private static final Duration WHILE = Duration.ofSeconds(2);

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        if (!request.getCoyoteRequest().isFinished()) {
            response.finishResponse();
            if (request.getHeader(HttpHeaders.EXPECT) != null || !isTakenIn(request)) {
                response.getCoyoteResponse().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
            }
        }
    }

    private static boolean isTakenIn(Request request) {
        long end = System.nanoTime() + WHILE.toNanos();
        int left = LITTLE;
        try {
            while (left > 0 && System.nanoTime() - end < 0) {
                int read = request.getCoyoteRequest().doRead(new Passing());
                if (read < 0) {
                    return true;
                }
                left -= read;
            }
        } catch (IOException broken) {
            return false;
        }
        return request.getCoyoteRequest().isFinished();
    }

    /** Lets bytes pass that nobody wants. */
    private static final class Passing implements ApplicationBufferHandler {
        private ByteBuffer passing = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            passing = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return passing;
        }

        @Override
        public void expand(int size) {
            // Whoever reads brings the room.
        }
    }
}
