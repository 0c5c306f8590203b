package cn.qianfa.gateway.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;

/** A request whose body is bounded. */
public final class LimitedBody extends HttpServletRequestWrapper {
    private final ServletInputStream body;

    private LimitedBody(HttpServletRequest request, ServletInputStream body) {
        super(request);
        this.body = body;
    }

    /** One whose body was read already. */
    public static LimitedBody whole(HttpServletRequest request, byte[] body) {
        return new LimitedBody(request, new Whole(new ByteArrayInputStream(body)));
    }

    /** One that is read later, up to the limit. */
    static LimitedBody passing(HttpServletRequest request, long limit) throws IOException {
        return new LimitedBody(request, new Passing(request.getInputStream(), limit));
    }

    @Override
    public ServletInputStream getInputStream() {
        return body;
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(body, UTF_8));
    }

    /** Bytes that lie in memory. */
    private static final class Whole extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        Whole(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("read it as it is");
        }

        /** From its beginning. */
        @Override
        public boolean markSupported() {
            return true;
        }

        @Override
        public void reset() {
            bytes.reset();
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int from, int length) {
            return bytes.read(into, from, length);
        }
    }

    /** Bytes that are counted as they come. */
    private static final class Passing extends ServletInputStream {
        private final ServletInputStream from;
        private long left;

        Passing(ServletInputStream from, long limit) {
            this.from = from;
            this.left = limit;
        }

        @Override
        public boolean isFinished() {
            return from.isFinished();
        }

        @Override
        public boolean isReady() {
            return from.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("read it as it comes");
        }

        @Override
        public int read() throws IOException {
            var read = from.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] into, int at, int length) throws IOException {
            var read = from.read(into, at, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) throws BodyTooLarge {
            left -= read;
            if (left < 0) {
                throw new BodyTooLarge();
            }
        }
    }
}
