package nl.schoolgang.werkvoorraad;

import static nl.schoolgang.gemeente.Rol.ADMINISTRATIEF_MEDEWERKER;
import static nl.schoolgang.gemeente.Rol.LEERPLICHTAMBTENAAR;
import static nl.schoolgang.verhaal.Antwoord.aanpakTegenAdvies;
import static nl.schoolgang.verhaal.Antwoord.afhandeling;
import static nl.schoolgang.verhaal.Antwoord.beoordeling;
import static nl.schoolgang.verhaal.Antwoord.contact;
import static nl.schoolgang.verhaal.Antwoord.gesprekMetAfspraken;
import static nl.schoolgang.verhaal.Antwoord.gevolgd;
import static nl.schoolgang.verhaal.Antwoord.met;
import static nl.schoolgang.verhaal.Antwoord.reactie;
import static nl.schoolgang.verhaal.Antwoord.terugmelding;
import static nl.schoolgang.verhaal.Antwoord.uitnodiging;
import static nl.schoolgang.verhaal.Antwoord.verslagVerstrekt;
import static nl.schoolgang.verhaal.Meldingsbouwer.verzuimmelding;
import static nl.schoolgang.verhaal.Verhaal.BUNNIK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.engine.EngineKlok;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.verhaal.Verhaal;
import nl.schoolgang.zaak.Zaakstatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** BUN art. 6 lid 3: a copy of the report on request, through {@link Verslagverzoek}; also when the case is closed. */
@Toepassingstest
class VerslagverzoekTest {

    @Autowired
    ApplicationContext context;
    @Autowired
    Verslagverzoek verzoek;

    private Verhaal verhaal;
    private Medewerker ik;

    @BeforeEach
    void begin() {
        verhaal = new Verhaal(context).gegeven(verzuimmelding().in(BUNNIK));
        ik = Verhaal.medewerker(context, LEERPLICHTAMBTENAAR, BUNNIK);
    }

    @AfterEach
    void klokTerug() {
        context.getBean(EngineKlok.class).herstel();
    }

    @Test
    void voorHetGesprekIsErNietsTeVerstrekken() {
        assertThat(verzoek.kan(verhaal.zaak())).isFalse();
        assertThatThrownBy(() -> verzoek.vraag(verhaal.zaak(), ik)).isInstanceOf(Conflict.class);
        assertThat(verhaal.openTaken()).doesNotContain("verslag-verstrekken");
    }

    @Test
    void naHetGesprekKrijgtWieErOmVraagtEenBrief() {
        gesproken();
        assertThat(verhaal.openTaken()).containsExactly("afspraken-volgen");
        verzoek.vraag(verhaal.zaak(), ik);
        assertThat(verzoek.kan(verhaal.zaak())).isFalse();
        verhaal.wachtOp("verslag-verstrekken", LEERPLICHTAMBTENAAR, "2026-03-09");
        assertThat(verhaal.brieven()).noneMatch(b -> b.startsWith("gespreksverslag"));
        Map<String, Object> verstrekt = new HashMap<>(verslagVerstrekt());
        verstrekt.put("verslagAan", List.of("ouder-1", "jongere"));
        doe("verslag-verstrekken", verstrekt);
        assertThat(verhaal.brieven()).contains("gespreksverslag jongere", "gespreksverslag ouder");
        // The case itself goes on.
        assertThat(verhaal.openTaken()).containsExactly("afspraken-volgen");
    }

    @Test
    void ookUitEenGeslotenZaak_enMeegevenIsGeenBrief() {
        gesproken();
        doe("afspraken-volgen", gevolgd("beoordelen"));
        doe("afspraken-beoordelen", beoordeling("ja", "helpend"));
        doe("afhandelen", afhandeling("verzuim-geeindigd"));
        verzoek.vraag(verhaal.zaak(), ik);
        Map<String, Object> meegegeven = new HashMap<>(verslagVerstrekt());
        meegegeven.putAll(met("verslagWijze", "meegegeven", "verslagAan", List.of("jongere")));
        doe("verslag-verstrekken", meegegeven);
        assertThat(verhaal.brieven()).noneMatch(b -> b.startsWith("gespreksverslag"));
        verhaal.isGesloten(Zaakstatus.AFGESLOTEN);
    }

    private void gesproken() {
        verhaal.als(ADMINISTRATIEF_MEDEWERKER).rondAf("terugmelden", terugmelding());
        doe("aanpak-kiezen", aanpakTegenAdvies("contact"));
        doe("contact-ouders", contact("ongeoorloofd", true));
        doe("gesprek-uitnodigen", uitnodiging("2026-03-02"));
        doe("reactie-vastleggen", reactie("komt"));
        doe("gesprek-voeren", gesprekMetAfspraken("2026-04-10"));
    }

    private void doe(String taak, Map<String, Object> velden) {
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(taak, velden);
    }
}
