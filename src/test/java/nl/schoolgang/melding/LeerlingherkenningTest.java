package nl.schoolgang.melding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import nl.schoolgang.Unieke;
import nl.schoolgang.leerling.Leerling;
import nl.schoolgang.leerling.NieuweLeerling;
import nl.schoolgang.melding.Aanname.Gevolg;
import nl.schoolgang.zaak.Gebeurtenis;
import nl.schoolgang.zaak.Zaak;
import org.junit.jupiter.api.Test;

class LeerlingherkenningTest extends Intakeproef {

    @Test
    void eenNaamDieIemandAndersVerbeterdeBlijftStaan() {
        Voorbeeld melding = Voorbeeld.melding();
        neemAan(melding);
        Leerling l = leerlingen.metId(bewaard(melding).leerlingId());
        leerlingen.wijzig(new Leerling(l.id(), l.gemeente(), l.bsn(), null, "Semmy", "de", "Vries", l.geboortedatum(), l.geslacht(), l.adres(),
                null, null));
        neemAan(melding.met("leerling.voornamen", "Sam").met("leerling.achternaam", "Fries"));
        assertThat(leerlingen.metId(l.id()).naam()).isEqualTo("Semmy de Vries");
    }

    @Test
    void eenMeldingVerhuistNietNaarEenAndereLeerling() {
        Voorbeeld melding = Voorbeeld.melding();
        neemAan(melding);
        String was = melding.tekst("leerling.bsn");
        assertFout("leerling.bsn", () -> neemAan(melding.met("leerling.bsn", Unieke.bsn())));
        Voorbeeld ander = Voorbeeld.melding();
        neemAan(ander);
        assertFout("leerling.bsn", () -> neemAan(melding.met("leerling.bsn", ander.tekst("leerling.bsn"))));
        assertThat(neemAan(melding.met("leerling.bsn", was)).gevolg()).isEqualTo(Gevolg.DUBBEL);
    }

    @Test
    void onderwijsnummerEnBsnVindenDezelfdeLeerling() {
        String onderwijsnummer = onderwijsnummer();
        Voorbeeld eerst = Voorbeeld.melding().zonder("leerling.bsn").met("leerling.onderwijsnummer", onderwijsnummer);
        String zaaknummer = neemAan(eerst).zaaknummer();
        String bsn = Unieke.bsn();
        Voorbeeld beide = Voorbeeld.melding().met("leerling.bsn", bsn).met("leerling.onderwijsnummer", onderwijsnummer);
        assertThat(neemAan(beide).zaaknummer()).isEqualTo(zaaknummer);
        assertThat(neemAan(Voorbeeld.melding().met("leerling.bsn", bsn)).zaaknummer()).isEqualTo(zaaknummer);
        assertThat(neemAan(eerst.met("leerling.bsn", bsn)).gevolg()).isEqualTo(Gevolg.DUBBEL);

        assertFout("leerling.onderwijsnummer", () -> neemAan(Voorbeeld.melding().met("leerling.onderwijsnummer", onderwijsnummer)));
    }

    @Test
    void eenPersoonDieTweeKeerBekendIsHoudtNietsTegen() {
        String bsn = Unieke.bsn();
        String onderwijsnummer = onderwijsnummer();
        neemAan(Voorbeeld.melding().met("leerling.bsn", bsn));
        neemAan(Voorbeeld.melding().zonder("leerling.bsn").met("leerling.onderwijsnummer", onderwijsnummer));
        Voorbeeld beide = Voorbeeld.melding().met("leerling.bsn", bsn).met("leerling.onderwijsnummer", onderwijsnummer);
        assertThat(neemAan(beide).gevolg()).isEqualTo(Gevolg.AANGENOMEN);
        assertThat(neemAan(beide).gevolg()).isEqualTo(Gevolg.DUBBEL);
        Zaak een = zaken.vanLeerling(leerlingen.metBsn("noordoostpolder", bsn).orElseThrow().id()).get(0);
        Zaak twee = zaken.vanLeerling(leerlingen.metOnderwijsnummer("noordoostpolder", onderwijsnummer).orElseThrow().id()).get(0);
        assertThat(dubbelgangers(een)).singleElement().asString().contains(twee.zaaknummer());
        assertThat(dubbelgangers(twee)).singleElement().asString().contains(een.zaaknummer());
    }

