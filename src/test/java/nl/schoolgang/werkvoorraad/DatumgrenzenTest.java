package nl.schoolgang.werkvoorraad;

import static nl.schoolgang.gemeente.Rol.ADMINISTRATIEF_MEDEWERKER;
import static nl.schoolgang.gemeente.Rol.LEERPLICHTAMBTENAAR;
import static nl.schoolgang.modellen.GesprekModel.GEEN_REACTIE_BEOORDELEN;
import static nl.schoolgang.modellen.GesprekModel.GESPREK_UITNODIGEN;
import static nl.schoolgang.modellen.GesprekModel.GESPREK_VOEREN;
import static nl.schoolgang.modellen.GesprekModel.HUISBEZOEK_AFLEGGEN;
import static nl.schoolgang.modellen.GesprekModel.REACTIE_VASTLEGGEN;
import static nl.schoolgang.modellen.GesprekModel.VERSLAG_VERSTREKKEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.AANPAK_KIEZEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.AFHANDELEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.AFSPRAKEN_BEOORDELEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.AFSPRAKEN_VOLGEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.CONTACT_OUDERS;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.TERUGMELDEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.VERVOLG_KIEZEN;
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
import nl.schoolgang.verhaal.Meldingsbouwer;
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
        verhaal.als(BUNNIK.equals(gemeente) ? ADMINISTRATIEF_MEDEWERKER : LEERPLICHTAMBTENAAR).rondAf(TERUGMELDEN, Antwoord.terugmelding());
        goed(verhaal, AANPAK_KIEZEN, Antwoord.aanpakTegenAdvies("contact"));
        fout(verhaal, CONTACT_OUDERS, Antwoord.contact("ongeoorloofd", true), "contactDatum", "2026-03-03");
        goed(verhaal, CONTACT_OUDERS, Antwoord.contact("ongeoorloofd", true));

        Map<String, Object> uitnodiging = Antwoord.uitnodiging("2026-03-02");
        fout(verhaal, GESPREK_UITNODIGEN, uitnodiging, "uitnodigingVerzonden", "2026-03-03");
        fout(verhaal, GESPREK_UITNODIGEN, uitnodiging, "uitnodigingVerzonden", "2020-03-02");
        fout(verhaal, GESPREK_UITNODIGEN, uitnodiging, "gesprekMoment", "2026-03-01T10:00");
        goed(verhaal, GESPREK_UITNODIGEN, uitnodiging);
        fout(verhaal, REACTIE_VASTLEGGEN, Antwoord.reactie("komt"), "reactieDatum", "2026-03-03");
        goed(verhaal, REACTIE_VASTLEGGEN, Antwoord.reactie("komt"));

        Map<String, Object> gesprek = Antwoord.gesprekMetAfspraken("2026-03-20");
        fout(verhaal, GESPREK_VOEREN, gesprek, "afspraakDatum", "2026-03-01");
        fout(verhaal, GESPREK_VOEREN, gesprek, "afspraakDatum", "2199-01-01");
        fout(verhaal, GESPREK_VOEREN, gesprek, "datumGesprek", "2026-03-03");
        goed(verhaal, GESPREK_VOEREN, gesprek);
        if (NOORDOOSTPOLDER.equals(gemeente)) {
            fout(verhaal, VERSLAG_VERSTREKKEN, Antwoord.verslagVerstrekt(), "verslagVerstrektOp", "2026-03-03");
            goed(verhaal, VERSLAG_VERSTREKKEN, Antwoord.verslagVerstrekt());
        }
        fout(verhaal, AFSPRAKEN_VOLGEN, Antwoord.gevolgd("beoordelen"), "volgContactDatum", "2026-03-03");
        goed(verhaal, AFSPRAKEN_VOLGEN, Antwoord.gevolgd("beoordelen"));

        Map<String, Object> nieuw = Antwoord.beoordelingMetNieuweDatum("2026-03-02");
        fout(verhaal, AFSPRAKEN_BEOORDELEN, nieuw, "nieuweAfspraakDatum", "2026-03-01");
        fout(verhaal, AFSPRAKEN_BEOORDELEN, nieuw, "nieuweAfspraakDatum", null);
        goed(verhaal, AFSPRAKEN_BEOORDELEN, nieuw);
        verhaal.verstrijkt("verzuim.afspraken");
        // Who helps may get a new date, and may do without.
        goed(verhaal, AFSPRAKEN_BEOORDELEN, Antwoord.beoordeling("nee", "helpend"));

        Map<String, Object> vervolg = Antwoord.vervolg("2026-04-24", "doorverwijzing");
        fout(verhaal, VERVOLG_KIEZEN, vervolg, "vervolgAfspraakDatum", "2026-03-02");
        goed(verhaal, VERVOLG_KIEZEN, vervolg);
        verhaal.wachtOp(AFSPRAKEN_VOLGEN, LEERPLICHTAMBTENAAR, "2026-04-24");
    }

    @ParameterizedTest
    @ValueSource(strings = {NOORDOOSTPOLDER, BUNNIK})
    void ookBijHetHuisbezoek(String gemeente) {
        Verhaal verhaal = new Verhaal(context).gegeven(verzuimmelding().in(gemeente).leeftijd(13).uren(18));
        goed(verhaal, AANPAK_KIEZEN, Antwoord.aanpakTegenAdvies("contact"));
        goed(verhaal, CONTACT_OUDERS, Antwoord.contact("ongeoorloofd", true));
        goed(verhaal, GESPREK_UITNODIGEN, Antwoord.uitnodiging("2026-03-02"));
        goed(verhaal, REACTIE_VASTLEGGEN, Antwoord.reactie("weigert"));
        goed(verhaal, GEEN_REACTIE_BEOORDELEN, Antwoord.naUitblijven("huisbezoek"));
        Map<String, Object> bezoek = Antwoord.huisbezoekMetAfspraken("2026-03-20");
        fout(verhaal, HUISBEZOEK_AFLEGGEN, bezoek, "huisbezoekDatum", "2026-03-03");
        fout(verhaal, HUISBEZOEK_AFLEGGEN, bezoek, "datumGesprek", "2026-03-03");
        fout(verhaal, HUISBEZOEK_AFLEGGEN, bezoek, "afspraakDatum", "2026-03-01");
        goed(verhaal, HUISBEZOEK_AFLEGGEN, bezoek);
        assertThat(verhaal.openTaken()).contains(NOORDOOSTPOLDER.equals(gemeente) ? VERSLAG_VERSTREKKEN : AFSPRAKEN_VOLGEN);
    }

    /** Withdrawn or only registered: nobody need say that somebody was told who was not. */
    @ParameterizedTest
    @ValueSource(strings = {"ingetrokken", "alleen-geregistreerd"})
    void watNietVerteldIsHoeftNietVerteldTeHeten(String reden) {
        Meldingsbouwer melding = verzuimmelding().in(NOORDOOSTPOLDER);
        Verhaal verhaal = new Verhaal(context).gegeven(melding);
        goed(verhaal, TERUGMELDEN, Antwoord.terugmelding());
        goed(verhaal, AANPAK_KIEZEN, Antwoord.aanpakTegenAdvies("alleen-registreren"));
        if (reden.equals("ingetrokken")) {
            verhaal.lever(melding.kopie().status("ingetrokken"), 200);
        }
        Map<String, Object> stil = Antwoord.met("jongereBericht", "ingetrokken-of-geregistreerd", "toestemmingInhoud", "niet-gedeeld",
                "inZatMdo", "nee");
        assertThatThrownBy(() -> goed(verhaal, AFHANDELEN, met(stil, "afsluitreden", "verzuim-geeindigd")))
                .isInstanceOfSatisfying(OngeldigeInvoer.class,
                        e -> assertThat(e.fouten()).extracting(Fout::veld).containsExactlyInAnyOrder(
                                "melderBericht", "oudersBericht", "jongereBericht"));
        goed(verhaal, AFHANDELEN, met(stil, "afsluitreden", reden));
    }

    private static void goed(Verhaal verhaal, String taak, Map<String, Object> velden) {
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(taak, velden);
    }

    private static void fout(Verhaal verhaal, String taak, Map<String, Object> velden, String sleutel, Object waarde) {
        assertThatThrownBy(() -> goed(verhaal, taak, met(velden, sleutel, waarde))).isInstanceOfSatisfying(OngeldigeInvoer.class,
                e -> assertThat(e.fouten()).extracting(Fout::veld).containsOnly(sleutel));
        assertThat(verhaal.openTaken()).contains(taak);
    }

    private static Map<String, Object> met(Map<String, Object> velden, String sleutel, Object waarde) {
        Map<String, Object> anders = new HashMap<>(velden);
        anders.put(sleutel, waarde);
        return anders;
    }
}
