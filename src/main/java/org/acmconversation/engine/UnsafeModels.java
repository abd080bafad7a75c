package org.acmconversation.engine;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.SAXException;

/**
 * Finds what a model file must not contain, without trusting it: scripts, Java classes, connectors, expressions that
 * reach too far, other files. Names count whatever their namespace: the engine knows more than one for its own.
 */
class UnsafeModels {

    private static final int LARGEST = 1024 * 1024;
    private static final int DEEPEST = 100;

    private static final Set<String> XML = Set.of("bpmn", "dmn");
    private static final String FORM = "form";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final ResourceBundle MESSAGES = ResourceBundle.getBundle("messages/deployment", Locale.ROOT);

    private final UnsafeExpressions expressions;

    UnsafeModels(UnsafeExpressions expressions) {
        this.expressions = expressions;
    }

    /**
     * What is wrong with a file, each a sentence that names the file and the element.
     *
     * @return empty if nothing is
     */
    List<String> in(String file, byte[] content) {
        String type = file.substring(file.lastIndexOf('.') + 1);
        if (!XML.contains(type) && !type.equals(FORM)) {
            return List.of(sentence(file, "", "type"));
        }
        if (content.length > LARGEST) {
            return List.of(sentence(file, "", "large"));
        }
        return type.equals(FORM) ? inForm(file, content) : inXml(file, type, content);
    }

    /** The engine only reads the form's id; that it can be read is all that matters. */
    private static List<String> inForm(String file, byte[] content) {
        try {
            return JSON.readTree(content).isObject() ? List.of() : List.of(sentence(file, "", "json"));
        } catch (IOException e) {
            return List.of(sentence(file, "", "json"));
        }
    }

    private List<String> inXml(String file, String type, byte[] content) {
        var reader = new UnsafeElements(type, expressions, DEEPEST);
        try {
            parser().parse(new ByteArrayInputStream(content), reader);
        } catch (SAXException | IOException e) {
            reader.unreadable(e);
        }
        List<String> sentences = new ArrayList<>();
        for (Map.Entry<String, String> finding : reader.findings()) {
            sentences.add(sentence(file, finding.getKey(), finding.getValue()));
        }
        return sentences;
    }

    private static String sentence(String file, String elementId, String reason) {
        String text = MESSAGES.getString("deployment." + reason);
        return elementId.isEmpty() ? "%s: %s".formatted(file, text) : "%s [%s]: %s".formatted(file, elementId, text);
    }

    private static SAXParser parser() {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            SAXParser parser = factory.newSAXParser();
            parser.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            parser.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            return parser;
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("The XML parser of the JDK cannot be made safe", e);
        }
    }
}
