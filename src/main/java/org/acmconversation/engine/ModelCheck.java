package org.acmconversation.engine;

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
import org.acmconversation.engine.UnsafeElements.Refused;
import org.xml.sax.SAXException;

/**
 * Finds what a model file must not contain, without trusting it: whatever is not listed, scripts, Java classes,
 * expressions that reach too far, other files. Every deployment passes here, and so do the models in the build.
 */
public class ModelCheck {

    private static final int LARGEST = 1024 * 1024;

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
     * What is wrong with a file.
     *
     * @param file its name, which says what kind of model it is
     * @return empty if nothing is
     */
    public List<Objection> check(String file, byte[] content) {
        var objections = new Objections(file);
        String type = file.substring(file.lastIndexOf('.') + 1);
        if (content.length > LARGEST) {
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

    /** The engine only reads the form's id; what else is in it harms nobody as long as it can be read. */
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
        } catch (Refused e) {
            // It has been said why.
        } catch (SAXException | IOException e) {
            boolean hasDoctype = e.getMessage() != null && e.getMessage().contains("DOCTYPE");
            objections.addFatal(hasDoctype ? "doctype" : "xml");
        }
    }

    /** The JDK's own parser, whatever else is on the class path: these limits are known to hold there. */
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
