package org.acmconversation.contract;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A multipart form, as a browser or Modeler sends it. */
class Multipart {

    static final String CONTENT_TYPE = "multipart/form-data; boundary=x";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    Multipart field(String name, String value) {
        return part("name=\"%s\"".formatted(name), value.getBytes(StandardCharsets.UTF_8));
    }

    Multipart file(String fileName, String content) {
        return file(fileName, content.getBytes(StandardCharsets.UTF_8));
    }

    Multipart file(String fileName, byte[] content) {
        return part("name=\"files\"; filename=\"%s\"".formatted(fileName), content);
    }

    private Multipart part(String disposition, byte[] content) {
        body.writeBytes("--x\r\nContent-Disposition: form-data; %s\r\n\r\n"
                .formatted(disposition)
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        return this;
    }

    byte[] body() {
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(body.toByteArray());
        whole.writeBytes("--x--\r\n".getBytes(StandardCharsets.UTF_8));
        return whole.toByteArray();
    }
}
