package nl.schoolgang.verhaal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks for words in every column of every engine table: text, and bytes (variables, exception messages, stack traces). */
public final class Enginescan {

    private final JdbcClient jdbc;

    public Enginescan(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The places, as {@code table.column: word}, where one of the words stands in an engine table; empty when nowhere. */
    public Set<String> vindplaatsen(List<String> woorden) {
        Set<String> gevonden = new TreeSet<>();
        for (Map<String, Object> kolom : kolommen()) {
            String tabel = (String) kolom.get("table_name");
            String naam = (String) kolom.get("column_name");
            boolean bytes = "bytea".equals(kolom.get("data_type"));
            for (String woord : woorden) {
                if (staatEr(tabel, naam, bytes, woord)) {
                    gevonden.add(tabel + "." + naam + ": " + woord);
                }
            }
        }
        return gevonden;
    }

    private List<Map<String, Object>> kolommen() {
        List<Map<String, Object>> kolommen = jdbc.sql("""
                select table_name, column_name, data_type from information_schema.columns
                where table_schema = 'public' and table_name like 'act\\_%' and data_type in ('character varying', 'text', 'bytea')""")
                .query().listOfRows();
        if (kolommen.size() < 100) {
            throw new IllegalStateException("De tabellen van de engine zijn niet gevonden");
        }
        return kolommen;
    }

    private boolean staatEr(String tabel, String kolom, boolean bytes, String woord) {
        // Models, tables and forms are deployed resources: their bytes hold words of the law, not of persons.
        String sql = bytes
                ? "select exists (select 1 from %s where position(:woord in %s) > 0%s)".formatted(tabel, kolom,
                        "act_ge_bytearray".equals(tabel) ? " and deployment_id_ is null" : "")
                : "select exists (select 1 from %s where position(:woord in lower(%s)) > 0)".formatted(tabel, kolom);
        Object parameter = bytes ? woord.getBytes(StandardCharsets.UTF_8) : woord.toLowerCase(java.util.Locale.ROOT);
        return jdbc.sql(sql).param("woord", parameter).query(Boolean.class).single();
    }
}
