package nl.schoolgang.herstel;

import static nl.schoolgang.modellen.GesprekModel.GESPREK_UITNODIGEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.AANPAK_KIEZEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.AFHANDELEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.AFSPRAKEN_BEOORDELEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.AFSPRAKEN_VOLGEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.CONTACT_MELDER;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.CONTACT_OUDERS;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.TERUGMELDEN;
import static nl.schoolgang.verhaal.Antwoord.afhandeling;
import static nl.schoolgang.verhaal.Antwoord.beoordeling;
import static nl.schoolgang.verhaal.Antwoord.contact;
import static nl.schoolgang.verhaal.Meldingsbouwer.verzuimmelding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.gemeente.GeenRecht;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.gemeente.Rol;
import nl.schoolgang.termijn.Termijnstatus;
import nl.schoolgang.verhaal.Meldingsbouwer;
import nl.schoolgang.verhaal.Verhaal;
import nl.schoolgang.zaak.Zaakstatus;
import org.junit.jupiter.api.Test;

/** One child that was recorded twice becomes one, with all that hangs on it, in every phase of its cases. */
class SamenvoegingTest extends Herstelproef {

    private final Meldingsbouwer eerste = verzuimmelding().in(Verhaal.BUNNIK);
    private final Meldingsbouwer tweede = doorNummer().gemeldDoor("mentor");

    private UUID leerling(Verhaal verhaal) {
        return verhaal.zaak().leerlingId();
    }

    @Test
    void beideWachtenOpEenOordeel_hetWerkVanDeTweedeGaatVerderWaarHetStond() {
        Verhaal oud = verhaal(eerste);
        Verhaal nieuw = verhaal(tweede);
        teruggemeld(nieuw);
        totContact(nieuw);
        nieuw.verstrijkt("verzuim.contact-ouders");
        UUID blijft = leerling(oud);
        UUID verdwijnt = leerling(nieuw);

        voegSamen(blijft, verdwijnt);

        assertThat(nieuw.zaak().status()).isEqualTo(Zaakstatus.AFGESLOTEN);
        assertThat(nieuw.zaak().uitkomst()).isEqualTo("samengevoegd");
        assertThat(zaken.voortgezetIn(nieuw.zaak().id())).hasValueSatisfying(z -> assertThat(z.id()).isEqualTo(oud.zaak().id()));
        assertThat(nieuw.openTaken()).isEmpty();
        assertThat(oud.openTaken()).containsExactly(AANPAK_KIEZEN, CONTACT_MELDER, CONTACT_OUDERS, TERUGMELDEN);
        assertThat(berichten(tweede)).containsExactly("terugmelding");
        assertThat(oud.termijnen()).filteredOn(t -> melding(tweede).equals(t.meldingId()) && t.code().equals("verzuim.contact-ouders"))
                .singleElement().satisfies(t -> assertThat(t.status()).isEqualTo(Termijnstatus.OVERSCHREDEN));
        klopt(oud, nieuw);

        // The old id, and the number that the other record carried, lead to the child.
        assertThat(leerlingen.metId(verdwijnt).id()).isEqualTo(blijft);
        assertThat(leerlingen.metId(blijft).onderwijsnummer()).isNotNull();

        oud.als(Rol.LEERPLICHTAMBTENAAR).rondAf(CONTACT_MELDER, tweede, nl.schoolgang.verhaal.Antwoord.contactMelder());
        oud.als(Rol.LEERPLICHTAMBTENAAR).rondAf(CONTACT_OUDERS, tweede, contact("geoorloofd", true));
        totAfhandelen(oud);
        oud.als(Rol.LEERPLICHTAMBTENAAR).rondAf(AFHANDELEN, afhandeling("geen-ongeoorloofd-verzuim"));
        oud.isGesloten(Zaakstatus.AFGESLOTEN);
        assertThat(berichten(eerste)).containsExactly("terugmelding", "afsluiting");
        assertThat(berichten(tweede)).containsExactly("terugmelding", "afsluiting");
        klopt(oud);
    }

