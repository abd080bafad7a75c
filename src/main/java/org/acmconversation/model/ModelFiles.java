package org.acmconversation.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.acmconversation.engine.model.ModelCheck;
import org.acmconversation.engine.model.Objection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xml.sax.SAXException;

/** Parsed BPMN, DMN and form files, with the objections of the deployment check. */
public final class ModelFiles {

    private static final Logger log = LoggerFactory.getLogger(ModelFiles.class);

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final List<ModelElement> bpmn = new ArrayList<>();
    private final List<ModelElement> dmn = new ArrayList<>();
    private final List<FormFile> forms = new ArrayList<>();
    private final List<Objection> objections = new ArrayList<>();
    private final Set<String> deployedTogether = new HashSet<>();
    private final Map<ModelElement, Flow> flows = new HashMap<>();

    private ModelFiles() {}

    /**
     * A form.
     *
     * @param name file name
     */
    public record FormFile(String name, JsonNode content) {

        /** Id by which tasks refer to the form; empty if it has none. */
        public String id() {
            return content.path("id").asText("");
        }
    }

    /**
     * Parses files. A file that could not be deployed is parsed as far as possible.
     *
     * @param resources content by file name
     */
    public static ModelFiles read(Map<String, byte[]> resources, KnownNames known) {
        var files = new ModelFiles();
        var check = new ModelCheck(new KnownBeans(known));
        files.deployedTogether.addAll(resources.keySet());
        new TreeMap<>(resources).forEach((name, content) -> {
            List<Objection> objections = check.check(name, content);
            files.objections.addAll(objections);
            if (objections.stream().noneMatch(Objection::isFatal)) {
                files.add(name, content);
            }
        });
        return files;
    }

    /** Parses files that have been taken in, without checking them; a file that cannot be parsed is left out. */
    public static ModelFiles parsed(Map<String, byte[]> resources) {
        var files = new ModelFiles();
        new TreeMap<>(resources).forEach((name, content) -> {
            try {
                files.parse(name, content);
            } catch (IOException | SAXException e) {
                log.debug("{} cannot be parsed", name, e);
            }
        });
        return files;
    }

    /**
     * Parses the files of a deployment together with the files in use that it does not replace. A file in use is
     * replaced by one with its name, in any folder, and if the deployment redefines all its definitions.
     */
    static ModelFiles read(Map<String, byte[]> deployment, Map<String, byte[]> running, KnownNames known) {
        ModelFiles files = read(deployment, known);
        Set<String> names =
                deployment.keySet().stream().map(ModelFiles::bareName).collect(Collectors.toSet());
        Set<String> ids = files.definitions();
        running.forEach((name, content) -> {
            ModelFiles other = read(Map.of(name, content), known);
            if (!names.contains(bareName(name)) && !ids.containsAll(other.definitions())) {
                files.bpmn.addAll(other.bpmn);
                files.dmn.addAll(other.dmn);
                files.forms.addAll(other.forms);
                files.objections.addAll(other.objections);
            }
        });
        return files;
    }

    private static String bareName(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    private Set<String> definitions() {
        return Stream.of(
                        inProcesses("process").map(process -> "process " + process.id()),
                        inDecisions("decision").map(decision -> "decision " + decision.id()),
                        forms.stream().map(form -> "form " + form.id()))
                .flatMap(ids -> ids)
                .collect(Collectors.toSet());
    }

    /** Whether a file is part of the deployment, and not one that is already in use. */
    boolean isDeployed(String file) {
        return deployedTogether.contains(file);
    }

    private void add(String name, byte[] content) {
        try {
            parse(name, content);
        } catch (IOException | SAXException e) {
            throw new IllegalStateException(name + " was parsed by the check but cannot be parsed now", e);
        }
    }

    private void parse(String name, byte[] content) throws IOException, SAXException {
        if (name.endsWith(".bpmn")) {
            bpmn.add(xml(name, content));
        } else if (name.endsWith(".dmn")) {
            dmn.add(xml(name, content));
        } else {
            forms.add(new FormFile(name, JSON.readTree(content)));
        }
    }

    private static ModelElement xml(String name, byte[] content) throws IOException, SAXException {
        return new ModelElement(
                name, builder().parse(new ByteArrayInputStream(content)).getDocumentElement());
    }

    /** The check has already rejected unsafe content; document types are rejected here, too. */
    private static DocumentBuilder builder() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("The JDK's XML parser cannot be restricted", e);
        }
    }

    /** Returns the root elements of the BPMN files. */
    public List<ModelElement> bpmn() {
        return bpmn;
    }

    /** Returns the root elements of the DMN files. */
    public List<ModelElement> dmn() {
        return dmn;
    }

    public List<FormFile> forms() {
        return forms;
    }

    /** Returns the reasons to reject a deployment. */
    List<Objection> objections() {
        return objections;
    }

    /** Returns an element by its id; empty if there is none or more than one. */
    Optional<ModelElement> element(String file, String id) {
        List<ModelElement> found = Stream.concat(inProcesses(), inDecisions())
                .filter(element -> element.file().equals(file) && element.id().equals(id))
                .toList();
        return found.size() == 1 && !id.isEmpty() ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** Returns the elements of all BPMN files with one of the tags, or all elements if none is given. */
    public Stream<ModelElement> inProcesses(String... tags) {
        return elements(bpmn, tags);
    }

    /** Returns the same for DMN files. */
    public Stream<ModelElement> inDecisions(String... tags) {
        return elements(dmn, tags);
    }

    /** Returns the flow nodes in a process or subprocess. */
    Flow flowIn(ModelElement scope) {
        return flows.computeIfAbsent(scope, Flow::in);
    }

    /** Returns the flow that an element is part of. */
    Flow flowAround(ModelElement element) {
        return element.parent().map(this::flowIn).orElse(Flow.NONE);
    }

    /** Returns the outgoing sequence flows of a flow node. */
    public List<ModelElement> outgoing(ModelElement node) {
        return flowAround(node).outgoing(node);
    }

    private static Stream<ModelElement> elements(List<ModelElement> roots, String... tags) {
        return roots.stream()
                .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
                .filter(element -> tags.length == 0 || element.is(tags));
    }
}
