package org.acmconversation.release;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A folder of models that somebody edits. It is polled: not every file system tells of changes. */
class ModelFolder {

    private final Path folder;
    private Map<String, Stamp> lastSeen;
    private Map<String, Stamp> offered;
    private Map<String, Stamp> taken;
    private final Map<String, byte[]> contents = new TreeMap<>();

    /** Existing files do not count as saved. */
    ModelFolder(Path folder) throws IOException {
        this.folder = folder;
        this.taken = stamps();
        this.lastSeen = taken;
        this.offered = taken;
        for (String path : taken.keySet()) {
            contents.put(path, Files.readAllBytes(folder.resolve(path)));
        }
    }

    private record Stamp(FileTime modified, long size) {}

    /**
     * What somebody saved.
     *
     * @param files content by path
     * @param removed paths of deleted files
     */
    record Saved(Map<String, byte[]> files, List<String> removed) {}

    /**
     * Returns the files changed since the last accepted save, once they are stable between two calls. Rejected files
     * are returned again with the next save.
     */
    Optional<Saved> saved() throws IOException {
        Map<String, Stamp> now = stamps();
        boolean isQuiet = now.equals(lastSeen);
        lastSeen = now;
        if (!isQuiet || now.equals(offered)) {
            return Optional.empty();
        }
        Saved saved = difference(now);
        offered = now;
        return saved.files().isEmpty() && saved.removed().isEmpty() ? Optional.empty() : Optional.of(saved);
    }

    /** Notes that what was saved has been taken. */
    void taken(Saved saved) {
        contents.putAll(saved.files());
        contents.keySet().removeAll(saved.removed());
        taken = offered;
    }

    /** Notes that what was saved could not be taken, and is to be returned again. */
    void notTaken() {
        offered = taken;
    }

    private Saved difference(Map<String, Stamp> now) throws IOException {
        Map<String, byte[]> changed = new TreeMap<>();
        for (Map.Entry<String, Stamp> file : now.entrySet()) {
            if (!file.getValue().equals(taken.get(file.getKey()))) {
                byte[] content = Files.readAllBytes(folder.resolve(file.getKey()));
                if (!Arrays.equals(content, contents.get(file.getKey()))) {
                    changed.put(file.getKey(), content);
                }
            }
        }
        List<String> removed = new ArrayList<>(taken.keySet());
        removed.removeAll(now.keySet());
        return new Saved(changed, removed);
    }

    private Map<String, Stamp> stamps() throws IOException {
        Map<String, Stamp> stamps = new TreeMap<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes file) {
                if (file.isRegularFile() && isModel(path)) {
                    stamps.put(name(path), new Stamp(file.lastModifiedTime(), file.size()));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return stamps;
    }

    private boolean isModel(Path path) {
        String name = name(path);
        return !name.startsWith(".") && !name.contains("/.") && ModelUpload.isModel(name);
    }

    private String name(Path path) {
        return folder.relativize(path).toString().replace('\\', '/');
    }
}
