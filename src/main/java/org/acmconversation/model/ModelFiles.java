package org.acmconversation.model;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * BPMN, DMN and form files, read but not trusted: no DTD, no external entities, no depth that would exhaust the stack.
 */
public final class ModelFiles {

    private static final String DEEPEST = "100";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final List<ModelElement> bpmn = new ArrayList<>();
    private final List<ModelElement> dmn = new ArrayList<>();
    private final List<FormFile> forms = new ArrayList<>();
    private final List<Unreadable> unreadable = new ArrayList<>();

    private ModelFiles() {}

    /**
     * A form.
     *
     * @param name of the file
     */
    record FormFile(String name, JsonNode content) {

        String id() {
            return content.path("id").asText("");
        }
    }

    /**
     * A file that is not what its name says.
     *
     * @param reason key of the message
     */
    record Unreadable(String name, String reason) {}

    /**
     * Reads files. One that cannot be read becomes a finding of the rules.
     *
     * @param resources content by file name
     */
    public static ModelFiles read(Map<String, byte[]> resources) {
        var files = new ModelFiles();
        new TreeMap<>(resources).forEach(files::add);
        return files;
    }

    private void add(String name, byte[] content) {
        try {
            if (name.endsWith(".bpmn")) {
                bpmn.add(xml(name, content, ModelElement.BPMN));
            } else if (name.endsWith(".dmn")) {
                dmn.add(xml(name, content, ModelElement.DMN));
            } else if (name.endsWith(".form")) {
                forms.add(new FormFile(name, json(content)));
            } else {
                unreadable.add(new Unreadable(name, "file.kind"));
            }
        } catch (IOException | SAXException e) {
            unreadable.add(new Unreadable(name, name.endsWith(".form") ? "file.json" : "file.xml"));
        }
    }

    private static ModelElement xml(String name, byte[] content, String namespace) throws IOException, SAXException {
        Element root = builder().parse(new ByteArrayInputStream(content)).getDocumentElement();
        if (!namespace.equals(root.getNamespaceURI()) || !"definitions".equals(root.getLocalName())) {
            throw new SAXException("Another kind of XML");
        }
        return new ModelElement(name, root);
    }

    private static DocumentBuilder builder() {
        try {
            // The JDK's own parser, whatever else is on the class path: the limits below are known to hold there.
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setAttribute("jdk.xml.maxElementDepth", DEEPEST);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            // The default one prints to the console.
            builder.setErrorHandler(new DefaultHandler());
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("The JDK's XML parser cannot be restricted", e);
        }
    }

    private static JsonNode json(byte[] content) throws IOException {
        JsonNode form = JSON.readTree(content);
        if (!form.isObject()) {
            throw new IOException("A form is an object");
        }
        return form;
    }

    /** Roots of the BPMN files. */
    List<ModelElement> bpmn() {
        return bpmn;
    }

    /** Roots of the DMN files. */
    List<ModelElement> dmn() {
        return dmn;
    }

    List<FormFile> forms() {
        return forms;
    }

    List<Unreadable> unreadable() {
        return unreadable;
    }

    /** Elements of all BPMN files: those with one of the tags, or all where none is given. */
    Stream<ModelElement> inProcesses(String... tags) {
        return elements(bpmn, tags);
    }

    /** The same for DMN files. */
    Stream<ModelElement> inDecisions(String... tags) {
        return elements(dmn, tags);
    }

    private static Stream<ModelElement> elements(List<ModelElement> roots, String... tags) {
        return roots.stream()
                .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
                .filter(element -> tags.length == 0 || element.is(tags));
    }
}
