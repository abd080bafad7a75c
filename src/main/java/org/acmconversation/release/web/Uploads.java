package org.acmconversation.release.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.acmconversation.problem.BodyTooLargeException;
import org.acmconversation.problem.InvalidRequestException;
import org.acmconversation.problem.StorableText;
import org.acmconversation.release.UnfitFileException;
import org.acmconversation.release.UnfitFileException.Reason;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.apache.tomcat.util.http.fileupload.MultipartStream.IllegalBoundaryException;
import org.apache.tomcat.util.http.fileupload.MultipartStream.MalformedStreamException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.util.unit.DataSize;

/**
 * A multipart form with files, read with size limits.
 *
 * @param files content by file name, in the order they came
 * @param fields the other fields
 */
record Uploads(Map<String, byte[]> files, MultiValueMap<String, String> fields) {

    static final DataSize MAX_FILE_SIZE = DataSize.ofMegabytes(1);

    private static final DataSize MAX_REQUEST_SIZE = DataSize.ofMegabytes(32);
    private static final DataSize MAX_FIELD_SIZE = DataSize.ofKilobytes(16);
    private static final int MAX_PARTS = 500;
    static final int MAX_COMMENT_LENGTH = 2000;

    /**
     * Reads a request.
     *
     * @throws InvalidRequestException if it is not a multipart form, or if a file is too large
     * @throws BodyTooLargeException if it is too large as a whole
     */
    static Uploads read(HttpServletRequest request) throws IOException {
        Uploads uploads = empty();
        uploads.add(request);
        return uploads;
    }

    static Uploads empty() {
        return new Uploads(new LinkedHashMap<>(), new LinkedMultiValueMap<>());
    }

    /** Adds the parts of a request, as {@link #read} does. If it is refused, the parts before the unfit one stay. */
    void add(HttpServletRequest request) throws IOException {
        try {
            var upload = new FileUpload();
            upload.setHeaderEncoding(StandardCharsets.UTF_8.name());
            add(upload.getItemIterator(new ServletRequestContext(request)), request);
        } catch (FileUploadException | MalformedStreamException | IllegalBoundaryException e) {
            throw new InvalidRequestException("body", "is not a complete multipart form");
        }
    }

    private void add(FileItemIterator parts, HttpServletRequest request) throws IOException, FileUploadException {
        try {
            long size = 0;
            for (int count = 0; parts.hasNext(); count++) {
                size += add(parts.next());
                if (size > MAX_REQUEST_SIZE.toBytes()) {
                    throw new BodyTooLargeException(MAX_REQUEST_SIZE);
                }
                if (count >= MAX_PARTS) {
                    throw new InvalidRequestException("files", "must be at most " + MAX_PARTS);
                }
            }
        } catch (InvalidRequestException | BodyTooLargeException refusal) {
            discardRest(request);
            throw refusal;
        }
    }

    /** Reads a request whose body is one file, of which the file may be one byte larger than permitted. */
    static byte[] readFile(HttpServletRequest request) throws IOException {
        byte[] content = request.getInputStream().readNBytes(Math.toIntExact(MAX_FILE_SIZE.toBytes()) + 1);
        discardRest(request);
        return content;
    }

    /** A client that cannot send the rest sees a broken connection instead of the answer. */
    private static void discardRest(HttpServletRequest request) throws IOException {
        request.getInputStream().skip(MAX_REQUEST_SIZE.toBytes());
    }

    private int add(FileItemStream part) throws IOException {
        String file = nameOf(part);
        if (part.isFormField() || file == null) {
            byte[] value = content(part, MAX_FIELD_SIZE);
            if (value.length > MAX_FIELD_SIZE.toBytes()) {
                throw new InvalidRequestException(
                        part.getFieldName(), "must have at most " + MAX_FIELD_SIZE.toBytes() + " bytes");
            }
            fields.add(part.getFieldName(), new String(value, StandardCharsets.UTF_8));
            return value.length;
        }
        if (file.isEmpty()) {
            // A form in which no file was chosen.
            return 0;
        }
        boolean isArchive = file.toLowerCase(Locale.ROOT).endsWith(".zip");
        DataSize limit = isArchive ? MAX_REQUEST_SIZE : MAX_FILE_SIZE;
        byte[] content = content(part, limit);
        if (content.length > limit.toBytes()) {
            throw new UnfitFileException(file, isArchive ? Reason.TOO_MUCH : Reason.TOO_LARGE);
        }
        if (files.put(file, content) != null) {
            throw new UnfitFileException(file, Reason.TWICE);
        }
        return content.length;
    }

    private static @Nullable String nameOf(FileItemStream part) {
        try {
            return part.getName();
        } catch (InvalidFileNameException e) {
            throw new UnfitFileException(e.getName(), Reason.NO_PATH);
        }
    }

    /** Reads one byte more than the limit at most. */
    private static byte[] content(FileItemStream part, DataSize limit) throws IOException {
        try (InputStream content = part.openStream()) {
            return content.readNBytes(Math.toIntExact(limit.toBytes()) + 1);
        }
    }

    /**
     * Returns the field with what the author says about the draft; null if it is empty.
     *
     * @throws InvalidRequestException if it cannot be stored
     */
    @Nullable
    String comment(String field) {
        String comment = first(field);
        if (comment.length() > MAX_COMMENT_LENGTH || !StorableText.isStorable(comment)) {
            throw new InvalidRequestException(field, "must have at most 2000 characters, and no control characters");
        }
        return comment.isEmpty() ? null : comment;
    }

    /** Returns the values of a field that may be repeated. */
    List<String> all(String field) {
        return fields.getOrDefault(field, List.of());
    }

    /** Returns the value of a field; empty if there is none. */
    String first(String field) {
        String value = fields.getFirst(field);
        return value == null ? "" : value.strip();
    }
}
