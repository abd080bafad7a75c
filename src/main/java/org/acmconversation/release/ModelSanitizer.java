package org.acmconversation.release;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.acmconversation.engine.model.ModelVocabulary;
import org.acmconversation.release.UnfitFileException.Reason;
import org.acmconversation.scenario.Scenarios;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Removes content that Modeler neither shows nor can remove, but that the deployment check would refuse: schema
 * locations, what other tools have added, and the name of the default expression language. Refuses files that are not
 * models.
 */
final class ModelSanitizer {

    private static final JsonMapper JSON = new JsonMapper();

    private static final Set<String> DEFAULT_LANGUAGES_OF_BPMN =
            Set.of("http://www.w3.org/1999/XPath", "http://www.java.com/javaTypes", "juel");

    /** Models have fewer than 20 levels; walking thousands would overflow the stack. */
    private static final int MAX_DEPTH = 100;

    /** The rules compare all elements with each other. The largest of our models has 720, with its diagram. */
    private static final int MAX_ELEMENTS = 5000;

    private final boolean isBpmn;
    private final Set<String> removed = new LinkedHashSet<>();

    private ModelSanitizer(boolean isBpmn) {
        this.isBpmn = isBpmn;
    }

    /**
     * A cleaned file.
     *
     * @param content in UTF-8; the same bytes if nothing had to change
     * @param removed what was, in words for people
     */
    record Cleaned(byte[] content, List<String> removed) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Cleaned cleaned
                    && Arrays.equals(content, cleaned.content)
                    && removed.equals(cleaned.removed);
        }

        @Override
        public int hashCode() {
            return removed.hashCode();
        }
    }

    /** @throws UnfitFileException if the file is not a model of its kind */
    static Cleaned clean(String path, byte[] content) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "bpmn" -> new ModelSanitizer(true).xml(path, content);
            case "dmn" -> new ModelSanitizer(false).xml(path, content);
            case "form" -> form(path, content);
            default -> scenario(path, content);
        };
    }

    private static Cleaned scenario(String path, byte[] content) {
        if (!Scenarios.isReadable(content)) {
            throw new UnfitFileException(path, Reason.NO_YAML);
        }
        return new Cleaned(content, List.of());
    }

    private static Cleaned form(String path, byte[] content) {
        try {
            if (!JSON.readTree(content).isObject()) {
                throw new UnfitFileException(path, Reason.NO_FORM);
            }
        } catch (IOException e) {
            throw new UnfitFileException(path, Reason.NO_JSON);
        }
        return new Cleaned(content, List.of());
    }

    private Cleaned xml(String path, byte[] sent) {
        Document read = parse(path, sent);
        byte[] content = inUtf8(sent, read.getXmlEncoding() == null ? read.getInputEncoding() : read.getXmlEncoding());
        Document document = content == sent ? read : parse(path, content);
        Element root = document.getDocumentElement();
        String namespace = root.getNamespaceURI();
        if (!"definitions".equals(root.getLocalName())
                || namespace == null
                || !ModelVocabulary.isKnown(namespace)
                || namespace.contains("/BPMN/") != isBpmn) {
            throw new UnfitFileException(path, Reason.OTHER_KIND);
        }
        if (document.getElementsByTagNameNS("*", "*").getLength() > MAX_ELEMENTS) {
            throw new UnfitFileException(path, Reason.TOO_MANY_ELEMENTS);
        }
        clean(root);
        return removed.isEmpty() ? new Cleaned(content, List.of()) : new Cleaned(write(document), List.copyOf(removed));
    }

    /** Re-encodes a model as UTF-8, which browsers assume whatever the file declares. */
    private static byte[] inUtf8(byte[] content, @Nullable String encoding) {
        if (encoding == null || encoding.equalsIgnoreCase(StandardCharsets.UTF_8.name())) {
            return content;
        }
        return new String(content, Charset.forName(encoding))
                .replaceFirst("^\\uFEFF", "")
                .replaceFirst("^(<\\?xml[^>]*?)\\s+encoding=(\"[^\"]*\"|'[^']*')", "$1")
                .getBytes(StandardCharsets.UTF_8);
    }

    private void clean(Element element) {
        NamedNodeMap attributes = element.getAttributes();
        for (int i = attributes.getLength() - 1; i >= 0; i--) {
            clean(element, (Attr) attributes.item(i));
        }
        for (Node child = element.getFirstChild(); child != null; ) {
            Node next = child.getNextSibling();
            if (child instanceof Element nested) {
                if (isForeign(nested)) {
                    removed.add(said("foreign", nested.getNodeName(), nested.getNamespaceURI()));
                    element.removeChild(nested);
                } else {
                    clean(nested);
                }
            }
            child = next;
        }
    }

    private void clean(Element element, Attr attribute) {
        String name = attribute.getLocalName();
        String namespace = attribute.getNamespaceURI();
        if (XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(namespace)) {
            return;
        }
        if (namespace != null && name.toLowerCase(Locale.ROOT).endsWith("schemalocation")) {
            removed.add(said("schema", attribute.getName()));
        } else if (isForeign(attribute)) {
            removed.add(said("foreign", attribute.getName(), namespace));
        } else if (namespace == null && isDefaultLanguage(name, attribute.getValue())) {
            removed.add(said("language", name, attribute.getValue()));
        } else {
            return;
        }
        element.removeAttributeNode(attribute);
    }

    private static boolean isForeign(Node node) {
        return node.getNamespaceURI() != null && !ModelVocabulary.isKnown(node.getNamespaceURI());
    }

    private boolean isDefaultLanguage(String name, String value) {
        return name.equals("expressionLanguage")
                && (isBpmn ? DEFAULT_LANGUAGES_OF_BPMN.contains(value) : ModelVocabulary.isFeel(value));
    }

    private static String said(String key, Object... arguments) {
        return Changes.text("release.removed." + key, arguments);
    }

    private static Document parse(String path, byte[] content) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute("jdk.xml.maxElementDepth", String.valueOf(MAX_DEPTH));
            factory.setXIncludeAware(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Throwing());
            return builder.parse(new ByteArrayInputStream(content));
        } catch (SAXException | IOException e) {
            throw new UnfitFileException(path, reason(String.valueOf(e.getMessage())));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("The JDK's XML parser cannot be restricted", e);
        }
    }

    private static Reason reason(String message) {
        if (message.contains("DOCTYPE")) {
            return Reason.DOCTYPE;
        }
        return message.contains("maxElementDepth") ? Reason.TOO_DEEP : Reason.NO_XML;
    }

    private static byte[] write(Document document) {
        try {
            Transformer writer = TransformerFactory.newDefaultInstance().newTransformer();
            writer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            document.setXmlStandalone(true);
            var content = new ByteArrayOutputStream();
            writer.transform(new DOMSource(document), new StreamResult(content));
            return content.toByteArray();
        } catch (TransformerException e) {
            throw new IllegalStateException("A document that was parsed cannot be written", e);
        }
    }

    /** The default handler writes to the standard error stream. */
    private static class Throwing implements ErrorHandler {

        @Override
        public void warning(SAXParseException problem) {
            // Not a flaw of a model.
        }

        @Override
        public void error(SAXParseException problem) throws SAXException {
            throw problem;
        }

        @Override
        public void fatalError(SAXParseException problem) throws SAXException {
            throw problem;
        }
    }
}
