package nl.schoolgang.dekking;

import static nl.schoolgang.verhaal.Meldingsbouwer.verzuimmelding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.dekking.Meting.Soort;
import nl.schoolgang.engine.EngineKlok;
import nl.schoolgang.verhaal.Verhaal;
import org.camunda.bpm.engine.DecisionService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** The meter in a real application, without a test having asked for it. */
@Toepassingstest
class EnginemeterTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    DecisionService beslissingen;

    @Autowired
    TransactionTemplate transactie;

    @AfterEach
    void klokTerug() {
        context.getBean(EngineKlok.class).herstel();
    }

    @Test
    @DisplayName("een regel die past, telt voor deze test, en een regel die niet past niet")
    void regel() {
        beslis();
        assertThat(gemeten("regel")).filteredOn(m -> m.soort() == Soort.REGEL).containsExactly(
                new Meting(Soort.REGEL, "eerste-aanpak", "eerste-aanpak-regel-1"));
    }

    @Test
    @DisplayName("wat wordt teruggedraaid, telt niet")
    void teruggedraaid() {
        assertThatThrownBy(() -> transactie.executeWithoutResult(status -> {
            beslis();
            throw new IllegalStateException("toch niet");
        })).hasMessage("toch niet");
        assertThat(gemeten("teruggedraaid")).isEmpty();
    }

    @Test
    @DisplayName("stappen die een zaak bereikt, afgeronde taken en opgezochte termijnen tellen elk apart")
    void stappenTakenEnTermijnen() {
        new Verhaal(context).gegeven(verzuimmelding().in(Verhaal.NOORDOOSTPOLDER).leeftijd(13).uren(18));
        assertThat(gemeten("stappenTakenEnTermijnen")).contains(new Meting(Soort.STAP, "relatief-verzuim", "terugmelden"),
                new Meting(Soort.TERMIJN, "termijnen", "verzuim.terugmelding@noordoostpolder"))
                .doesNotContain(new Meting(Soort.TAAK, "relatief-verzuim", "terugmelden"));
    }

    private void beslis() {
        beslissingen.evaluateDecisionTableByKey("eerste-aanpak", Map.of("gemeente", "bunnik", "meldingSoort", "16-uur", "viaDuo", true,
                "schoolsoort", "mbo", "eerdereMeldingenSchooljaar", 0, "bekendBijLeerplicht", false, "verzuimGestopt", false,
                "laatsteSchooldagVoorVakantie", false, "ziekGemeld", false, "actieGemeenteGewenst", false));
    }

    private static Set<Meting> gemeten(String methode) {
        return Dekkingsluisteraar.METER.gemeten().getOrDefault(EnginemeterTest.class.getName() + "#" + methode, Set.of());
    }
}