    @Test
    void eenBsnDatLaterKomtWordtAangevuldMetEenSpoor() {
        Voorbeeld eerst = Voorbeeld.melding().zonder("leerling.bsn").met("leerling.onderwijsnummer", onderwijsnummer());
        neemAan(eerst);
        String bsn = Unieke.bsn();
        assertThat(neemAan(eerst.met("leerling.bsn", bsn)).gevolg()).isEqualTo(Gevolg.GEWIJZIGD);
        assertThat(jdbc.sql("select nieuw from melding_spoor where melding_id = ? and veld = 'leerling.bsn'").param(bewaard(eerst).id())
                .query(String.class).single()).isEqualTo("*****" + bsn.substring(5));
    }

    @Test
    void zonderNummerTellenNaamEnGeboortedatumAlsErEenIs() {
        Voorbeeld eerste = Voorbeeld.kennisgeving();
        String zaaknummer = kennisgeving(eerste).zaaknummer();
        assertThat(kennisgeving(eerste).gevolg()).isEqualTo(Gevolg.DUBBEL);
        Voorbeeld zelfdeKind = Voorbeeld.kennisgeving().met("leerling.achternaam", eerste.tekst("leerling.achternaam").toUpperCase());
        assertThat(kennisgeving(zelfdeKind)).isEqualTo(new Aanname(zaaknummer, Gevolg.AANGENOMEN));
        Voorbeeld anderKind = Voorbeeld.kennisgeving().met("leerling.achternaam", eerste.tekst("leerling.achternaam"))
                .met("leerling.voornamen", "Tom");
        assertThat(kennisgeving(anderKind).zaaknummer()).isNotEqualTo(zaaknummer);
        // Now there are two: who is meant is not certain, so a person is registered and somebody looks.
        Voorbeeld onzeker = Voorbeeld.kennisgeving().met("leerling.achternaam", eerste.tekst("leerling.achternaam"))
                .zonder("leerling.voornamen");
        assertThat(kennisgeving(onzeker).zaaknummer()).isNotEqualTo(zaaknummer);
        assertThat(kennisgeving(onzeker).gevolg()).isEqualTo(Gevolg.DUBBEL);
    }

    @Test
    void meldingenVanEenLeerlingTegelijkKomenInEenZaak() {
        String bsn = Unieke.bsn();
        List<Aanname> aannames = tegelijk(8, i -> neemAan(Voorbeeld.melding().met("leerling.bsn", bsn)));
        assertThat(aannames).extracting(Aanname::zaaknummer).containsOnly(aannames.get(0).zaaknummer());
        assertThat(aannames).allMatch(a -> a.gevolg() == Gevolg.AANGENOMEN);

        String naam = Unieke.naam("Tegelijk");
        List<Aanname> zonderNummer = tegelijk(8, i -> kennisgeving(Voorbeeld.kennisgeving().met("leerling.achternaam", naam)));
        assertThat(zonderNummer).extracting(Aanname::zaaknummer).containsOnly(zonderNummer.get(0).zaaknummer());
    }

    @Test
    void eenLeerlingVanElders() {
        String bsn = Unieke.bsn();
        leerlingen.registreer(new NieuweLeerling("bunnik", bsn, null, "Sem", null, "de Vries", LocalDate.of(2012, 5, 14), "m", null,
                null, null));
        neemAan(Voorbeeld.melding().met("leerling.bsn", bsn));
        assertThat(leerlingen.metBsn("noordoostpolder", bsn)).isPresent();
    }

    private List<String> dubbelgangers(Zaak zaak) {
        return tijdlijn.van(zaak.id()).stream().filter(g -> g.soort().equals(Dubbelganger.SOORT)).map(Gebeurtenis::omschrijving).toList();
    }
}
