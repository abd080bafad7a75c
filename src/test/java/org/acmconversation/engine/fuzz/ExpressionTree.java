package org.acmconversation.engine.fuzz;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.camunda.bpm.impl.juel.AstBracket;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Builder.Feature;
import org.camunda.bpm.impl.juel.Node;

/** Determines what an expression accesses, from the syntax tree that the engine evaluates. */
class ExpressionTree {

    private static final Builder JUEL = new Builder(Feature.METHOD_INVOCATIONS);

    private static final Set<String> FUNCTIONS = Set.of("currentUser", "currentUserGroups", "now", "dateTime");
    private static final Set<String> HARMLESS = Set.of(
            "length",
            "isEmpty",
            "equals",
            "contains",
            "startsWith",
            "trim",
            "toLowerCase",
            "toString",
            "size",
            "get",
            "getVariable",
            "hasVariable",
            "getTime",
            "plusWeeks",
            "toDate",
            "before",
            "dayBefore",
            "sinceStart");
    private static final Set<String> TO_CLASSES = Set.of("class", "getClass", "declaringClass");
    private static final Set<String> OF_EXECUTIONS =
            Set.of("processBusinessKey", "businessKey", "id", "processInstanceId", "getVariable", "hasVariable");
    private static final Set<String> ENGINE_OBJECTS = Set.of("execution", "task");

    private final Set<String> dangers = new TreeSet<>();

    private ExpressionTree() {}

    /** Returns forbidden accesses; empty for text that is not an expression. */
    static Set<String> dangers(String text) {
        var tree = new ExpressionTree();
        Node root = JUEL.build(text).getRoot();
        if (!Beans.isDelegate(text)) {
            tree.walk(root);
        }
        return tree.dangers;
    }

    private void walk(Node node) {
        if (node instanceof AstMethod method) {
            walkMember(method.getChild(0), true);
            walk(method.getChild(1));
            return;
        }
        if (node instanceof AstDot || node instanceof AstBracket) {
            walkMember(node, false);
            return;
        }
        if (node instanceof AstFunction function && !FUNCTIONS.contains(function.getName())) {
            dangers.add("function " + function.getName());
        } else if (node instanceof AstIdentifier root && Beans.isBean(root.getName())) {
            dangers.add("bean " + root.getName());
        }
        walkChildren(node);
    }

    /** A property or method of something. */
    private void walkMember(Node member, boolean isCalled) {
        Node owner = member.getChild(0);
        String name = member instanceof AstDot ? member.toString().substring(1).strip() : "[]";
        String root = owner instanceof AstIdentifier identifier ? identifier.getName() : "";
        if (member instanceof AstBracket) {
            if (isCalled || Beans.isBean(root) || ENGINE_OBJECTS.contains(root)) {
                dangers.add("computed name");
            }
            texts(member.getChild(1)).stream().filter(TO_CLASSES::contains).forEach(dangers::add);
            walk(member.getChild(1));
        } else if (TO_CLASSES.contains(name)
                || isCalled && !HARMLESS.contains(name)
                || ENGINE_OBJECTS.contains(root) && !OF_EXECUTIONS.contains(name)) {
            dangers.add("member " + name);
        }
        if (!(isCalled && Beans.isCallable(root, name))) {
            walk(owner);
        }
    }

    private static List<String> texts(Node node) {
        if (node instanceof AstString text) {
            return List.of(text.toString().replaceAll("^['\"]|['\"]$", ""));
        }
        return IntStream.range(0, node.getCardinality())
                .mapToObj(i -> texts(node.getChild(i)))
                .flatMap(List::stream)
                .toList();
    }

    private void walkChildren(Node node) {
        for (int i = 0; i < node.getCardinality(); i++) {
            walk(node.getChild(i));
        }
    }
}
