package nl.schoolgang;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.transaction.annotation.Transactional;

@Databanktest
@Transactional
class ProductiecontroleTest {

    @Autowired
    private JdbcClient jdbc;

    @Test
    void gebruikersMetHetWachtwoordVanDeDemoWordenGeweigerd() {
        medewerker("anders", PasswordEncoderFactories.createDelegatingPasswordEncoder().encode("Iets lang 4en eigens"));
        medewerker("vreemd", "{onbekend}abc");
        medewerker("elders", null);
        Productiecontrole controle = new Productiecontrole(jdbc);
        assertThatCode(controle::afterSingletonsInstantiated).doesNotThrowAnyException();

        medewerker("demo", PasswordEncoderFactories.createDelegatingPasswordEncoder().encode("demo"));
        assertThatThrownBy(controle::afterSingletonsInstantiated).isInstanceOf(StartGeweigerd.class).hasMessageContaining("van de demo");
    }

    @Test
    void eenDatabankDieDeDemoGevuldHeeftWordtGeweigerd() {
        jdbc.sql("insert into instelling (sleutel, waarde) values ('demo.gevuld', 'ja')").update();
        assertThatThrownBy(() -> new Productiecontrole(jdbc).afterSingletonsInstantiated()).isInstanceOf(StartGeweigerd.class);
    }

    private void medewerker(String naam, String wachtwoord) {
        jdbc.sql("insert into medewerker (gebruikersnaam, naam, wachtwoord) values (?, ?, ?)").params(naam, naam, wachtwoord).update();
    }
}
