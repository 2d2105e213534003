package org.qibu.sheets.xlsx;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.qibu.sheets.xml.PartXml;
import org.xml.sax.Attributes;

/** Which other parts a part of a zipped document belongs with (ECMA-376 part 2). */
class Relations extends PartXml {

    private final String base;
    private final Map<String, Relation> byId = new LinkedHashMap<>();

    /** @param target the name of the other part */
    record Relation(String type, String target) {

        /** Whether it is of a kind, such as worksheet, in Transitional or Strict files. */
        boolean isOf(String kind) {
            return type.endsWith("/relationships/" + kind);
        }
    }

    private Relations(String base) {
        this.base = base;
    }

    /** Those of a part; those of the file as a whole where the name is empty. */
    static Relations of(ZipParts parts, String part) {
        var slash = part.lastIndexOf('/') + 1;
        var relations = new Relations("/" + part);
        parts.listen(part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels", relations, "文件的目录");
        return relations;
    }

    @Override
    public void start(String name, Attributes attributes) {
        if ("Relationship".equals(name) && !"External".equals(value(attributes, "TargetMode"))) {
            try {
                var target = URI.create(base)
                        .resolve(URI.create(
                                value(attributes, "Target").replace('\\', '/').replace(" ", "%20")))
                        .getPath();
                byId.put(value(attributes, "Id"), new Relation(value(attributes, "Type"), target.substring(1)));
            } catch (IllegalArgumentException | NullPointerException | StringIndexOutOfBoundsException notAPart) {
                byId.remove(value(attributes, "Id"));
            }
        }
    }

    Optional<Relation> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The first other part of a kind. */
    Optional<String> first(String kind) {
        return byId.values().stream()
                .filter(relation -> relation.isOf(kind))
                .map(Relation::target)
                .findFirst();
    }
}
