package org.qibu;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What the pictures of the models show: who does a task, by colour, and words that no line runs through. */
class ModelPicturesTest {

    private static final String BIOC = "http://bpmn.io/schema/bpmn/biocolor/1.0";
    private static final String COLOR = "http://www.omg.org/spec/BPMN/non-normative/color/1.0";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final Pattern PARTY = Pattern.compile("\\|[^|]+\\| (`[^|]+`) \\| `(#\\w{6})` \\| `(#\\w{6})` \\|");
    private static final Pattern CHOSEN = Pattern.compile("'([a-z-]+)', '[a-z-]+'\\)}$");
    private static final Map<String, String> CHOSEN_BY_A_BEAN =
            Map.of("${actions.delayApprovers(execution)}", "two-committees");

    /** Of a Chinese character in a label. */
    private static final double CHARACTER = 11;

    private static final int MOST_IN_A_LINE = 8;
    private static final double LINE = 14;

    private record Colours(String fill, String line) {}

    static Stream<Path> models() throws IOException {
        try (var files = Files.walk(Path.of("bpmn"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).toList().stream();
        }
    }

    private static Map<String, Colours> legend() throws IOException {
        var colours = new HashMap<String, Colours>();
        PARTY.matcher(Files.readString(Path.of("docs/colours.md")))
                .results()
                .forEach(row -> Stream.of(row.group(1).replace("`", "").split(" "))
                        .forEach(group -> colours.put(group, new Colours(row.group(2), row.group(3)))));
        return colours;
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyTaskOfAPersonHasTheColourOfWhoDoesIt(Path file) throws Exception {
        var model = read(file);
        var legend = legend();
        var shapes = byElement(model, "BPMNShape");
        for (var task : elements(model, "userTask")) {
            var group = first(task.getAttributeNS(CAMUNDA, "candidateGroups"));
            var shape = shapes.get(task.getAttribute("id"));
            assertThat(legend).as("groups of the legend").containsKey(group);
            assertThat(new Colours(shape.getAttributeNS(BIOC, "fill"), shape.getAttributeNS(BIOC, "stroke")))
                    .as("colour of %s, of %s", task.getAttribute("id"), group)
                    .isEqualTo(legend.get(group))
                    .isEqualTo(new Colours(
                            shape.getAttributeNS(COLOR, "background-color"),
                            shape.getAttributeNS(COLOR, "border-color")));
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void nothingButTasksOfPeopleIsColoured(Path file) throws Exception {
        var model = read(file);
        var people = elements(model, "userTask").stream()
                .map(task -> task.getAttribute("id"))
                .toList();
        byElement(model, "BPMNShape")
                .forEach((id, shape) ->
                        assertThat(shape.hasAttributeNS(BIOC, "fill")).as(id).isEqualTo(people.contains(id)));
    }

    private static String first(String groups) {
        var chosen = CHOSEN.matcher(groups);
        return chosen.find() ? chosen.group(1) : CHOSEN_BY_A_BEAN.getOrDefault(groups, groups.split(",")[0]);
    }

    /** Viewers break a label at its own width or, as the one in the task list does, at 90 pixels. */
    @ParameterizedTest
    @MethodSource("models")
    void noLineRunsThroughALabel(Path file) throws Exception {
        var model = read(file);
        var names = new HashMap<String, String>();
        elements(model, "*").forEach(each -> names.put(each.getAttribute("id"), each.getAttribute("name")));
        var lines = lines(model);
        for (var kind : List.of("BPMNShape", "BPMNEdge")) {
            byElement(model, kind)
                    .forEach((id, drawn) -> elements(drawn, "BPMNLabel").forEach(label -> {
                        var bounds = bounds(label);
                        assertThat(lines)
                                .as("lines through “%s” of %s", names.get(id), id)
                                .noneMatch(line -> line.intersects(inside(bounds)))
                                .noneMatch(line -> line.intersects(inside(brokenLate(bounds, names.get(id)))));
                    }));
        }
    }

    private static Rectangle2D brokenLate(Rectangle2D bounds, String text) {
        var width = Math.min(text.length(), MOST_IN_A_LINE) * CHARACTER;
        var rows = Math.ceil((double) text.length() / MOST_IN_A_LINE);
        return new Rectangle2D.Double(bounds.getCenterX() - width / 2, bounds.getY(), width, rows * LINE);
    }

    private static Rectangle2D inside(Rectangle2D bounds) {
        return new Rectangle2D.Double(
                bounds.getX() + 1, bounds.getY() + 1, bounds.getWidth() - 2, bounds.getHeight() - 2);
    }

    private static List<Line2D> lines(Document model) {
        var lines = new ArrayList<Line2D>();
        for (var edge : byElement(model, "BPMNEdge").values()) {
            var points = elements(edge, "waypoint").stream()
                    .map(point -> (Point2D) new Point2D.Double(number(point, "x"), number(point, "y")))
                    .toList();
            for (int i = 1; i < points.size(); i++) {
                lines.add(new Line2D.Double(points.get(i - 1), points.get(i)));
            }
        }
        return lines;
    }

    private static Rectangle2D bounds(Element label) {
        var bounds = elements(label, "Bounds").get(0);
        return new Rectangle2D.Double(
                number(bounds, "x"), number(bounds, "y"), number(bounds, "width"), number(bounds, "height"));
    }

    private static double number(Element element, String name) {
        return Double.parseDouble(element.getAttribute(name));
    }

    private static Map<String, Element> byElement(Document model, String kind) {
        var found = new HashMap<String, Element>();
        elements(model, kind).forEach(each -> found.put(each.getAttribute("bpmnElement"), each));
        return found;
    }

    private static List<Element> elements(Document model, String name) {
        return elements(model.getDocumentElement(), name);
    }

    private static List<Element> elements(Element parent, String name) {
        var nodes = parent.getElementsByTagNameNS("*", name);
        var elements = new ArrayList<Element>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static Document read(Path file) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(file.toFile());
    }
}
