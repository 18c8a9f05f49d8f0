package fr.jalon.web.request;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/** A body that somebody watches arrive. */
abstract class WatchedInput extends ServletInputStream {
    private final ServletInputStream body;

    WatchedInput(ServletInputStream body) {
        this.body = body;
    }

    /** So many bytes came, after so long; none at the end. */
    abstract void arrived(int bytes, long nanos);

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        long begin = System.nanoTime();
        int read = body.read(into, from, length);
        arrived(Math.max(read, 0), System.nanoTime() - begin);
        return read;
    }

    @Override
    public boolean isFinished() {
        return body.isFinished();
    }

    @Override
    public boolean isReady() {
        return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        body.setReadListener(listener);
    }
}
