package nl.schoolgang;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@Toepassingstest
class ToepassingTest {

    @Autowired
    private JdbcClient jdbc;

    @Test
    void tabellenVanDeEngineStaanInPublicEnOnzeInSchoolgang() {
        assertThat(schemasVan("act_ru_task")).isEqualTo("public");
        assertThat(schemasVan("zaak")).isEqualTo("schoolgang");
        assertThat(jdbc.sql("select count(*) from information_schema.tables where table_schema = 'schoolgang' and table_name like 'act%'")
                .query(Long.class).single()).isZero();
    }

    private String schemasVan(String tabel) {
        return jdbc.sql("select string_agg(table_schema, ',') from information_schema.tables where table_name = ?")
                .param(tabel).query(String.class).single();
    }
}
