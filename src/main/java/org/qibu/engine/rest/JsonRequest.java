package org.qibu.engine.rest;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** A request whose JSON was read and checked; the engine reads the very same bytes. */
final class JsonRequest extends HttpServletRequestWrapper {

    /** Forms with long lists of rows stay far below; in bytes. */
    static final int LARGEST = 5_000_000;

    private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);

    private final byte[] body;

    private JsonRequest(HttpServletRequest request, byte[] body) {
        super(request);
        this.body = body;
    }

    /** Refuses with a sentence what is no JSON object; no body at all is taken for an empty one, as the engine takes it. */
    static JsonRequest of(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > LARGEST) {
            throw tooLarge();
        }
        var body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw tooLarge();
        }
        if (body.length == 0) {
            return new JsonRequest(request, NOTHING);
        }
        if (!isJson(request.getContentType())) {
            throw new UnreadableRequest(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE, "请求内容要用 JSON，并写明 Content-Type: application/json。");
        }
        JsonContent.check(body);
        return new JsonRequest(request, body);
    }

    private static UnreadableRequest tooLarge() {
        return new UnreadableRequest(HttpStatus.PAYLOAD_TOO_LARGE, "请求内容太大，最多 5 MB。");
    }

    private static boolean isJson(String contentType) {
        try {
            return contentType != null && MediaType.APPLICATION_JSON.isCompatibleWith(MediaType.valueOf(contentType));
        } catch (InvalidMediaTypeException unknown) {
            return false;
        }
    }

    @Override
    public ServletInputStream getInputStream() {
        var bytes = new ByteArrayInputStream(body);
        return new ServletInputStream() {
            @Override
            public int read() {
                return bytes.read();
            }

            @Override
            public int read(byte[] into, int from, int most) {
                return bytes.read(into, from, most);
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
                throw new UnsupportedOperationException("is read at once");
            }
        };
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public int getContentLength() {
        return body.length;
    }

    @Override
    public long getContentLengthLong() {
        return body.length;
    }

    @Override
    public String getContentType() {
        return MediaType.APPLICATION_JSON_VALUE;
    }
}