    @Test
    void deOudsteZaakBlijft_ookAlsDieVanDeLeerlingIsDieVerdwijnt() {
        Verhaal oud = verhaal(tweede);
        Verhaal nieuw = verhaal(eerste);
        voegSamen(leerling(nieuw), leerling(oud));
        assertThat(oud.zaak().status()).isEqualTo(Zaakstatus.OPEN);
        assertThat(nieuw.zaak().status()).isEqualTo(Zaakstatus.AFGESLOTEN);
        assertThat(leerling(oud)).isEqualTo(leerling(nieuw));
        klopt(oud, nieuw);
        assertThat(zaakVan(eerste).id()).isEqualTo(oud.zaak().id());
        // A later delivery under the number of either finds the one case.
        Meldingsbouwer derde = verzuimmelding().van(tweede);
        assertThat(oud.lever(derde, 201).get("zaaknummer").textValue()).isEqualTo(oud.zaak().zaaknummer());
        klopt(oud);
    }

    @Test
    void afsprakenLopenEnDeTweedeIsAfgehandeldOpHetSluitenNa() {
        Verhaal oud = verhaal(eerste);
        teruggemeld(oud);
        totAfspraken(oud);
        Verhaal nieuw = verhaal(doorNummer());
        totAfhandelen(nieuw);
        voegSamen(leerling(oud), leerling(nieuw));
        klopt(oud, nieuw);
        oud.wachtOp(AFSPRAKEN_VOLGEN, Rol.LEERPLICHTAMBTENAAR, "2026-04-10");
        oud.verstrijkt("verzuim.afspraken");
        oud.als(Rol.LEERPLICHTAMBTENAAR).rondAf(AFSPRAKEN_BEOORDELEN, beoordeling("ja", "helpend"));
        oud.als(Rol.LEERPLICHTAMBTENAAR).rondAf(AFHANDELEN, afhandeling("verzuim-geeindigd"));
        oud.isGesloten(Zaakstatus.AFGESLOTEN);
        assertThat(oud.berichten("afsluiting")).hasSize(2);
    }

    @Test
    void afsprakenVanDeJongsteGaanMee_alsDeOudsteNogOpEenOordeelWacht() {
        Verhaal oud = verhaal(eerste);
        Meldingsbouwer jong = doorNummer();
        Verhaal nieuw = verhaal(jong);
        teruggemeld(nieuw);
        totAfspraken(nieuw);
        voegSamen(leerling(oud), leerling(nieuw));
        assertThat(oud.openTaken()).containsExactly(AANPAK_KIEZEN, AFSPRAKEN_VOLGEN, TERUGMELDEN);
        oud.wachtOp(AFSPRAKEN_VOLGEN, Rol.LEERPLICHTAMBTENAAR, "2026-04-10");
        klopt(oud, nieuw);
        oud.verstrijkt("verzuim.afspraken");
        oud.als(Rol.LEERPLICHTAMBTENAAR).rondAf(AFSPRAKEN_BEOORDELEN, beoordeling("ja", "helpend"));
        assertThat(oud.openTaken()).containsExactly(AANPAK_KIEZEN, TERUGMELDEN);
        totAfhandelen(oud);
        oud.als(Rol.LEERPLICHTAMBTENAAR).rondAf(AFHANDELEN, afhandeling("verzuim-geeindigd"));
        oud.isGesloten(Zaakstatus.AFGESLOTEN);
        assertThat(berichten(jong)).containsExactly("terugmelding", "afsluiting");
    }

    @Test
    void deJongsteIsInGesprek_deOudsteStondOpHetSluiten_dusHetGesprekGaatDaarVerder() {
        Verhaal oud = verhaal(eerste);
        totAfhandelen(oud);
        Verhaal nieuw = verhaal(doorNummer());
        totGesprek(nieuw);
        voegSamen(leerling(oud), leerling(nieuw));
        assertThat(oud.openTaken()).containsExactly(GESPREK_UITNODIGEN, TERUGMELDEN);
        klopt(oud, nieuw);
    }

