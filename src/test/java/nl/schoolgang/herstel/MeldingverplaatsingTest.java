package nl.schoolgang.herstel;

import static nl.schoolgang.modellen.RelatiefVerzuimModel.AANPAK_KIEZEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.AFHANDELEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.CONTACT_MELDER;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.CONTACT_OUDERS;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.TERUGMELDEN;
import static nl.schoolgang.verhaal.Antwoord.afhandeling;
import static nl.schoolgang.verhaal.Antwoord.contactMelder;
import static nl.schoolgang.verhaal.Meldingsbouwer.verzuimmelding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.gemeente.GeenRecht;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.gemeente.Rol;
import nl.schoolgang.leerling.NieuweLeerling;
import nl.schoolgang.termijn.Termijnstatus;
import nl.schoolgang.verhaal.Meldingsbouwer;
import nl.schoolgang.verhaal.Verhaal;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaakstatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A melding that came in about the wrong child goes to the right one, in every phase of the case that it leaves. */
class MeldingverplaatsingTest extends Herstelproef {

    private final Meldingsbouwer melding = verzuimmelding().in(Verhaal.BUNNIK).gemeldDoor("mentor");

    @Autowired
    private Meldingverplaatsing verplaatsing;

    private UUID juisteLeerling() {
        return leerlingen.registreer(new NieuweLeerling(Verhaal.BUNNIK, nl.schoolgang.Unieke.bsn(), null, "Tess",
                null, nl.schoolgang.Unieke.naam("Juist"), java.time.LocalDate.of(2012, 5, 14), null, null, null, null));
    }

    private Verhaal verplaats(Verhaal van, UUID naar, boolean correctie) {
        Zaak zaak = verplaatsing.verplaats(van.zaak(), melding(melding), naar, correctie, REDEN, mens(Rol.LEERPLICHTAMBTENAAR));
        return van.metZaak(zaak.id());
    }

    @Test
    void teruggemeldBlijftTeruggemeld_enHetContactBegintOpnieuwMetDeJuisteOuders() {
        Verhaal fout = verhaal(melding);
        teruggemeld(fout);
        totContact(fout);
        fout.verstrijkt("verzuim.contact-ouders");
        UUID wie = juisteLeerling();

        Verhaal goed = verplaats(fout, wie, false);

        assertThat(goed.zaak().leerlingId()).isEqualTo(wie);
        assertThat(goed.openTaken()).containsExactly(AANPAK_KIEZEN, CONTACT_MELDER);
        assertThat(goed.termijnen()).filteredOn(t -> t.code().equals("verzuim.contact-ouders")).singleElement()
                .satisfies(t -> assertThat(t.status()).isEqualTo(Termijnstatus.OVERSCHREDEN));
        assertThat(fout.zaak().status()).isEqualTo(Zaakstatus.INGETROKKEN);
        assertThat(fout.zaak().uitkomst()).isEqualTo("melding-verplaatst");
        assertThat(fout.openTaken()).isEmpty();
        // Of the melding nothing is left in the wrong dossier but that there was one.
        assertThat(jdbc.sql("select titel || inhoud::text from dossierstuk where leerling_id = ?").param(fout.zaak().leerlingId())
                .query(String.class).list()).noneMatch(s -> s.contains(melding.meldingsnummer()) || s.contains("Verzonnen"));
        assertThat(jdbc.sql("select omschrijving from zaak_gebeurtenis where zaak_id = ?").param(fout.zaak().id()).query(String.class).list())
                .noneMatch(s -> s.contains(melding.meldingsnummer())).anyMatch(s -> s.contains("andere leerling"));
        klopt(fout, goed);

        goed.als(Rol.LEERPLICHTAMBTENAAR).rondAf(CONTACT_MELDER, contactMelder());
        totContact(goed);
        goed.als(Rol.LEERPLICHTAMBTENAAR).rondAf(CONTACT_OUDERS, nl.schoolgang.verhaal.Antwoord.contact("geoorloofd", true));
        goed.als(Rol.LEERPLICHTAMBTENAAR).rondAf(AFHANDELEN, afhandeling("geen-ongeoorloofd-verzuim"));
        goed.isGesloten(Zaakstatus.AFGESLOTEN);
        assertThat(berichten(melding)).containsExactly("terugmelding", "afsluiting");
    }

