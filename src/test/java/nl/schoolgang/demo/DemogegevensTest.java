package nl.schoolgang.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.schoolgang.Databanktest;
import nl.schoolgang.gemeente.Gemeente;
import nl.schoolgang.gemeente.Gemeenten;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Medewerkers;
import nl.schoolgang.gemeente.Rol;
import nl.schoolgang.leerling.Leerling;
import nl.schoolgang.leerling.Leerlingen;
import nl.schoolgang.leerling.Scholen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

@Databanktest
@Import(DemogegevensTest.Kamers.class)
class DemogegevensTest {

    private static final LocalDate BEGIN = LocalDate.of(2026, 3, 2);

    @Autowired
    private Demogegevens gegevens;
    @Autowired
    private Gemeenten gemeenten;
    @Autowired
    private Medewerkers medewerkers;
    @Autowired
    private Leerlingen leerlingen;
    @Autowired
    private JdbcClient jdbc;

    @ComponentScan({"nl.schoolgang.gemeente", "nl.schoolgang.leerling"})
    @ConfigurationPropertiesScan("nl.schoolgang.leerling")
    static class Kamers {

        @Bean
        Demogegevens demogegevens(JdbcClient jdbc, Gemeenten gemeenten, Medewerkers medewerkers, Scholen scholen, Leerlingen leerlingen) {
            return new Demogegevens(jdbc, new Demomedewerkers(gemeenten, medewerkers), scholen, leerlingen);
        }
    }

    @BeforeEach
    void vul() {
        gegevens.vul();
    }

    @Test
    @DisplayName("een tweede keer vullen verandert niets")
    void eenKeer() {
        assertThat(gegevens.vul()).isFalse();
        assertThat(aantal("leerling")).isEqualTo(80);
        assertThat(aantal("school")).isEqualTo(10);
        assertThat(aantal("medewerker")).isEqualTo(20);
        assertThat(aantal("inschrijving")).isEqualTo(80);
        assertThat(gemeenten.alle()).extracting(Gemeente::code, Gemeente::regio)
                .containsExactlyInAnyOrder(tuple("bunnik", "midden"),
                        tuple("noordoostpolder", "noord"));
    }

    @Test
    @DisplayName("elke rol heeft in elke gemeente een gebruiker met wachtwoord demo")
    void gebruikers() {
        for (String gemeente : List.of("noordoostpolder", "bunnik")) {
            for (Rol rol : List.of(Rol.LEERPLICHTAMBTENAAR, Rol.RMC_CONSULENT, Rol.BOA, Rol.ADMINISTRATIEF_MEDEWERKER, Rol.COORDINATOR,
                    Rol.COLLEGE, Rol.AUDITOR)) {
                assertThat(medewerker(rol.code() + "." + gemeente).heeft(rol, gemeente)).isTrue();
            }
            assertThat(medewerker("boa." + gemeente).heeft(Rol.LEERPLICHTAMBTENAAR, gemeente)).isTrue();
            assertThat(medewerker("leerplichtambtenaar2." + gemeente).gemeenten()).containsExactly(gemeente);
        }
        for (Rol rol : List.of(Rol.PROCESANALIST, Rol.BEHEERDER, Rol.KOPPELING)) {
            assertThat(medewerker(rol.code()).gemeenten()).containsExactly("bunnik", "noordoostpolder");
        }
        String hash = medewerkers.wachtwoordVan("boa.bunnik").orElseThrow();
        assertThat(hash).startsWith("{bcrypt}");
        assertThat(PasswordEncoderFactories.createDelegatingPasswordEncoder().matches("demo", hash)).isTrue();
    }

    @Test
    @DisplayName("ieder die met zaken werkt heeft een Wpg-autorisatie, behalve de stagiair van Bunnik")
    void autorisaties() {
        for (String gemeente : List.of("noordoostpolder", "bunnik")) {
            for (String naam : List.of("leerplichtambtenaar", "leerplichtambtenaar2", "rmc-consulent", "administratief-medewerker",
                    "coordinator", "college")) {
                assertThat(medewerkers.heeftWpgAutorisatie(naam + "." + gemeente, gemeente, BEGIN)).as(naam).isTrue();
            }
        }
        assertThat(medewerker("stagiair.bunnik").heeft(Rol.LEERPLICHTAMBTENAAR, "bunnik")).isTrue();
        assertThat(medewerkers.heeftWpgAutorisatie("stagiair.bunnik", "bunnik", BEGIN)).isFalse();
    }

    @Test
    @DisplayName("een leerling is te vinden op BSN en heeft ouders en een school")
    void leerling() {
        Demoleerling verzonnen = Demopersonen.alle().get(0);
        UUID id = leerlingen.metBsn(verzonnen.gemeente(), verzonnen.bsn()).map(Leerling::id).orElseThrow();
        assertThat(leerlingen.ouders(id)).hasSize(verzonnen.ouders().size()).allSatisfy(o -> assertThat(o.adres().straat()).isNotBlank());
        assertThat(leerlingen.inschrijvingen(id)).singleElement()
                .satisfies(i -> assertThat(i.school().naam()).isEqualTo(verzonnen.school().naam()));
    }

    private Medewerker medewerker(String naam) {
        return medewerkers.metNaam(naam).orElseThrow();
    }

    private long aantal(String tabel) {
        return jdbc.sql("select count(*) from " + tabel).query(Long.class).single();
    }
}
