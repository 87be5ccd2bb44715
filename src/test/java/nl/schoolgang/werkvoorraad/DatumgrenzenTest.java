package nl.schoolgang.werkvoorraad;

import static nl.schoolgang.gemeente.Rol.ADMINISTRATIEF_MEDEWERKER;
import static nl.schoolgang.gemeente.Rol.LEERPLICHTAMBTENAAR;
import static nl.schoolgang.verhaal.Meldingsbouwer.verzuimmelding;
import static nl.schoolgang.verhaal.Verhaal.BUNNIK;
import static nl.schoolgang.verhaal.Verhaal.NOORDOOSTPOLDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.engine.EngineKlok;
import nl.schoolgang.gemeente.Fout;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.verhaal.Antwoord;
import nl.schoolgang.verhaal.Verhaal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A date with which a later step could not go on is refused where it is filled in, at its own field, and the case stays where it was. */
@Toepassingstest
class DatumgrenzenTest {

    @Autowired
    ApplicationContext context;

    @AfterEach
    void klokTerug() {
        context.getBean(EngineKlok.class).herstel();
    }

    @ParameterizedTest
    @ValueSource(strings = {NOORDOOSTPOLDER, BUNNIK})
    void iedereDatumOpDeWegWordtAanZijnEigenVeldGetoetst(String gemeente) {
        Verhaal verhaal = new Verhaal(context).gegeven(verzuimmelding().in(gemeente).leeftijd(13).uren(18));
        verhaal.als(BUNNIK.equals(gemeente) ? ADMINISTRATIEF_MEDEWERKER : LEERPLICHTAMBTENAAR).rondAf("terugmelden", Antwoord.terugmelding());
        goed(verhaal, "aanpak-kiezen", Antwoord.aanpakTegenAdvies("contact"));
        fout(verhaal, "contact-ouders", Antwoord.contact("ongeoorloofd", true), "contactDatum", "2026-03-03");
        goed(verhaal, "contact-ouders", Antwoord.contact("ongeoorloofd", true));

        Map<String, Object> uitnodiging = Antwoord.uitnodiging("2026-03-02");
        fout(verhaal, "gesprek-uitnodigen", uitnodiging, "uitnodigingVerzonden", "2026-03-03");
        fout(verhaal, "gesprek-uitnodigen", uitnodiging, "uitnodigingVerzonden", "2020-03-02");
        fout(verhaal, "gesprek-uitnodigen", uitnodiging, "gesprekMoment", "2026-03-01T10:00");
        goed(verhaal, "gesprek-uitnodigen", uitnodiging);
        fout(verhaal, "reactie-vastleggen", Antwoord.reactie("komt"), "reactieDatum", "2026-03-03");
        goed(verhaal, "reactie-vastleggen", Antwoord.reactie("komt"));

        Map<String, Object> gesprek = Antwoord.gesprekMetAfspraken("2026-03-20");
        fout(verhaal, "gesprek-voeren", gesprek, "afspraakDatum", "2026-03-01");
        fout(verhaal, "gesprek-voeren", gesprek, "afspraakDatum", "2199-01-01");
        fout(verhaal, "gesprek-voeren", gesprek, "datumGesprek", "2026-03-03");
        goed(verhaal, "gesprek-voeren", gesprek);
        if (NOORDOOSTPOLDER.equals(gemeente)) {
            fout(verhaal, "verslag-verstrekken", Antwoord.verslagVerstrekt(), "verslagVerstrektOp", "2026-03-03");
            goed(verhaal, "verslag-verstrekken", Antwoord.verslagVerstrekt());
        }
        fout(verhaal, "afspraken-volgen", Antwoord.gevolgd("beoordelen"), "volgContactDatum", "2026-03-03");
        goed(verhaal, "afspraken-volgen", Antwoord.gevolgd("beoordelen"));

        Map<String, Object> nieuw = Antwoord.beoordelingMetNieuweDatum("2026-03-02");
        fout(verhaal, "afspraken-beoordelen", nieuw, "nieuweAfspraakDatum", "2026-03-01");
        fout(verhaal, "afspraken-beoordelen", nieuw, "nieuweAfspraakDatum", null);
        goed(verhaal, "afspraken-beoordelen", nieuw);
        verhaal.verstrijkt("verzuim.afspraken");
        // Who helps may get a new date, and may do without.
        goed(verhaal, "afspraken-beoordelen", Antwoord.beoordeling("nee", "helpend"));

        Map<String, Object> vervolg = Antwoord.vervolg("2026-04-24", "doorverwijzing");
        fout(verhaal, "vervolg-kiezen", vervolg, "vervolgAfspraakDatum", "2026-03-02");
        goed(verhaal, "vervolg-kiezen", vervolg);
        verhaal.wachtOp("afspraken-volgen", LEERPLICHTAMBTENAAR, "2026-04-24");
    }

