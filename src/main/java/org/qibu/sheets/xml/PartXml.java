package org.qibu.sheets.xml;

import java.util.Optional;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Listens to the XML of one part of an XLSX file, Transitional and Strict alike; what other producers add is passed over. */
public abstract class PartXml extends DefaultHandler {

    private static final Set<String> NAMESPACES = Set.of(
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            "http://purl.oclc.org/ooxml/spreadsheetml/main",
            "http://schemas.openxmlformats.org/package/2006/relationships",
            "http://schemas.openxmlformats.org/package/2006/content-types");

    private int extensions;

    /** The namespaces listened to. */
    public Set<String> namespaces() {
        return NAMESPACES;
    }

    public abstract void start(String name, Attributes attributes);

    public void end(String name) {}

    /** An element of what programs keep for themselves, by its local name; passed over unless somebody listens. */
    public void startKept(String name, Attributes attributes) {}

    public void endKept(String name) {}

    @Override
    public final void startElement(String uri, String name, String qualified, Attributes attributes) {
        extensions += isExtension(name) ? 1 : 0;
        if (extensions > 0) {
            startKept(name, attributes);
        } else if (namespaces().contains(uri)) {
            start(name, attributes);
        }
    }

    @Override
    public final void endElement(String uri, String name, String qualified) {
        if (extensions > 0) {
            endKept(name);
        } else if (namespaces().contains(uri)) {
            end(name);
        }
        extensions -= isExtension(name) ? 1 : 0;
    }

    /** What programs keep for themselves; nothing in it is part of the table. */
    private static boolean isExtension(String name) {
        return "extLst".equals(name);
    }

    /** The attribute of this local name, in whatever namespace; empty where there is none. */
    public static String value(Attributes attributes, String name) {
        for (int i = 0; i < attributes.getLength(); i++) {
            if (attributes.getLocalName(i).equals(name)) {
                return attributes.getValue(i);
            }
        }
        return "";
    }

    public static boolean isTrue(Attributes attributes, String name) {
        return Set.of("1", "true", "on").contains(value(attributes, name));
    }

    /** Whether an element {@code strike} of a font strikes what is written out; without a value it does. */
    public static boolean isStrike(Attributes attributes) {
        return value(attributes, "val").isEmpty() || isTrue(attributes, "val");
    }

    /** A whole number that is not negative. */
    public static Optional<Integer> number(Attributes attributes, String name) {
        var text = value(attributes, name);
        return text.matches("\\d{1,8}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    /** A measure, such as the height of a row. */
    public static Optional<Double> measure(Attributes attributes, String name) {
        var text = value(attributes, name);
        return text.matches("(\\d{1,8}(\\.\\d{0,20})?|\\.\\d{1,20})([eE][+-]?\\d{1,2})?")
                ? Optional.of(Double.valueOf(text))
                : Optional.empty();
    }
}
