package nl.schoolgang.procedure.relatiefverzuim;

import static nl.schoolgang.gemeente.Rol.ADMINISTRATIEF_MEDEWERKER;
import static nl.schoolgang.gemeente.Rol.LEERPLICHTAMBTENAAR;
import static nl.schoolgang.verhaal.Antwoord.aanpakTegenAdvies;
import static nl.schoolgang.verhaal.Antwoord.contact;
import static nl.schoolgang.verhaal.Antwoord.terugmelding;
import static nl.schoolgang.verhaal.Meldingsbouwer.verzuimmelding;
import static nl.schoolgang.verhaal.Verhaal.BUNNIK;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.bericht.Bericht;
import nl.schoolgang.verhaal.Verhaal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who reported hears once that the case is closed: by letter or by message, never both. */
@Toepassingstest
class MelderafsluitingTest {

    @Autowired
    private ApplicationContext context;
    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest(name = "{0} {1}: letter {2}, message to {3}")
    @CsvSource({"duo, , true, duo", "duo, mentor@school.example.org, true, duo", "school-buiten-duo, mentor@school.example.org, false, school",
            "school-buiten-duo, , true, ", "buur, buur@example.org, false, melder", "buur, , true, "})
    void eenKeerBericht(String bron, String mail, boolean brief, String bericht) {
        Verhaal verhaal = new Verhaal(context).gegeven(verzuimmelding().in(BUNNIK).leeftijd(9));
        verhaal.als(ADMINISTRATIEF_MEDEWERKER).rondAf("terugmelden", terugmelding());
        jdbc.sql("update melding set bron = ?, contact_email = ? where zaak_id = ?").params(bron, mail, verhaal.zaak().id()).update();
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("aanpak-kiezen", aanpakTegenAdvies("contact"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("contact-ouders", contact("geoorloofd", false));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("afhandelen", new HashMap<>(Map.of("afsluitreden", "geen-ongeoorloofd-verzuim", "briefVerzending",
                "brief", "toestemmingInhoud", "niet-gedeeld", "inZatMdo", "nee")));

        assertThat(verhaal.brieven().stream().anyMatch(b -> b.startsWith("afsluitbericht-melder "))).isEqualTo(brief);
        if (bericht == null) {
            assertThat(verhaal.berichten("afsluiting")).isEmpty();
        } else {
            assertThat(verhaal.berichten("afsluiting")).extracting(Bericht::aan).containsExactly(bericht);
        }
    }
}
