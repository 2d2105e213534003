package org.qibu.community.rolls;

import static org.qibu.sheets.Column.optional;
import static org.qibu.sheets.Column.required;
import static org.qibu.sheets.Nature.FLAG;
import static org.qibu.sheets.Nature.KEY;
import static org.qibu.sheets.Nature.NUMBER;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.qibu.sheets.Column;

/** The kinds of rolls and how their tables are headed. */
public enum RollKind {
    OWNERS(
            "O",
            true,
            "partNo",
            "ownerNo",
            "ownerName",
            List.of(
                    required("building", "幢").as(KEY),
                    optional("unit", "单元").as(KEY),
                    required("room", "室号").as(KEY),
                    required("partNo", "专有部分编号").as(KEY),
                    required("area", "专有部分面积（㎡）").as(NUMBER),
                    required("ownerNo", "业主编号").as(KEY),
                    required("ownerName", "业主姓名"),
                    optional("email", "邮箱"),
                    optional("phone", "电话"),
                    optional("developer", "开发商未售").as(FLAG)),
            List.of("1", "2", "301", "1-2-301", "89.50", "O001", "张三", "zhangsan@example.com", "13800000000", "否")),
    HOUSEHOLDS(
            "H",
            true,
            "householdNo",
            "householdNo",
            "headName",
            List.of(
                    required("building", "幢").as(KEY),
                    optional("unit", "单元").as(KEY),
                    required("room", "室号").as(KEY),
                    required("householdNo", "户编号").as(KEY),
                    required("headName", "户代表姓名"),
                    optional("email", "邮箱"),
                    optional("phone", "电话")),
            List.of("1", "2", "301", "H001", "张三", "zhangsan@example.com", "13800000000")),
    RESIDENTS("R", people(required("birthYear", "出生年份").as(NUMBER))),
    REPRESENTATIVES("D", people(optional("birthYear", "出生年份").as(NUMBER))),
    COUNCIL("C", people(optional("birthYear", "出生年份").as(NUMBER)));

    private final String letter;
    private final boolean zoned;
    private final String keyColumn;
    private final String headColumn;
    private final String nameColumn;
    private final List<Column> columns;
    private final List<String> example;

    RollKind(
            String letter,
            boolean zoned,
            String keyColumn,
            String headColumn,
            String nameColumn,
            List<Column> columns,
            List<String> example) {
        this.letter = letter;
        this.zoned = zoned;
        this.keyColumn = keyColumn;
        this.headColumn = headColumn;
        this.nameColumn = nameColumn;
        this.columns = columns;
        this.example = example;
    }

    RollKind(String letter, List<Column> columns) {
        this(
                letter,
                false,
                "personNo",
                "personNo",
                "name",
                columns,
                List.of("001", "张三", "1980", "zhangsan@example.com", "13800000000", "第三居民小组"));
    }

    private static List<Column> people(Column birthYear) {
        return List.of(
                required("personNo", "人员编号").as(KEY),
                required("name", "姓名"),
                birthYear,
                optional("email", "邮箱"),
                optional("phone", "电话"),
                optional("flags", "备注"));
    }

    /** The kind of this name in an address, such as owners. */
    public static Optional<RollKind> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }

    /** The name in addresses, tables and electorate ids. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether there is one such roll for each building zone instead of one for the community. */
    public boolean isZoned() {
        return zoned;
    }

    /** What a row is about; no two rows have the same. */
    public String keyColumn() {
        return keyColumn;
    }

    /** The number of whoever counts as one head. */
    public String headColumn() {
        return headColumn;
    }

    /** The name of that head. */
    public String nameColumn() {
        return nameColumn;
    }

    public List<Column> columns() {
        return columns;
    }

    /** What the numbers of this kind of list begin with where a template proposes them. */
    String letter() {
        return letter;
    }

    /** One row of a template; its number is proposed with the zone and the list in front, such as XA-O001 or R-001. */
    public List<String> example(String zone) {
        var number = zoned ? zone + "-" + letter + "001" : letter + "-001";
        var row = new ArrayList<>(example);
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).key().equals(headColumn)) {
                row.set(i, number);
            }
        }
        return row;
    }

    /** How a column is called in Chinese. */
    public String label(String key) {
        return columns.stream()
                .filter(column -> column.key().equals(key))
                .map(Column::label)
                .findFirst()
                .orElse(key);
    }
}
