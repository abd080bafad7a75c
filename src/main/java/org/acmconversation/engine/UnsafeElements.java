package org.acmconversation.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads one BPMN or DMN file and notes, for the nearest element with an id, what it must not contain. */
class UnsafeElements extends DefaultHandler {

    private static final Set<String> SCRIPTS = Set.of("scriptTask", "script");
    private static final Set<String> FEEL = Set.of(
            "feel",
            "http://www.omg.org/spec/FEEL/20140401",
            "http://www.omg.org/spec/DMN/20180521/FEEL/",
            "https://www.omg.org/spec/DMN/20191111/FEEL/");
    private static final String DELEGATE = "delegateexpression";
    private static final String CAMUNDA_FORM = "camunda-forms:";

    private final boolean bpmn;
    private final UnsafeExpressions expressions;
    private final int deepest;
    private final List<Map.Entry<String, String>> findings = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();

    UnsafeElements(String type, UnsafeExpressions expressions, int deepest) {
        this.bpmn = type.equals("bpmn");
        this.expressions = expressions;
        this.deepest = deepest;
    }

    /** Ids of elements, empty for the file itself, and keys of the reasons. */
    List<Map.Entry<String, String>> findings() {
        return findings;
    }

    /** Notes that the file is no XML, or none that is read here. */
    void unreadable(Exception failure) {
        boolean hasDoctype =
                failure.getMessage() != null && failure.getMessage().contains("DOCTYPE");
        findings.add(Map.entry("", hasDoctype ? "doctype" : "xml"));
    }

    @Override
    public void startElement(String uri, String element, String qualifiedName, Attributes attributes)
            throws SAXException {
        if (open.size() >= deepest) {
            throw new SAXException("Nested too deeply");
        }
        if (open.isEmpty() && !element.equals("definitions")) {
            throw new SAXException("Another kind of XML");
        }
        String ownId = attributes.getValue("id");
        open.push(new Open(ownId != null ? ownId : open.isEmpty() ? "" : open.peek().id, new StringBuilder()));
        if (SCRIPTS.contains(element)) {
            refuse("script");
        } else if (element.equals("connector")) {
            refuse("connector");
        } else if (element.equals("import")) {
            refuse("import");
        }
        for (int i = 0; i < attributes.getLength(); i++) {
            check(element, attributes.getLocalName(i), attributes.getValue(i));
        }
    }

    private void check(String element, String attribute, String value) {
        String name = attribute.toLowerCase(Locale.ROOT);
        if (name.equals("class") || name.endsWith("class")) {
            refuse("class");
        } else if (name.equals("scriptformat") || name.equals("resource") || bpmn && name.equals("language")) {
            refuse("script");
        } else if (name.equals("schemalocation") || name.equals("nonamespaceschemalocation")) {
            refuse("schema");
        } else if (name.equals("expressionlanguage") && !bpmn && !FEEL.contains(value)) {
            refuse("language");
        } else if (element.equals("serviceTask") || element.equals("sendTask") || element.equals("businessRuleTask")) {
            if (name.equals("type") && !value.equals("external")) {
                refuse("implementation");
            }
        } else if (element.equals("messageEventDefinition") && name.equals("type") && !value.equals("external")) {
            refuse("implementation");
        } else if (element.equals("constraint") && value.equals("validator")) {
            refuse("class");
        } else if (name.equals("formkey") && !value.startsWith(CAMUNDA_FORM)) {
            refuse("formKey");
        }
        if (name.endsWith(DELEGATE)) {
            if (!expressions.isDelegate(value)) {
                refuse("delegate");
            }
        } else {
            checkExpression(value);
        }
    }

    @Override
    public void characters(char[] text, int start, int length) {
        open.peek().text.append(text, start, length);
    }

    @Override
    public void endElement(String uri, String element, String qualifiedName) {
        checkExpression(open.peek().text.toString());
        open.pop();
    }

    private void checkExpression(String text) {
        if (bpmn && !expressions.areSafe(text)) {
            refuse("expression");
        }
    }

    private void refuse(String reason) {
        findings.add(Map.entry(open.peek().id, reason));
    }

    @Override
    public InputSource resolveEntity(String publicId, String systemId) throws SAXException {
        throw new SAXException("DOCTYPE");
    }

    @Override
    public void error(SAXParseException problem) throws SAXException {
        throw problem;
    }

    private record Open(String id, StringBuilder text) {}
}
