package nl.schoolgang.herstel;

import static nl.schoolgang.modellen.GesprekModel.GESPREK_UITNODIGEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.AANPAK_KIEZEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.AFHANDELEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.AFSPRAKEN_BEOORDELEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.AFSPRAKEN_VOLGEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.GEBEURTENIS_AFHANDELEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.TERUGMELDEN;
import static nl.schoolgang.verhaal.Antwoord.afhandeling;
import static nl.schoolgang.verhaal.Antwoord.beoordeling;
import static nl.schoolgang.verhaal.Antwoord.gevolgd;
import static nl.schoolgang.verhaal.Meldingsbouwer.verzuimmelding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.gemeente.Fout;
import nl.schoolgang.gemeente.GeenRecht;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.gemeente.Rol;
import nl.schoolgang.verhaal.Meldingsbouwer;
import nl.schoolgang.verhaal.Verhaal;
import nl.schoolgang.zaak.Zaakstatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A case that was closed by mistake goes on, under its own number, and nothing is reported back twice. */
class HeropeningTest extends Herstelproef {

    private final Meldingsbouwer melding = verzuimmelding().in(Verhaal.BUNNIK);

    @Autowired
    private Heropening heropening;

    private Verhaal gesloten() {
        Verhaal verhaal = verhaal(melding);
        totAfhandelen(verhaal);
        verhaal.als(Rol.LEERPLICHTAMBTENAAR).rondAf(AFHANDELEN, afhandeling("geen-ongeoorloofd-verzuim"));
        return verhaal;
    }

    private void heropen(Verhaal verhaal, String punt, String datum) {
        heropening.heropen(verhaal.zaak(), Map.of("punt", punt, "afspraakDatum", datum, "reden", REDEN), mens(Rol.COORDINATOR));
    }

    @ParameterizedTest
    @CsvSource({"gesprek,,gesprek-uitnodigen", "afspraken,2026-04-10,afspraken-volgen", "afhandelen,,afhandelen"})
    void gaatVerderWaarDeAmbtenaarZegt(String punt, String datum, String taak) {
        Verhaal verhaal = gesloten();
        String nummer = verhaal.zaak().zaaknummer();
        heropen(verhaal, punt, datum == null ? "" : datum);
        assertThat(verhaal.zaak().zaaknummer()).isEqualTo(nummer);
        assertThat(verhaal.zaak().status()).isEqualTo(Zaakstatus.OPEN);
        assertThat(verhaal.openTaken()).containsExactly(taak);
        assertThat(berichten(melding)).containsExactly("terugmelding", "afsluiting", "heropening");
        assertThat(jdbc.sql("select uitkomst from zaak_heropening where zaak_id = ?").param(verhaal.zaak().id()).query(String.class).list())
                .containsExactly("geen-ongeoorloofd-verzuim");
        klopt(verhaal);
        // A new melding joins it, and is dealt with from its begin.
        Meldingsbouwer tweede = verzuimmelding().van(melding);
        assertThat(verhaal.lever(tweede, 201).get("zaaknummer").textValue()).isEqualTo(nummer);
        assertThat(verhaal.openTaken()).containsExactlyInAnyOrder(taak, AANPAK_KIEZEN, TERUGMELDEN);
        klopt(verhaal);
    }

    @Test
    void enSluitWeer_metPreciesEenBerichtErbij() {
        Verhaal verhaal = gesloten();
        heropen(verhaal, "afspraken", "2026-04-10");
        verhaal.wachtOp(AFSPRAKEN_VOLGEN, Rol.LEERPLICHTAMBTENAAR, "2026-04-10");
        verhaal.als(Rol.LEERPLICHTAMBTENAAR).rondAf(AFSPRAKEN_VOLGEN, gevolgd("beoordelen"));
        verhaal.als(Rol.LEERPLICHTAMBTENAAR).rondAf(AFSPRAKEN_BEOORDELEN, beoordeling("ja", "helpend"));
        verhaal.als(Rol.LEERPLICHTAMBTENAAR).rondAf(AFHANDELEN, afhandeling("verzuim-geeindigd"));
        verhaal.isGesloten(Zaakstatus.AFGESLOTEN);
        assertThat(berichten(melding)).containsExactly("terugmelding", "afsluiting", "heropening", "afsluiting");
        klopt(verhaal);
    }

