package org.qibu;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.tools.ToolProvider;

/**
 * Every string written in the sources of the product, as the compiler reads them. A string is a field key where it, or a
 * constant whose value it is, reaches a method that reads a form's answers or names a list of rows, directly or through
 * parameters; in a class that handles a form also where it names the field at fault.
 */
final class SourceLiterals {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final String VALUES = "org.qibu.engine.FormValues";
    private static final String ROWS = "org.qibu.engine.RowList";
    private static final String REFUSED = "org.qibu.engine.FormRefused";
    private static final Set<String> HANDLERS =
            Set.of("org.qibu.engine.spi.FormHandler", "org.qibu.engine.spi.StartFormHandler");
    private static final Set<String> KEYS_OF =
            Set.of("org.qibu.engine.spi.FormHandler", "org.qibu.matter.form.Records");
    private static final Set<String> READING =
            Set.of("text", "optionalText", "flag", "whole", "amount", "day", "moment", "rows");
    private static final Set<String> READING_A_MAP = Set.of("get", "getOrDefault", "containsKey");

    private static List<Found> all = List.of();

    private final List<CompilationUnitTree> units = new ArrayList<>();
    private final Set<Element> keyVariables = new HashSet<>();
    private final Set<LiteralTree> keys = new HashSet<>();
    private final List<Found> found = new ArrayList<>();
    private final Trees trees;
    private boolean grows;

    /** A string in a source file. */
    record Found(Path file, long line, String value, boolean isFieldKey) {

        /** The name of the file's type. */
        String type() {
            return file.getFileName().toString().replace(".java", "");
        }

        /** The name of the file's room. */
        String room() {
            return file.getName(2).toString();
        }

        @Override
        public String toString() {
            return file + ":" + line + " \"" + value + "\"";
        }
    }

    /** All strings of the product, found once for all tests. */
    static synchronized List<Found> all() throws IOException {
        if (all.isEmpty()) {
            try (var files = Files.walk(SOURCES)) {
                all = new SourceLiterals(files.filter(file -> file.toString().endsWith(".java"))
                                .toList())
                        .collect();
            }
        }
        return all;
    }

    private SourceLiterals(List<Path> files) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var manager = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
        var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var task = (JavacTask) compiler.getTask(
                null,
                manager,
                problem -> {},
                List.of("-proc:none", "-classpath", classPath),
                null,
                manager.getJavaFileObjectsFromPaths(files));
        trees = Trees.instance(task);
        task.parse().forEach(units::add);
        task.analyze();
    }

    private List<Found> collect() {
        do {
            grows = false;
            units.forEach(unit -> new KeyFinder().scan(unit, null));
        } while (grows);
        units.forEach(unit -> new LiteralFinder(unit).scan(unit, null));
        return found;
    }

    private static String owner(Element member) {
        return member.getEnclosingElement() instanceof TypeElement type
                ? type.getQualifiedName().toString()
                : "";
    }

    /** Follows keys from where they are read back to the literals, constants and parameters they come from. */
    private class KeyFinder extends TreePathScanner<Void, Void> {

        private boolean handles;

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            var before = handles;
            handles |= trees.getElement(getCurrentPath()) instanceof TypeElement element
                    && element.getInterfaces().stream().map(Object::toString).anyMatch(HANDLERS::contains);
            super.visitClass(type, nothing);
            handles = before;
            return nothing;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            if (trees.getElement(getCurrentPath()) instanceof ExecutableElement method) {
                if (isReading(method) || isReadingAll(call, method)) {
                    note(call.getArguments().get(0));
                }
                follow(method, call.getArguments());
            }
            return super.visitMethodInvocation(call, nothing);
        }

        @Override
        public Void visitNewClass(NewClassTree made, Void nothing) {
            if (trees.getElement(getCurrentPath()) instanceof ExecutableElement constructor) {
                follow(constructor, made.getArguments());
            }
            return super.visitNewClass(made, nothing);
        }

        private boolean isReading(ExecutableElement method) {
            return owner(method).equals(VALUES)
                    && READING.contains(method.getSimpleName().toString());
        }

        /** Reads a key of {@link org.qibu.engine.FormValues#all}. */
        private boolean isReadingAll(MethodInvocationTree call, ExecutableElement method) {
            if (!READING_A_MAP.contains(method.getSimpleName().toString())
                    || !(call.getMethodSelect() instanceof MemberSelectTree select)) {
                return false;
            }
            var path = new TreePath(new TreePath(getCurrentPath(), select), select.getExpression());
            return trees.getElement(path) instanceof ExecutableElement receiver
                    && receiver.getSimpleName().contentEquals("all")
                    && owner(receiver).equals(VALUES);
        }

        private void follow(ExecutableElement method, List<? extends ExpressionTree> arguments) {
            var parameters = method.getParameters();
            for (int i = 0; i < arguments.size() && !parameters.isEmpty(); i++) {
                var parameter = parameters.get(Math.min(i, parameters.size() - 1));
                if (keyVariables.contains(parameter) || isKey(method, parameter)) {
                    note(arguments.get(i));
                }
            }
        }

        private boolean isKey(ExecutableElement method, VariableElement parameter) {
            var name = parameter.getSimpleName();
            return name.contentEquals("field") && owner(method).equals(ROWS)
                    || name.contentEquals("keys") && KEYS_OF.contains(owner(method))
                    || handles && name.contentEquals("key") && owner(method).startsWith(REFUSED);
        }

        private void note(ExpressionTree key) {
            if (key instanceof LiteralTree literal) {
                grows |= keys.add(literal);
            } else if (trees.getElement(new TreePath(getCurrentPath(), key)) instanceof VariableElement variable) {
                grows |= keyVariables.add(variable);
            }
        }
    }

    private class LiteralFinder extends TreePathScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final Path file;

        LiteralFinder(CompilationUnitTree unit) {
            this.unit = unit;
            this.file = SOURCES.toAbsolutePath()
                    .relativize(Path.of(unit.getSourceFile().toUri()));
        }

        @Override
        public Void visitLiteral(LiteralTree literal, Void nothing) {
            if (literal.getValue() instanceof String text) {
                var start = trees.getSourcePositions().getStartPosition(unit, literal);
                var isKey = keys.contains(literal) || isValueOfKey();
                found.add(new Found(file, unit.getLineMap().getLineNumber(start), text, isKey));
            }
            return null;
        }

        private boolean isValueOfKey() {
            var parent = getCurrentPath().getParentPath();
            return parent.getLeaf() instanceof VariableTree && keyVariables.contains(trees.getElement(parent));
        }
    }

    /** The types that hold names of our models. */
    static Stream<Path> files(String... endings) throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return files
                    .filter(file ->
                            Stream.of(endings).anyMatch(end -> file.toString().endsWith(end + ".java")))
                    .map(SOURCES::relativize)
                    .toList()
                    .stream();
        }
    }
}
