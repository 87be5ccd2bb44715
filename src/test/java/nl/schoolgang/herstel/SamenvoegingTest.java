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
import static nl.schoolgang.verhaal.Antwoord.uitnodiging;
import static nl.schoolgang.verhaal.Meldingsbouwer.verzuimmelding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.gemeente.GeenRecht;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.gemeente.Rol;
import nl.schoolgang.leerling.Adres;
import nl.schoolgang.leerling.NieuweOuder;
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
        nieuw.als(Rol.LEERPLICHTAMBTENAAR).rondAf("gesprek-uitnodigen", uitnodiging("2026-03-02"));
        assertThat(nieuw.openTaken()).containsExactly("reactie-vastleggen", "terugmelden");
        voegSamen(leerling(oud), leerling(nieuw));
        // The called conversation cannot move: it begins anew, with its first step, and the term of the old invitation is watched no more.
        assertThat(oud.openTaken()).containsExactly(GESPREK_UITNODIGEN, TERUGMELDEN);
        assertThat(oud.lopend("verzuim.reactie-oproep")).isEmpty();
        assertThat(nieuw.lopend("verzuim.reactie-oproep")).isEmpty();
        klopt(oud, nieuw);
        oud.als(Rol.LEERPLICHTAMBTENAAR).rondAf("gesprek-uitnodigen", uitnodiging("2026-03-02"));
        oud.wachtOp("reactie-vastleggen", Rol.LEERPLICHTAMBTENAAR, oud.lopend("verzuim.reactie-oproep").get(0).laatsteDag().toString());
        klopt(oud, nieuw);
    }

    /** What stands by case and person, beyond tasks and terms: letters, what an event meant, the advice, the parents. */
    @Test
    void brievenGevolgenAdviesEnOudersGaanMee() {
        Verhaal oud = verhaal(eerste);
        Verhaal nieuw = verhaal(doorNummer());
        teruggemeld(nieuw);
        totAfspraken(nieuw);
        UUID gevolg = zaken.open(Verhaal.BUNNIK, "doorverwijzing", leerling(nieuw)).id();
        zaken.koppel(nieuw.zaak().id(), gevolg, "maatregel");
        jdbc.sql("insert into gebeurtenis_gevolg (zaak_id, maatregel_id, soort, effect, toelichting, moment) values (?, ?, 'ingetrokken', "
                + "'loopt-door', 'Verzonnen.', now())").params(nieuw.zaak().id(), gevolg).update();
        jdbc.sql("insert into vervolgadvies (zaak_id, maatregelen, toelichting, gemaakt_op) values (?, 'svb-melding', 'Verzonnen.', now())")
                .param(nieuw.zaak().id()).update();
        jdbc.sql("insert into maatregelkeuze (zaak_id, procedure) values (?, 'svb-melding')").param(nieuw.zaak().id()).update();
        jdbc.sql("insert into gebeurtenis_van_buiten (id, zaak_id, soort, datum, ontvangen, herroepen_op) values (gen_random_uuid(), ?, "
                + "'verhuisd', '2026-03-01', now(), now())").param(nieuw.zaak().id()).update();
        leerlingen.voegOuderToe(leerling(oud), ouder(), "moeder", true);
        leerlingen.voegOuderToe(leerling(nieuw), ouder(), "moeder", true);
        var klaar = brief(nieuw, "klaar");
        var weg = brief(nieuw, "verzonden");
        voegSamen(leerling(oud), leerling(nieuw));
        klopt(oud, nieuw);
        for (String tabel : new String[] {"gebeurtenis_gevolg", "vervolgadvies", "maatregelkeuze", "gebeurtenis_van_buiten"}) {
            assertThat(jdbc.sql("select distinct zaak_id from " + tabel + " where zaak_id in (?, ?)").params(oud.zaak().id(), nieuw.zaak().id())
                    .query(UUID.class).list()).as(tabel).containsExactly(oud.zaak().id());
        }
        assertThat(leerlingen.ouders(leerling(oud))).as("one mother, recorded twice").hasSize(1);
        assertThat(plaats(klaar)).as("what is dispatched later counts where the work goes on").isEqualTo(oud.zaak().id());
        assertThat(plaats(weg)).as("what went out says what it said").isEqualTo(nieuw.zaak().id());
        assertThat(jdbc.sql("select distinct leerling_id from brief where id in (?, ?)").params(klaar, weg).query(UUID.class).list())
                .containsExactly(leerling(oud));
    }

    private static NieuweOuder ouder() {
        return new NieuweOuder(Verhaal.BUNNIK, null, "Rima", null, "Verzinsel", null,
                new Adres("Bloesemweg", "1", "3981 XA", "Bunnik"), false, null, null, null, false, false);
    }

    private UUID brief(Verhaal verhaal, String status) {
        UUID document = UUID.randomUUID();
        jdbc.sql("insert into document (id, gemeente, leerling_id, naam, mediatype, sha256, inhoud, bewaard_op) values (?, ?, ?, 'brief.pdf', "
                + "'application/pdf', repeat('0', 64), ''::bytea, now())").params(document, Verhaal.BUNNIK, leerling(verhaal)).update();
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into brief (id, gemeente, zaak_id, leerling_id, code, titel, label, aan_soort, aan_naam, kanaal, status, document_id, "
                + "gegevens, gemaakt_op, verzonden_op) values (?, ?, ?, ?, 'contact-verzuim', 'Verzonnen', 'WPG', 'jongere', 'Verzonnen', 'post', ?, ?, "
                + "'{}'::jsonb, now(), case when ? = 'verzonden' then date '2026-03-02' end)")
                .params(id, Verhaal.BUNNIK, verhaal.zaak().id(), leerling(verhaal), status, document, status).update();
        return id;
    }

    private UUID plaats(UUID brief) {
        return jdbc.sql("select zaak_id from brief where id = ?").param(brief).query(UUID.class).single();
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