    @Test
    void nietAlsErEenNieuwereOpenZaakIs_ofAlsZijOpenIs() {
        Verhaal verhaal = gesloten();
        verhaal.lever(verzuimmelding().van(melding), 201);
        assertThatThrownBy(() -> heropen(verhaal, "gesprek", "")).isInstanceOf(Conflict.class).hasMessageContaining("nieuwere open zaak");
        Verhaal open = verhaal(verzuimmelding().in(Verhaal.BUNNIK));
        assertThatThrownBy(() -> heropen(open, "gesprek", "")).isInstanceOf(Conflict.class).hasMessageContaining("al open");
    }

    @Test
    void naEenVerhuizingDieNietKlopte_hoortDeZaakWeerVanGebeurtenissen() {
        Verhaal verhaal = verhaal(melding);
        verhaal.gebeurt(200, "soort", "verhuisd", "datum", "2026-03-01");
        verhaal.als(Rol.LEERPLICHTAMBTENAAR).rondAf(GEBEURTENIS_AFHANDELEN, Map.of("gebeurtenisToelichting", "Verzonnen"));
        assertThat(verhaal.zaak().status()).isEqualTo(Zaakstatus.AFGESLOTEN);
        heropen(verhaal, "gesprek", "");
        assertThat(verhaal.openTaken()).as("the event had cut off the work on the melding").containsExactly(AANPAK_KIEZEN,
                GESPREK_UITNODIGEN, TERUGMELDEN);
        klopt(verhaal);

        verhaal.gebeurt(200, "soort", "verhuisd", "datum", "2026-03-02");
        assertThat(verhaal.openTaken()).containsExactly(GEBEURTENIS_AFHANDELEN);
        assertThat(jdbc.sql("select count(*) from gebeurtenis_van_buiten where zaak_id = ? and herroepen_op is null")
                .param(verhaal.zaak().id()).query(Long.class).single()).isEqualTo(1);
        klopt(verhaal);
    }

    @Test
    void nietAlsZijIsSamengevoegd() {
        Verhaal oud = verhaal(melding);
        Verhaal nieuw = verhaal(doorNummer());
        voegSamen(oud.zaak().leerlingId(), nieuw.zaak().leerlingId());
        assertThatThrownBy(() -> heropen(nieuw, "gesprek", "")).isInstanceOf(Conflict.class).hasMessageContaining(oud.zaak().zaaknummer());
    }

    @Test
    void redenPuntDatumEnRechtZijnNodig() {
        Verhaal verhaal = gesloten();
        assertThatThrownBy(() -> heropening.heropen(verhaal.zaak(), Map.of("punt", "elders", "reden", ""), mens(Rol.COORDINATOR)))
                .isInstanceOfSatisfying(OngeldigeInvoer.class, f -> assertThat(f.fouten()).extracting(Fout::veld).containsExactly("punt", "reden"));
        for (String datum : new String[] {"", "2026-02-30", "2026-03-01", "2031-01-01", "morgen"}) {
            assertThatThrownBy(() -> heropen(verhaal, "afspraken", datum)).isInstanceOfSatisfying(OngeldigeInvoer.class,
                    f -> assertThat(f.fouten()).extracting(Fout::veld).containsExactly("afspraakDatum"));
        }
        assertThatThrownBy(() -> heropening.heropen(verhaal.zaak(), Map.of("punt", "gesprek", "reden", REDEN), mens(Rol.ADMINISTRATIEF_MEDEWERKER)))
                .isInstanceOf(GeenRecht.class);
        assertThat(verhaal.zaak().status()).isEqualTo(Zaakstatus.AFGESLOTEN);
    }
}
