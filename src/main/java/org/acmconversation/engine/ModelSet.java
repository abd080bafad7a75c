package org.acmconversation.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.acmconversation.operations.Sha256;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/**
 * Models that are deployed together.
 *
 * @param files their content by path, which begins with {@code processes/} on every node
 */
record ModelSet(SortedMap<String, byte[]> files) {

    static final String FOLDER = "processes/";

    private static final String[] TYPES = {"bpmn", "dmn", "form"};

    ModelSet(Map<String, byte[]> files) {
        this(new TreeMap<>(files));
    }

    /** The models that travel with the application. Of two with the same path the first on the class path counts. */
    static ModelSet of(ResourcePatternResolver resources) {
        Map<String, byte[]> files = new TreeMap<>();
        try {
            for (String type : TYPES) {
                for (Resource model : resources.getResources("classpath*:" + FOLDER + "**/*." + type)) {
                    String url = model.getURL().toString();
                    files.putIfAbsent(url.substring(url.lastIndexOf(FOLDER)), model.getContentAsByteArray());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The models that travel with the application cannot be read", e);
        }
        return new ModelSet(files);
    }

    /** The same for the same files only. */
    String sha256() {
        var digest = new Sha256();
        files.forEach((path, content) ->
                digest.add("%s %d\n".formatted(path, content.length)).add(content));
        return digest.hex();
    }
}
