package nl.schoolgang.databank;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * In profile {@code demo} the connection pool gets its address from the embedded server. As the pool depends on the server's bean, it
 * is made after the server has started and closed before the server stops.
 */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DatabankConfiguration {

    @Bean
    Databankserver databankserver(@Value("${schoolgang.data}") Path map) {
        return Databankserver.start(map, Databankserver.DUURZAAM);
    }

    @Bean
    JdbcConnectionDetails databankverbinding(Databankserver server) {
        return new Databankverbinding(server.jdbcUrl(), server.gebruiker());
    }
}
