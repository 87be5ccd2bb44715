package nl.schoolgang.procedure.relatiefverzuim;

import static nl.schoolgang.gemeente.Rol.LEERPLICHTAMBTENAAR;
import static nl.schoolgang.verhaal.Meldingsbouwer.verzuimmelding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.engine.EngineKlok;
import nl.schoolgang.gemeente.Fout;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.verhaal.Verhaal;
import nl.schoolgang.zaak.Zaakstatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The task in which an officer deals with an event ({@link RelatiefVerzuimGegevens}): not finished with nothing decided and nothing explained. */
@Toepassingstest
class GebeurtenisAfhandelenTest {

    @Autowired
    ApplicationContext context;

    private Verhaal verhaal;

    @BeforeEach
    void begin() {
        verhaal = new Verhaal(context);
    }

    @AfterEach
    void klokTerug() {
        context.getBean(EngineKlok.class).herstel();
    }

    /** BUN 2.7: what was not done is explained. */
    @ParameterizedTest
    @CsvSource({"verhuisd,17", "startkwalificatie,17", "achttien-geworden,18"})
    void nietsVastgelegd_vraagtOmEenToelichting(String soort, int leeftijd) {
        verhaal.gegeven(verzuimmelding().leeftijd(leeftijd));
        verhaal.gebeurt(200, "soort", soort);
        assertThatThrownBy(() -> verhaal.als(LEERPLICHTAMBTENAAR).rondAf("gebeurtenis-afhandelen", Map.of()))
                .isInstanceOfSatisfying(OngeldigeInvoer.class,
                        f -> assertThat(f.fouten()).extracting(Fout::veld).containsExactly("gebeurtenisToelichting"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("gebeurtenis-afhandelen", Map.of("gebeurtenisToelichting", "Er was niets over te dragen."));
        verhaal.isGesloten(Zaakstatus.AFGESLOTEN);
    }

    @ParameterizedTest
    @CsvSource({"verhuisd,17,overdrachtInhoud,administratief", "startkwalificatie,17,kwalificatieGezien,diploma",
        "achttien-geworden,18,rmcOverdracht,Verzonnen"})
    void watIsVastgelegd_volstaat(String soort, int leeftijd, String veld, String waarde) {
        verhaal.gegeven(verzuimmelding().leeftijd(leeftijd));
        verhaal.gebeurt(200, "soort", soort);
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("gebeurtenis-afhandelen",
                Map.of(veld, veld.equals("overdrachtInhoud") ? List.of(waarde) : waarde));
        verhaal.isGesloten(Zaakstatus.AFGESLOTEN);
    }
}
