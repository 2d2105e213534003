package org.qibu.engine.feel;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.collection.Iterable;
import camundajar.impl.scala.collection.Iterator;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.camunda.feel.syntaxtree.ConstInputValue$;
import org.camunda.feel.syntaxtree.Ref;

/** Walks over a parsed FEEL expression. */
public final class FeelTree {

    private FeelTree() {}

    /** The parts a node was made of, in their order; texts, numbers and dates have none. */
    public static List<Object> children(Object node) {
        var children = new ArrayList<>();
        for (var parts = parts(node); parts.hasNext(); ) {
            children.add(parts.next());
        }
        return children;
    }

    private static Iterator<?> parts(Object node) {
        if (node instanceof Iterable<?> list) {
            return list.iterator();
        }
        return node instanceof Product product ? product.productIterator() : Iterator.empty();
    }

    /** The variables an expression names. */
    public static Set<String> variables(Object node) {
        var names = new LinkedHashSet<String>();
        if (node instanceof Ref reference) {
            names.add(reference.names().mkString("."));
        } else {
            children(node).forEach(child -> names.addAll(variables(child)));
        }
        return names;
    }

    /** How often a kind of node stands in an expression. */
    static long count(Object node, Class<?> kind) {
        return (kind.isInstance(node) ? 1 : 0)
                + children(node).stream().mapToLong(child -> count(child, kind)).sum();
    }

    /** Whether an expression names the value of its own column. */
    public static boolean asksForInput(Object node) {
        return node instanceof ConstInputValue$ || children(node).stream().anyMatch(FeelTree::asksForInput);
    }
}
