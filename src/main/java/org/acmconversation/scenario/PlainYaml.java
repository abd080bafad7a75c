package org.acmconversation.scenario;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Parses YAML into texts, whole numbers, booleans, lists and maps. Dates remain texts, and so do {@code sí} and
 * {@code no}.
 */
class PlainYaml {

    private static final int MAX_BYTES = 64 * 1024;
    private static final int MAX_DEPTH = 8;

    private PlainYaml() {}

    private static class FewTypes extends Resolver {

        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.BOOL, Pattern.compile("true|false"), "tf");
            addImplicitResolver(Tag.INT, Pattern.compile("-?(0|[1-9][0-9]{0,17})"), "-0123456789");
            addImplicitResolver(Tag.FLOAT, Pattern.compile("-?[0-9]{1,15}\\.[0-9]{1,15}"), "-0123456789");
            addImplicitResolver(Tag.NULL, Pattern.compile("~|null|"), "~n\0");
            addImplicitResolver(Tag.NULL, EMPTY, null);
        }
    }

    /** Writes texts, numbers, lists and maps so that {@link #parse} returns the same. */
    static String write(Map<String, Object> content) {
        var dumper = new DumperOptions();
        dumper.setDefaultFlowStyle(DumperOptions.FlowStyle.AUTO);
        dumper.setAllowUnicode(true);
        dumper.setWidth(Integer.MAX_VALUE);
        var options = new LoaderOptions();
        return new Yaml(new SafeConstructor(options), new Representer(dumper), dumper, options, new FewTypes())
                .dump(content);
    }

    /** @throws ScenarioException if it is not YAML, or too large */
    static @Nullable Object parse(byte[] content) {
        if (content.length > MAX_BYTES) {
            throw new ScenarioException(ScenarioMessages.worded("file.large", MAX_BYTES / 1024));
        }
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setCodePointLimit(MAX_BYTES);
        var dumper = new DumperOptions();
        try {
            return new Yaml(new SafeConstructor(options), new Representer(dumper), dumper, options, new FewTypes())
                    .load(new String(content, StandardCharsets.UTF_8));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new ScenarioException(ScenarioMessages.worded("file.yamlAt", line));
        } catch (YAMLException e) {
            throw new ScenarioException(ScenarioMessages.worded("file.yaml"));
        }
    }
}
