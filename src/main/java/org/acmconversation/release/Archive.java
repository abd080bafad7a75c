package org.acmconversation.release;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.acmconversation.release.ModelUpload.Upload;
import org.acmconversation.release.UnfitFileException.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A zip file, inflated with size limits. People zip their whole folder, so it may contain other files: a README, hidden
 * files, files that the operating system adds.
 *
 * @param files models, decisions, forms and scenarios, by path below {@code processes/}
 * @param leftOut names of all other files
 */
record Archive(List<Upload> files, List<String> leftOut) {

    private static final Logger log = LoggerFactory.getLogger(Archive.class);

    /** Includes folders. */
    private static final int MAX_ENTRIES = 1000;

    private static final String FOLDER = "processes/";
    private static final String OF_MACOS = "__MACOSX";

    /** The code page of names in zip files that Windows writes in Western Europe and Latin America. */
    private static final Charset OF_WINDOWS = Charset.forName("IBM850");

    /**
     * Reads an archive.
     *
     * @param base paths of the set that its files are merged into
     * @throws UnfitFileException if it is not an archive, is too large, leaves the folder or has nothing that belongs
     *     there
     */
    static Archive read(Upload upload, Collection<String> base) {
        Archive archive = inflated(upload);
        if (archive.files.isEmpty()) {
            throw archive.leftOut.isEmpty()
                    ? new UnfitFileException(upload.name(), Reason.NO_ZIP)
                    : new UnfitFileException(archive.leftOut.get(0), Reason.NO_MODEL);
        }
        Archive inside = archive.below(archive.root(base));
        if (inside.files.isEmpty()) {
            throw new UnfitFileException(inside.leftOut.get(0), Reason.NO_MODEL);
        }
        return inside;
    }

    private static Archive inflated(Upload upload) {
        try {
            return inflated(upload, StandardCharsets.UTF_8);
        } catch (ZipException | IllegalArgumentException e) {
            log.debug("{} is not a zip file with names in UTF-8", upload.name(), e);
        } catch (IOException e) {
            throw new UnfitFileException(upload.name(), Reason.CUT_OFF);
        }
        try {
            return inflated(upload, OF_WINDOWS);
        } catch (IOException | IllegalArgumentException e) {
            throw new UnfitFileException(upload.name(), Reason.NO_ZIP);
        }
    }

    private static Archive inflated(Upload upload, Charset names) throws IOException {
        var archive = new Archive(new ArrayList<>(), new ArrayList<>());
        try (var zip = new ZipInputStream(new ByteArrayInputStream(upload.content()), names)) {
            archive.add(upload.name(), zip);
        }
        return archive;
    }

    private void add(String name, ZipInputStream zip) throws IOException {
        int entries = 0;
        int left = ModelUpload.MAX_REQUEST_SIZE;
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            entries++;
            if (entries > MAX_ENTRIES) {
                throw new UnfitFileException(name, Reason.TOO_MANY_ENTRIES);
            }
            if (!entry.isDirectory()) {
                left -= add(entry.getName(), zip, left);
            } else if (zip.read() >= 0) {
                // The content of a folder would be inflated to its end, however long it is.
                throw new UnfitFileException(entry.getName(), Reason.NO_MODEL);
            }
        }
    }

    /** Inflates a file up to its limit. Returns its size. */
    private int add(String name, ZipInputStream zip, int left) throws IOException {
        if (leavesFolder(name)) {
            throw new UnfitFileException(name, Reason.NO_PATH);
        }
        boolean isModel = ModelUpload.isModel(name) && !isHidden(name);
        int most = isModel ? Math.min(ModelUpload.MAX_FILE_SIZE, left) : left;
        byte[] content = zip.readNBytes(most + 1);
        if (content.length > most) {
            throw new UnfitFileException(name, most == left ? Reason.TOO_MUCH : Reason.TOO_LARGE);
        }
        if (isModel) {
            files.add(new Upload(name, content));
        } else {
            leftOut.add(name);
        }
        return content.length;
    }

    private static boolean leavesFolder(String name) {
        return name.startsWith("/")
                || name.indexOf('\\') >= 0
                || name.indexOf(':') >= 0
                || Arrays.asList(name.split("/")).contains("..");
    }

    private static boolean isHidden(String name) {
        return Arrays.stream(name.split("/")).anyMatch(part -> part.startsWith(".") || part.equals(OF_MACOS));
    }

    /** Returns the folder that stands for {@code processes/}, whatever it is called; empty if there is none. */
    private String root(Collection<String> base) {
        Optional<String> named = files.stream()
                .map(Upload::name)
                .filter(name -> ("/" + name).contains("/" + FOLDER))
                .map(name -> name.substring(0, ("/" + name).indexOf("/" + FOLDER) + FOLDER.length()))
                .min(Comparator.comparing(String::length));
        if (named.isPresent()) {
            return named.get();
        }
        Set<String> tops = files.stream()
                .map(file -> file.name().substring(0, file.name().indexOf('/') + 1))
                .collect(Collectors.toSet());
        String top = tops.iterator().next();
        return tops.size() == 1 && base.stream().noneMatch(path -> path.startsWith(top)) ? top : "";
    }

    private Archive below(String root) {
        List<Upload> inside = new ArrayList<>();
        List<String> others = new ArrayList<>(leftOut);
        for (Upload file : files) {
            String path = file.name().startsWith(root) ? file.name().substring(root.length()) : "";
            if (!path.isEmpty() && ModelUpload.isPlaced(path)) {
                inside.add(new Upload(path, file.content()));
            } else {
                others.add(file.name());
            }
        }
        return new Archive(inside, others);
    }
}