    @ParameterizedTest
    @ValueSource(strings = {NOORDOOSTPOLDER, BUNNIK})
    void ookBijHetHuisbezoek(String gemeente) {
        Verhaal verhaal = new Verhaal(context).gegeven(verzuimmelding().in(gemeente).leeftijd(13).uren(18));
        goed(verhaal, "aanpak-kiezen", Antwoord.aanpakTegenAdvies("contact"));
        goed(verhaal, "contact-ouders", Antwoord.contact("ongeoorloofd", true));
        goed(verhaal, "gesprek-uitnodigen", Antwoord.uitnodiging("2026-03-02"));
        goed(verhaal, "reactie-vastleggen", Antwoord.reactie("weigert"));
        goed(verhaal, "geen-reactie-beoordelen", Antwoord.naUitblijven("huisbezoek"));
        Map<String, Object> bezoek = Antwoord.huisbezoekMetAfspraken("2026-03-20");
        fout(verhaal, "huisbezoek-afleggen", bezoek, "huisbezoekDatum", "2026-03-03");
        fout(verhaal, "huisbezoek-afleggen", bezoek, "datumGesprek", "2026-03-03");
        fout(verhaal, "huisbezoek-afleggen", bezoek, "afspraakDatum", "2026-03-01");
        goed(verhaal, "huisbezoek-afleggen", bezoek);
        assertThat(verhaal.openTaken()).contains(NOORDOOSTPOLDER.equals(gemeente) ? "verslag-verstrekken" : "afspraken-volgen");
    }

    /** Withdrawn or only registered: nobody need say that somebody was told who was not. */
    @ParameterizedTest
    @ValueSource(strings = {"ingetrokken", "alleen-geregistreerd"})
    void watNietVerteldIsHoeftNietVerteldTeHeten(String reden) {
        Verhaal verhaal = new Verhaal(context).gegeven(verzuimmelding().in(NOORDOOSTPOLDER));
        goed(verhaal, "terugmelden", Antwoord.terugmelding());
        goed(verhaal, "aanpak-kiezen", Antwoord.aanpakTegenAdvies("alleen-registreren"));
        Map<String, Object> stil = Antwoord.met("jongereBericht", "ingetrokken-of-geregistreerd", "toestemmingInhoud", "niet-gedeeld",
                "inZatMdo", "nee");
        assertThatThrownBy(() -> goed(verhaal, "afhandelen", met(stil, "afsluitreden", "verzuim-geeindigd")))
                .isInstanceOfSatisfying(OngeldigeInvoer.class,
                        e -> assertThat(e.fouten()).extracting(Fout::veld).containsExactlyInAnyOrder("melderBericht", "oudersBericht"));
        goed(verhaal, "afhandelen", met(stil, "afsluitreden", reden));
    }

    private static void goed(Verhaal verhaal, String taak, Map<String, Object> velden) {
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(taak, velden);
    }

    private static void fout(Verhaal verhaal, String taak, Map<String, Object> velden, String sleutel, Object waarde) {
        assertThatThrownBy(() -> goed(verhaal, taak, met(velden, sleutel, waarde))).isInstanceOfSatisfying(OngeldigeInvoer.class,
                e -> assertThat(e.fouten()).extracting(Fout::veld).containsExactly(sleutel));
        assertThat(verhaal.openTaken()).contains(taak);
    }

    private static Map<String, Object> met(Map<String, Object> velden, String sleutel, Object waarde) {
        Map<String, Object> anders = new HashMap<>(velden);
        anders.put(sleutel, waarde);
        return anders;
    }
}
