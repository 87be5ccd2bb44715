package nl.schoolgang.databank;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("langzaam")
class DatabankConfigurationTest {

    @TempDir
    private Path map;

    private final ApplicationContextRunner toepassing = new ApplicationContextRunner()
            .withUserConfiguration(DatabankConfiguration.class)
            .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
                    JdbcClientAutoConfiguration.class));

    @Test
    void deServerStoptNetjesNadatDePoolGeslotenIs() throws Exception {
        toepassing.withPropertyValues("spring.profiles.active=demo", "schoolgang.data=" + map).run(context -> {
            JdbcClient jdbc = context.getBean(JdbcClient.class);
            assertThat(jdbc.sql("show fsync").query(String.class).single()).isEqualTo("on");
            assertThat(jdbc.sql("show synchronous_commit").query(String.class).single()).isEqualTo("on");
            assertThat(jdbc.sql("show server_encoding").query(String.class).single()).isEqualTo("UTF8");
        });
        assertThat(map.resolve("postgres").resolve(Postmaster.BESTAND)).doesNotExist();
        assertThat(Files.readString(map.resolve("postgres.log"))).contains("database system is shut down")
                .doesNotContain("terminating connection due to administrator command");
    }

    @Test
    void buitenDeDemoIsErGeenIngebouwdeDatabank() {
        toepassing.withPropertyValues("spring.profiles.active=productie", "spring.datasource.url=jdbc:postgresql://db.example/x")
                .run(context -> assertThat(context.getBean(JdbcConnectionDetails.class).getJdbcUrl()).contains("db.example"));
        assertThat(map).isEmptyDirectory();
    }
}
