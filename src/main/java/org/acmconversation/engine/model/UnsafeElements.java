package org.acmconversation.engine.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.acmconversation.engine.feel.FeelSyntax;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Parses a BPMN or DMN file and reports forbidden content with the closest element id. */
class UnsafeElements extends DefaultHandler {

    /** Models have fewer than 20 levels. */
    static final int MAX_DEPTH = 100;

    private final boolean bpmn;
    private final UnsafeExpressions expressions;
    private final FeelSyntax feel;
    private final Objections objections;
    private final Deque<Open> open = new ArrayDeque<>();

    UnsafeElements(boolean bpmn, UnsafeExpressions expressions, FeelSyntax feel, Objections objections) {
        this.bpmn = bpmn;
        this.expressions = expressions;
        this.feel = feel;
        this.objections = objections;
    }

    /** Parsing was aborted; the reason has already been added. */
    static class RefusedException extends SAXException {}

    @Override
    public void startElement(String namespace, String element, String qualifiedName, Attributes attributes)
            throws RefusedException {
        if (objections.areMany()) {
            throw refused("many");
        }
        if (open.size() >= MAX_DEPTH) {
            throw refused("deep", MAX_DEPTH);
        }
        if (open.isEmpty() && !isRoot(namespace, element)) {
            throw refused("kind");
        }
        String ownId = attributes.getValue("id");
        String id = ownId != null ? ownId : open.isEmpty() ? "" : open.peek().id;
        String outer = open.isEmpty() ? "" : open.peek().element;
        open.push(new Open(id, element, outer, new StringBuilder()));
        ModelVocabulary.objectionToElement(namespace, element)
                .ifPresent(reason -> objections.add(id, reason, qualifiedName, namespace));
        if (ownId == null && isStored(element)) {
            refuse("id", qualifiedName);
        }
        for (int i = 0; i < attributes.getLength() && !objections.areMany(); i++) {
            check(namespace, attributes, i);
        }
    }

    private boolean isRoot(String namespace, String element) {
        return element.equals("definitions") && namespace.equals(bpmn ? ModelVocabulary.BPMN : ModelVocabulary.DMN);
    }

    /** Elements that the engine stores by id, which therefore must have one. */
    private boolean isStored(String element) {
        return element.equals("process") || element.equals("decision") || !bpmn && element.equals("definitions");
    }

    private void check(String elementNamespace, Attributes attributes, int i) {
        String name = attributes.getLocalName(i);
        String namespace = attributes.getURI(i);
        String value = attributes.getValue(i);
        var objection = ModelVocabulary.objectionToAttribute(elementNamespace, namespace, name, value);
        if (objection.isPresent()) {
            boolean isNamespace = objection.get().equals("namespace");
            refuse(objection.get(), attributes.getQName(i), isNamespace ? namespace : value);
        } else if (name.toLowerCase(Locale.ROOT).equals("delegateexpression")) {
            if (!expressions.isDelegate(value)) {
                refuse("delegate", value, expressions.delegates());
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
    public void endElement(String namespace, String element, String qualifiedName) {
        String text = open.peek().text.toString();
        checkExpression(text);
        if (!bpmn && element.equals("text") && !feel.isReadable(open.peek().outer, text)) {
            refuse("feel", text);
        }
        open.pop();
    }

    private void checkExpression(String text) {
        if (bpmn) {
            expressions.unsafePart(text).ifPresent(part -> refuse("expression", text, part, expressions.callable()));
        }
    }

    private void refuse(String reason, Object... arguments) {
        objections.add(open.peek().id, reason, arguments);
    }

    private RefusedException refused(String reason, Object... arguments) {
        objections.addFatal(reason, arguments);
        return new RefusedException();
    }

    @Override
    public InputSource resolveEntity(String publicId, String systemId) throws RefusedException {
        throw refused("doctype");
    }

    @Override
    public void error(SAXParseException problem) throws SAXException {
        throw problem;
    }

    private record Open(String id, String element, String outer, StringBuilder text) {}
}
