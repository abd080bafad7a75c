package org.acmconversation.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files that make a node another version of the service; see {@link Node#withFiles}.
 *
 * @param files folder in front of the class path
 */
record OtherVersion(Path files) {

    /** @param builtAt tells nodes which version is later */
    static OtherVersion of(Path folder, String name, String builtAt) throws IOException {
        return new OtherVersion(folder.resolve(name))
                .with("META-INF/build-info.properties", "build.version=%s\nbuild.time=%s\n".formatted(name, builtAt));
    }

    /** Adds or replaces a file of the version. */
    OtherVersion with(String path, String content) throws IOException {
        Path file = files.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return this;
    }
}
