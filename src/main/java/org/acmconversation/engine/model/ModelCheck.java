package org.acmconversation.engine.model;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.acmconversation.engine.feel.FeelSyntax;
import org.acmconversation.engine.model.UnsafeElements.RefusedException;
import org.xml.sax.SAXException;

/**
 * Checks model files as untrusted input for everything that is not on the allow-list: scripts, Java classes, unsafe
 * expressions, external entities. Applied to every deployment and to the models in the build.
 */
public class ModelCheck {

    private static final int MAX_SIZE = 1024 * 1024;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final UnsafeExpressions expressions;
    private final FeelSyntax feel = new FeelSyntax();

    public ModelCheck(AllowedBeans beans) {
        this.expressions = new UnsafeExpressions(beans);
    }

    /**
     * Checks a file.
     *
     * @param file file name, which determines the type of model
     * @return the objections; empty if there are none
     */
    public List<Objection> check(String file, byte[] content) {
        var objections = new Objections(file);
        String type = file.substring(file.lastIndexOf('.') + 1);
        if (content.length > MAX_SIZE) {
            objections.addFatal("large");
        } else {
            switch (type) {
                case "bpmn", "dmn" -> checkXml(type.equals("bpmn"), content, objections);
                case "form" -> checkForm(content, objections);
                default -> objections.addFatal("type");
            }
        }
        return objections.all();
    }

    /** The engine only reads the form's id; other content is harmless if it can be parsed. */
    private static void checkForm(byte[] content, Objections objections) {
        try {
            JsonNode form = JSON.readTree(content);
            if (!form.isObject() || form.path("id").asText("").isBlank()) {
                objections.addFatal("json");
            }
        } catch (IOException e) {
            objections.addFatal("json");
        }
    }

    private void checkXml(boolean bpmn, byte[] content, Objections objections) {
        try {
            parser().parse(new ByteArrayInputStream(content), new UnsafeElements(bpmn, expressions, feel, objections));
        } catch (RefusedException e) {
            // The reason has already been added.
        } catch (SAXException | IOException e) {
            boolean hasDoctype = e.getMessage() != null && e.getMessage().contains("DOCTYPE");
            objections.addFatal(hasDoctype ? "doctype" : "xml");
        }
    }

    /** Uses the JDK's own parser, whatever else is on the class path, because its limits are known. */
    private static SAXParser parser() {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            SAXParser parser = factory.newSAXParser();
            parser.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            parser.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            // From JDK 24 on the default equals our own limit, and an element beyond it would count as malformed XML.
            parser.setProperty("jdk.xml.maxElementDepth", String.valueOf(UnsafeElements.MAX_DEPTH + 1));
            return parser;
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("The XML parser of the JDK cannot be made safe", e);
        }
    }
}