    @Test
    void geslotenZakenGaanMee() {
        Verhaal gesloten = verhaal(tweede.gemeldDoor("directeur"));
        totAfhandelen(gesloten);
        gesloten.als(Rol.LEERPLICHTAMBTENAAR).rondAf(AFHANDELEN, afhandeling("geen-ongeoorloofd-verzuim"));
        Verhaal open = verhaal(eerste);
        voegSamen(leerling(open), leerling(gesloten));
        assertThat(leerling(gesloten)).isEqualTo(leerling(open));
        assertThat(gesloten.zaak().uitkomst()).isEqualTo("geen-ongeoorloofd-verzuim");
        klopt(open, gesloten);
    }

    @Test
    void redenEnRechtEnKeuzeZijnNodig() {
        Verhaal een = verhaal(eerste);
        Verhaal ander = verhaal(tweede);
        Vergelijking v = samenvoeging.vergelijk(leerling(een), leerling(ander));
        assertThatThrownBy(() -> samenvoeging.voegSamen(leerling(een), leerling(ander), keuzes(v), v.kenmerk(), mens(Rol.ADMINISTRATIEF_MEDEWERKER)))
                .isInstanceOf(GeenRecht.class);
        assertThatThrownBy(() -> samenvoeging.voegSamen(leerling(een), leerling(ander), Map.of("reden", "kort"), v.kenmerk(), mens(Rol.COORDINATOR)))
                .isInstanceOf(OngeldigeInvoer.class);
        assertThatThrownBy(() -> samenvoeging.voegSamen(leerling(een), leerling(ander), Map.of("reden", REDEN), v.kenmerk(), mens(Rol.COORDINATOR)))
                .isInstanceOfSatisfying(OngeldigeInvoer.class, f -> assertThat(f.fouten()).extracting(nl.schoolgang.gemeente.Fout::veld)
                        .containsExactly("achternaam"));
        assertThatThrownBy(() -> samenvoeging.voegSamen(leerling(een), leerling(ander), keuzes(v), "oud", mens(Rol.COORDINATOR)))
                .isInstanceOf(Conflict.class);
        assertThat(leerling(een)).isNotEqualTo(leerling(ander));
    }

    @Test
    void nietZolangEenGebeurtenisWordtAfgehandeld() {
        Verhaal oud = verhaal(eerste);
        Verhaal nieuw = verhaal(tweede);
        nieuw.gebeurt(200, "soort", "verhuisd", "datum", "2026-03-01");
        assertThatThrownBy(() -> voegSamen(leerling(oud), leerling(nieuw))).isInstanceOf(Conflict.class)
                .hasMessageContaining(nieuw.zaak().zaaknummer()).hasMessageContaining("gebeurtenis");
        assertThat(oud.zaak().leerlingId()).isNotEqualTo(nieuw.zaak().leerlingId());
        klopt(oud, nieuw);
    }

    @Test
    void nooitMetZichzelfMetEenAnderBsnOfOverEenGrens() {
        Verhaal een = verhaal(eerste);
        Verhaal anderBsn = verhaal(verzuimmelding().in(Verhaal.BUNNIK));
        Verhaal elders = verhaal(verzuimmelding().in(Verhaal.NOORDOOSTPOLDER).onderwijsnummer(nl.schoolgang.Unieke.onderwijsnummer()));
        assertThatThrownBy(() -> voegSamen(leerling(een), leerling(een))).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> voegSamen(leerling(een), leerling(anderBsn))).isInstanceOf(Conflict.class).hasMessageContaining("eigen BSN");
        assertThatThrownBy(() -> voegSamen(leerling(een), leerling(elders))).isInstanceOf(Conflict.class).hasMessageContaining("gemeenten");
        klopt(een, anderBsn, elders);
    }
}
