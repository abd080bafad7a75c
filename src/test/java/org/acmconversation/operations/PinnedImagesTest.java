package org.acmconversation.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Images that {@code docker/} takes from registries: a tag can move, a digest cannot. */
class PinnedImagesTest {

    private static final Pattern IMAGE = Pattern.compile("^(?:FROM| +image:) (\\S+)", Pattern.MULTILINE);
    private static final String PINNED = "[a-z./-]+:[\\w.-]+@sha256:[0-9a-f]{64}";
    private static final List<String> BUILT_HERE = List.of("acm-conversation", "acm-provider");

    @ParameterizedTest
    @ValueSource(strings = {"Dockerfile", "keycloak/Dockerfile", "compose.yaml"})
    void imagesHaveATagAndADigest(String file) throws IOException {
        assertThat(images(file)).isNotEmpty().allMatch(image -> image.matches(PINNED));
    }

    private static List<String> images(String file) throws IOException {
        return IMAGE.matcher(Files.readString(Path.of("docker", file)))
                .results()
                .map(match -> match.group(1))
                .filter(image -> !BUILT_HERE.contains(image))
                .toList();
    }
}
