package nl.schoolgang.databank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nl.schoolgang.Databanktest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@Databanktest
class TestdatabankTest {

    @Autowired
    private JdbcClient jdbc;

    @Test
    void onzeTabellenStaanInHunEigenSchema() {
        assertThat(jdbc.sql("select table_schema from information_schema.tables where table_name = 'zaak'").query(String.class).list())
                .containsExactly("schoolgang");
        assertThat(jdbc.sql("select count(*) from zaak").query(Long.class).single()).isNotNegative();
    }

    @Test
    void deDatabankKentAlleLetters() {
        assertThat(jdbc.sql("show server_encoding").query(String.class).single()).isEqualTo("UTF8");
        assertThat(jdbc.sql("select lower('ÉËŁ')").query(String.class).single()).isEqualTo("éëł");
    }

    @Test
    void erIsGeenAndereDatabank() {
        assertThatThrownBy(() -> Class.forName("org.h2.Driver")).isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void deToepassingIsGeenSuperuser() {
        assertThat(jdbc.sql("select rolsuper from pg_roles where rolname = current_user").query(Boolean.class).single()).isFalse();
    }
}
