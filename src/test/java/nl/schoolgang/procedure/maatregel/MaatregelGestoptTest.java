package nl.schoolgang.procedure.maatregel;

import static nl.schoolgang.gemeente.Rol.LEERPLICHTAMBTENAAR;
import static nl.schoolgang.verhaal.Antwoord.aanpakTegenAdvies;
import static nl.schoolgang.verhaal.Antwoord.contact;
import static nl.schoolgang.verhaal.Antwoord.gesprekZonderAfspraken;
import static nl.schoolgang.verhaal.Antwoord.reactie;
import static nl.schoolgang.verhaal.Antwoord.terugmelding;
import static nl.schoolgang.verhaal.Antwoord.uitnodiging;
import static nl.schoolgang.verhaal.Antwoord.verslagVerstrekt;
import static nl.schoolgang.verhaal.Antwoord.vervolg;
import static nl.schoolgang.verhaal.Meldingsbouwer.verzuimmelding;
import static nl.schoolgang.verhaal.Verhaal.NOORDOOSTPOLDER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.engine.EngineKlok;
import nl.schoolgang.engine.Procesengine;
import nl.schoolgang.verhaal.Verhaal;
import nl.schoolgang.zaak.Tijdlijn;
import nl.schoolgang.zaak.Zaakstatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A measure that has not been carried out yet stops when something from outside takes its ground away; the others go on. */
@Toepassingstest
class MaatregelGestoptTest {

    @Autowired
    ApplicationContext context;
    @Autowired
    Procesengine engine;
    @Autowired
    Tijdlijn tijdlijn;

    @AfterEach
    void klokTerug() {
        context.getBean(EngineKlok.class).herstel();
    }

    @Test
    void eenMaatregelStopt_deAndereGaatDoorEnDeZaakOok() {
        Verhaal verhaal = new Verhaal(context).gegeven(verzuimmelding().in(NOORDOOSTPOLDER).leeftijd(15));
        var ambtenaar = verhaal.als(LEERPLICHTAMBTENAAR);
        ambtenaar.rondAf("terugmelden", terugmelding());
        ambtenaar.rondAf("aanpak-kiezen", aanpakTegenAdvies("contact"));
        ambtenaar.rondAf("contact-ouders", contact("ongeoorloofd", true));
        ambtenaar.rondAf("gesprek-uitnodigen", uitnodiging("2026-03-02"));
        ambtenaar.rondAf("reactie-vastleggen", reactie("komt"));
        ambtenaar.rondAf("gesprek-voeren", gesprekZonderAfspraken());
        ambtenaar.rondAf("verslag-verstrekken", verslagVerstrekt());
        ambtenaar.rondAf("vervolg-kiezen", vervolg("2026-04-24", "bemiddeling", "doorverwijzing"));
        Verhaal bemiddeling = verhaal.gekoppeld("bemiddeling");
        Verhaal hulp = verhaal.gekoppeld("doorverwijzing");

        engine.bericht("maatregel-stoppen", bemiddeling.zaak().procesInstantieId(), Map.of("stopreden", "jongere-verhuisd"));
        bemiddeling.isGesloten(Zaakstatus.INGETROKKEN);
        assertThat(tijdlijn.van(bemiddeling.zaak().id())).anyMatch(g -> g.omschrijving().endsWith("van buiten: jongere verhuisd."));
        assertThat(hulp.openTaken()).containsExactly("maatregel-uitvoeren");

        assertThat(engine.berichtIndienVerwacht("maatregel-stoppen", hulp.zaak().procesInstantieId(), null, null)).isTrue();
        hulp.isGesloten(Zaakstatus.INGETROKKEN);
        // Nothing to judge: the case that stopped them knows.
        assertThat(verhaal.openTaken()).containsExactly("afspraken-volgen");
    }
}
