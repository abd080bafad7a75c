package org.acmconversation.engagement.web;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Temporary files for content that may not fit into memory. */
class TemporaryFile {

    private TemporaryFile() {}

    /** Creates a file that is deleted when its channel is closed; on Unix even if the node is killed. */
    static FileChannel create() throws IOException {
        return createIn(Path.of(System.getProperty("java.io.tmpdir")));
    }

    static FileChannel createIn(Path directory) throws IOException {
        return FileChannel.open(
                directory.resolve("acm-%s.tmp".formatted(UUID.randomUUID())),
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
    }
}
