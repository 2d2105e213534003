package org.qibu.documents.render;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.xml.transform.TransformerException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.poi.util.XMLHelper;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** A Word file (ECMA-376) whose text is written anew; its other parts stay as they are. */
class WordFile {

    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";
    private static final String TYPES = "[Content_Types].xml";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final Map<String, String> styles = new LinkedHashMap<>();
    private final String textPart;
    private final Document text;
    private final Element body;

    /** What stands behind the text: the set-up of the page; null where there is none. */
    private final Node pageSetUp;

    WordFile(InputStream template) throws IOException {
        try (var zip = new ZipInputStream(template)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        textPart = partOfType(".main+xml");
        text = read(textPart);
        body = all(text.getDocumentElement(), WORD, "body").get(0);
        pageSetUp = emptied(body);
        for (var style : all(read(partOfType("wordprocessingml.styles+xml")).getDocumentElement(), WORD, "style")) {
            all(style, WORD, "name").stream()
                    .findFirst()
                    .ifPresent(name ->
                            styles.put(name.getAttributeNS(WORD, "val"), style.getAttributeNS(WORD, "styleId")));
        }
    }

    /** Takes the template's own explanation out and returns the page set-up, which stays. */
    private static Node emptied(Element body) {
        Node kept = null;
        for (Node child = body.getFirstChild(), next; child != null; child = next) {
            next = child.getNextSibling();
            if ("sectPr".equals(child.getLocalName())) {
                kept = child;
            } else {
                body.removeChild(child);
            }
        }
        return kept;
    }

    /** The identifier of a style by the name people see. */
    String style(String name) {
        var id = styles.get(name);
        if (id == null) {
            throw new IllegalStateException("公文模板里没有样式“" + name + "”。 The Word template lacks a style.");
        }
        return id;
    }

    /** Adds an element to the end of the text. */
    Element append(String name) {
        var element = text.createElementNS(WORD, "w:" + name);
        body.insertBefore(element, pageSetUp);
        return element;
    }

    /**
     * Adds an element to the end of another one.
     *
     * @param attributes names and values in turn
     */
    Element append(Element parent, String name, Object... attributes) {
        var element = text.createElementNS(WORD, "w:" + name);
        for (var i = 0; i < attributes.length; i += 2) {
            element.setAttributeNS(WORD, "w:" + attributes[i], attributes[i + 1].toString());
        }
        parent.appendChild(element);
        return element;
    }

    /** What the file's properties say as title; a template without properties stays without. */
    void title(String title) throws IOException {
        var part = partOfType("package.core-properties+xml");
        if (part == null) {
            return;
        }
        var properties = read(part);
        all(properties.getDocumentElement(), DUBLIN_CORE, "title")
                .forEach(old -> old.getParentNode().removeChild(old));
        var element = properties.createElementNS(DUBLIN_CORE, "dc:title");
        element.setTextContent(title);
        properties.getDocumentElement().appendChild(element);
        parts.put(part, xml(properties));
    }

    byte[] bytes() throws IOException {
        parts.put(textPart, xml(text));
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return out.toByteArray();
    }

    /** The part of a type, by the end of what the list of types calls it; null where there is none. */
    private String partOfType(String ending) throws IOException {
        return all(read(TYPES).getDocumentElement(), "*", "Override").stream()
                .filter(part -> part.getAttribute("ContentType").endsWith(ending))
                .map(part -> part.getAttribute("PartName").substring(1))
                .findFirst()
                .orElse(null);
    }

    private Document read(String part) throws IOException {
        var content = parts.get(part);
        if (content == null) {
            throw new IOException("the Word template is no Word file, or lacks a part of one");
        }
        try {
            return XMLHelper.newDocumentBuilder().parse(new ByteArrayInputStream(content));
        } catch (SAXException e) {
            throw new IOException(part + " of the Word template cannot be read", e);
        }
    }

    private static byte[] xml(Document document) throws IOException {
        var out = new ByteArrayOutputStream();
        try {
            document.setXmlStandalone(true);
            XMLHelper.newTransformer().transform(new DOMSource(document), new StreamResult(out));
        } catch (TransformerException e) {
            throw new IOException(e);
        }
        return out.toByteArray();
    }

    private static List<Element> all(Element in, String namespace, String name) {
        var found = in.getElementsByTagNameNS(namespace, name);
        var elements = new ArrayList<Element>();
        for (var i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}