    @Test
    void naGesprekEnAfspraken_metEenBerichtVanCorrectieGaatDeVerkeerdeZaakNaarAfhandelen() {
        Verhaal fout = verhaal(verzuimmelding().in(Verhaal.BUNNIK));
        fout = verhaal(melding);
        teruggemeld(fout);
        fout.als(Rol.LEERPLICHTAMBTENAAR).rondAf(CONTACT_MELDER, contactMelder());
        totAfspraken(fout);
        Verhaal goed = verplaats(fout, juisteLeerling(), true);
        assertThat(fout.openTaken()).containsExactly(AFHANDELEN);
        assertThat(goed.openTaken()).containsExactly(AANPAK_KIEZEN);
        klopt(fout, goed);
        fout.als(Rol.LEERPLICHTAMBTENAAR).rondAf(AFHANDELEN, afhandeling("geen-ongeoorloofd-verzuim"));
        fout.isGesloten(Zaakstatus.INGETROKKEN);
        assertThat(berichten(melding)).containsExactly("terugmelding");
    }

    @Test
    void eenGeslotenZaakStaatDeMeldingAf_enDeOpenZaakVanDeJuisteNeemtHaarOp() {
        Verhaal fout = verhaal(melding);
        fout.als(Rol.LEERPLICHTAMBTENAAR).rondAf(CONTACT_MELDER, contactMelder());
        totAfhandelen(fout);
        fout.als(Rol.LEERPLICHTAMBTENAAR).rondAf(AFHANDELEN, afhandeling("geen-ongeoorloofd-verzuim"));
        Verhaal goed = verhaal(verzuimmelding().in(Verhaal.BUNNIK));
        assertThat(verplaats(fout, goed.zaak().leerlingId(), false).zaak().id()).isEqualTo(goed.zaak().id());
        assertThat(goed.openTaken()).containsExactly(AANPAK_KIEZEN, AANPAK_KIEZEN, TERUGMELDEN);
        assertThat(fout.zaak().status()).isEqualTo(Zaakstatus.AFGESLOTEN);
        klopt(fout, goed);
    }

    @Test
    void deAndereMeldingVanDeVerkeerdeZaakBlijft() {
        Verhaal fout = verhaal(melding);
        Meldingsbouwer tweede = verzuimmelding().van(melding);
        fout.lever(tweede, 201);
        Verhaal goed = verplaats(fout, juisteLeerling(), false);
        assertThat(fout.openTaken()).containsExactly(AANPAK_KIEZEN, TERUGMELDEN);
        assertThat(goed.openTaken()).containsExactly(AANPAK_KIEZEN, CONTACT_MELDER, TERUGMELDEN);
        klopt(fout, goed);
    }

    @Test
    void watDeBronLaterOverDeVerkeerdeLevertVindtDeVerplaatsteMelding() {
        Verhaal fout = verhaal(melding);
        UUID wie = juisteLeerling();
        String bsn = leerlingen.metId(wie).bsn();
        Verhaal goed = verplaats(fout, wie, false);
        assertThat(fout.lever(melding, 200).get("zaaknummer").textValue()).isEqualTo(goed.zaak().zaaknummer());
        assertThat(fout.lever(melding.kopie().uren(25), 200).get("zaaknummer").textValue()).isEqualTo(goed.zaak().zaaknummer());
        assertThat(leerlingen.metId(wie).bsn()).isEqualTo(bsn);
        assertThat(leerlingen.metId(wie).achternaam()).startsWith("Juist");
        assertThat(zaakVan(melding).leerlingId()).isEqualTo(wie);
        // And its withdrawal ends the work where it is now.
        fout.lever(melding.kopie().uren(25).status("ingetrokken"), 200);
        assertThat(goed.openTaken()).containsExactly(AFHANDELEN);
        klopt(fout, goed);
    }

    @Test
    void redenRechtEnEenLeerlingVanHierZijnNodig() {
        Verhaal fout = verhaal(melding);
        UUID wie = juisteLeerling();
        UUID elders = verhaal(verzuimmelding().in(Verhaal.NOORDOOSTPOLDER)).zaak().leerlingId();
        UUID id = melding(melding);
        assertThatThrownBy(() -> verplaatsing.verplaats(fout.zaak(), id, wie, false, REDEN, mens(Rol.ADMINISTRATIEF_MEDEWERKER)))
                .isInstanceOf(GeenRecht.class);
        assertThatThrownBy(() -> verplaatsing.verplaats(fout.zaak(), id, wie, false, " ", mens(Rol.COORDINATOR))).isInstanceOf(OngeldigeInvoer.class);
        assertThatThrownBy(() -> verplaats(fout, elders, false)).isInstanceOf(Conflict.class).hasMessageContaining("gemeente");
        assertThatThrownBy(() -> verplaats(fout, fout.zaak().leerlingId(), false)).isInstanceOf(Conflict.class);
        Zaak was = fout.zaak();
        verplaats(fout, wie, false);
        assertThatThrownBy(() -> verplaatsing.verplaats(was, id, juisteLeerling(), false, REDEN, mens(Rol.COORDINATOR))).isInstanceOf(Conflict.class)
                .hasMessageContaining("niet meer in deze zaak");
    }
}
