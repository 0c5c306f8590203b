package cn.qianfa.rules.pack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A table of comma-separated values (RFC 4180), its first row naming the columns. A byte order mark and either line end
 * are accepted, as spreadsheets write them.
 */
final class Table {
    private final String name;
    private final List<String> columns;
    private final List<Row> rows = new ArrayList<>();

    private Table(String name, List<String> columns) {
        this.name = name;
        this.columns = columns;
    }

    /**
     * Reads a table.
     *
     * @param columns those it may have; another one is refused, a missing one is blank in every row
     */
    static Table read(String name, String text, Set<String> columns) {
        var records = new Csv(name, text.startsWith("\uFEFF") ? text.substring(1) : text).records();
        if (records.isEmpty()) {
            throw new IllegalArgumentException(name + ": no row (expected: a first row with the names of columns)");
        }
        var header = records.getFirst().fields();
        for (var column : header) {
            if (!columns.contains(column)) {
                throw new IllegalArgumentException(name + ": column " + column + " (expected: one of " + columns + ")");
            }
        }
        if (new HashSet<>(header).size() < header.size()) {
            throw new IllegalArgumentException(name + ": columns " + header + " (expected: each only once)");
        }
        var table = new Table(name, header);
        records.stream().skip(1).forEach(table::add);
        return table;
    }

    /** Makes something of every row; what is refused is refused again with the file and line in front. */
    <T> List<T> map(Function<Row, T> make) {
        var made = new ArrayList<T>();
        for (var row : rows) {
            try {
                made.add(make.apply(row));
            } catch (IllegalArgumentException | java.time.DateTimeException refused) {
                throw new IllegalArgumentException(name + " line " + row.line() + ": " + refused.getMessage(), refused);
            }
        }
        return made;
    }

    private void add(Csv.Line record) {
        if (record.fields().size() > columns.size()) {
            throw new IllegalArgumentException(name + " line " + record.number() + ": "
                    + record.fields().size() + " fields (expected: " + columns.size() + ")");
        }
        rows.add(new Row(record.number(), columns, record.fields()));
    }

    /** One row. */
    record Row(int line, List<String> columns, List<String> fields) {
        /** The field of a column, without spaces around it; blank where there is none. */
        String get(String column) {
            var i = columns.indexOf(column);
            return i < 0 || i >= fields.size() ? "" : fields.get(i).strip();
        }

        /** The field, or what stands for a blank one. */
        String get(String column, String otherwise) {
            var field = get(column);
            return field.isEmpty() ? otherwise : field;
        }
    }
}
