package org.acmconversation.release;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.acmconversation.release.Release.Removed;
import org.acmconversation.release.UnfitFileException.Reason;

/** Merges uploaded files into a model set, so that a draft is always complete. One unfit file fails the request. */
class ModelUpload {

    static final int MAX_FILE_SIZE = 1024 * 1024;
    static final int MAX_FILES = 200;

    /** How many ignored files of an archive the draft lists by name; the others are only counted. */
    private static final int MAX_LEFT_OUT = 50;

    private static final int MAX_PATH_LENGTH = 300;

    /** Of all files of a request together, unpacked. */
    static final int MAX_REQUEST_SIZE = 32 * 1024 * 1024;

    private static final String FOLDER = "processes/";

    /** Of a name, except for the dot. Windows permits none of {@code <>|} in a name. */
    private static final String CHARACTER = "[\\p{L}\\p{M}\\p{N}\\p{S}_(),&' -]&&[^<>|]";

    private static final String NAME = "[%1$s][.%1$s]*".formatted(CHARACTER);
    private static final Pattern PATH = Pattern.compile("%1$s(/%1$s)*".formatted(NAME));

    private static final Set<String> TYPES = Set.of("bpmn", "dmn", "form", "yaml");

    private final Map<String, byte[]> files;
    private final Set<String> base;
    private final List<Removed> removed = new ArrayList<>();
    private final Set<String> sent = new HashSet<>();
    private long size;

    ModelUpload(ModelSet base) {
        this.files = new TreeMap<>(base.files());
        this.base = Set.copyOf(base.files().keySet());
    }

    /**
     * A file that was sent.
     *
     * @param name path below {@code processes/}, or a bare name
     */
    record Upload(String name, byte[] content) {}

    /** The set as it is now. */
    ModelSet set() {
        return new ModelSet(files);
    }

    /** What was taken out of the files that were added. */
    List<Removed> removed() {
        return List.copyOf(removed);
    }

    /** Adds files and unpacks archives. */
    void add(Collection<Upload> uploads) {
        for (Upload upload : uploads) {
            if (upload.name().toLowerCase(Locale.ROOT).endsWith(".zip")) {
                unpack(upload);
            } else {
                put(upload);
            }
        }
    }

    private void unpack(Upload upload) {
        Archive archive = Archive.read(upload, base);
        archive.files().forEach(this::put);
        List<String> leftOut = archive.leftOut();
        leftOut.stream()
                .limit(MAX_LEFT_OUT)
                .forEach(name -> removed.add(new Removed(name, Changes.text("release.leftOut"))));
        if (leftOut.size() > MAX_LEFT_OUT) {
            removed.add(
                    new Removed(upload.name(), Changes.text("release.leftOut.more", leftOut.size() - MAX_LEFT_OUT)));
        }
    }

    /** Adds a file, which must not be an archive. */
    void put(Upload upload) {
        String path = path(upload.name());
        if (!isPlaced(path)) {
            throw new UnfitFileException(upload.name(), Reason.NO_SCENARIO);
        }
        size += upload.content().length;
        if (upload.content().length > MAX_FILE_SIZE) {
            throw new UnfitFileException(upload.name(), Reason.TOO_LARGE);
        }
        if (size > MAX_REQUEST_SIZE) {
            throw new UnfitFileException(upload.name(), Reason.TOO_MUCH);
        }
        if (!sent.add(path)) {
            throw new UnfitFileException(upload.name(), Reason.TWICE);
        }
        ModelSanitizer.Cleaned cleaned = ModelSanitizer.clean(upload.name(), upload.content());
        cleaned.removed().forEach(what -> removed.add(new Removed(path, what)));
        files.put(path, cleaned.content());
        if (files.size() > MAX_FILES) {
            throw new UnfitFileException(upload.name(), Reason.TOO_MANY);
        }
    }

    /** Removes files of the base. */
    void remove(Collection<String> paths) {
        for (String sentPath : paths) {
            String path = path(sentPath);
            if (files.remove(path) == null) {
                throw new UnfitFileException(sentPath, Reason.UNKNOWN);
            }
        }
    }

    /** Whether a file of this name can be part of a model set. */
    static boolean isModel(String path) {
        return TYPES.contains(path.substring(path.lastIndexOf('.') + 1));
    }

    /** Whether a file takes effect there: scenarios run only from their folder. A bare name gets its folder later. */
    static boolean isPlaced(String path) {
        return !path.endsWith(".yaml") || !path.contains("/") || path.startsWith("scenarios/");
    }

    private String path(String name) {
        String path = normalized(name);
        // The length first: the expression recurses for each folder.
        if (path.length() > MAX_PATH_LENGTH || !PATH.matcher(path).matches()) {
            throw new UnfitFileException(name, Reason.NO_PATH);
        }
        if (!isModel(path)) {
            throw new UnfitFileException(name, Reason.NO_MODEL);
        }
        List<String> same = filesNamed(path, base);
        if (same.size() > 1 && !name.startsWith(FOLDER)) {
            throw new UnfitFileException(name, Reason.AMBIGUOUS);
        }
        return same.size() == 1 ? same.get(0) : inItsFolder(path, base);
    }

    /** Returns the path of the file that a name stands for in a set: its path, or a name that only one file has. */
    static String path(String name, Set<String> paths) {
        String path = normalized(name);
        List<String> same = filesNamed(path, paths);
        return same.size() == 1 ? same.get(0) : path;
    }

    private static String normalized(String name) {
        // macOS writes an accent as a character of its own.
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        return composed.startsWith(FOLDER) ? composed.substring(FOLDER.length()) : composed;
    }

    /** Returns the files below a folder that have a bare name; none if there is one outside of all folders. */
    private static List<String> filesNamed(String name, Set<String> paths) {
        return name.contains("/") || paths.contains(name)
                ? List.of()
                : paths.stream().filter(known -> known.endsWith("/" + name)).toList();
    }

    /** Returns the path of a new file with a bare name, in the folder for its type. */
    private static String inItsFolder(String name, Set<String> base) {
        if (name.contains("/") || base.contains(name)) {
            return name;
        }
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "dmn" -> "decisions/" + name;
            case "form" -> "forms/" + name;
            case "yaml" -> "scenarios/" + name;
            default -> name;
        };
    }
}
