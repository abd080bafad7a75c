package org.acmconversation.model;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.Text;

/** Counts how often the XML of models is read, by wrapping its nodes. */
class CountedReads {

    private final IdentityHashMap<Object, Object> wrapped = new IdentityHashMap<>();
    private final IdentityHashMap<Object, Object> originals = new IdentityHashMap<>();
    private long reads;

    /** Wraps the BPMN files of a model set. */
    static CountedReads of(ModelFiles models) {
        var counted = new CountedReads();
        models.bpmn()
                .replaceAll(root -> new ModelElement(root.file(), (Element) counted.wrap(root.node(), Element.class)));
        return counted;
    }

    long reads() {
        return reads;
    }

    private Object wrap(Object original, Class<?> type) {
        return wrapped.computeIfAbsent(original, node -> {
            Object wrapper = Proxy.newProxyInstance(
                    type.getClassLoader(),
                    new Class<?>[] {type},
                    (proxy, method, arguments) -> read(node, method, arguments));
            originals.put(wrapper, node);
            return wrapper;
        });
    }

    private @Nullable Object read(Object node, Method method, @Nullable Object @Nullable [] arguments)
            throws ReflectiveOperationException {
        reads++;
        if (arguments != null && method.getName().equals("equals")) {
            return node.equals(originals.getOrDefault(arguments[0], arguments[0]));
        }
        Object answer = method.invoke(node, arguments);
        Class<?> type = typeOf(answer);
        return answer == null || type == null ? answer : wrap(answer, type);
    }

    private static @Nullable Class<?> typeOf(@Nullable Object answer) {
        if (answer instanceof Node node) {
            return switch (node.getNodeType()) {
                case Node.ELEMENT_NODE -> Element.class;
                case Node.TEXT_NODE -> Text.class;
                case Node.ATTRIBUTE_NODE -> Attr.class;
                case Node.DOCUMENT_NODE -> Document.class;
                default -> Node.class;
            };
        }
        return answer instanceof NodeList ? NodeList.class : answer instanceof NamedNodeMap ? NamedNodeMap.class : null;
    }
}
