package nl.schoolgang.melding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import nl.schoolgang.Testklok;
import nl.schoolgang.dossier.Dossierstuk;
import nl.schoolgang.dossier.Label;
import nl.schoolgang.gemeente.GeenRecht;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Rol;
import nl.schoolgang.melding.Aanname.Gevolg;
import nl.schoolgang.zaak.Gebeurtenis;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaakstatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;

class IntakeTest extends Intakeproef {

    @Autowired
    private Testklok klok;

    @Test
    void eenNieuweMeldingGeeftLeerlingZaakStukEnTijdlijn() {
        Voorbeeld melding = Voorbeeld.melding();
        Aanname aanname = neemAan(melding);

        assertThat(aanname.gevolg()).isEqualTo(Gevolg.AANGENOMEN);
        Melding bewaard = bewaard(melding);
        Zaak zaak = zaken.metId(bewaard.zaakId());
        assertThat(zaak.zaaknummer()).isEqualTo(aanname.zaaknummer());
        assertThat(zaak.procedure()).isEqualTo("relatief-verzuim");
        assertThat(leerlingen.metId(zaak.leerlingId())).satisfies(l -> {
            assertThat(l.bsn()).isEqualTo(melding.tekst("leerling.bsn"));
            assertThat(l.naam()).isEqualTo("Sem de Vries");
        });
        assertThat(bewaard.uren()).isEqualTo(new BigDecimal("18"));
        assertThat(bewaard.contact().naam()).isEqualTo("mentor 3B");
        assertThat(leerlingen.inschrijvingen(zaak.leerlingId())).singleElement()
                .satisfies(i -> assertThat(i.school().brin()).isEqualTo("01AB"));
        assertThat(tijdlijn.van(zaak.id())).singleElement().satisfies(g -> {
            assertThat(g.soort()).isEqualTo("melding-ontvangen");
            assertThat(g.omschrijving()).contains(bewaard.meldingsnummer()).doesNotContain("Vries");
            assertThat(g.meldingId()).isEqualTo(bewaard.id());
        });
        assertThat(stukken(zaak)).singleElement().satisfies(s -> {
            assertThat(s.label()).isEqualTo(Label.WPG);
            assertThat(s.inhoud()).containsEntry("reden", "ongeoorloofd afwezig").doesNotContainKey("leerling.bsn");
        });
        assertThat(procedure.over(bewaard.meldingsnummer())).singleElement().satisfies(a -> {
            assertThat(a.wat()).isEqualTo("nieuw");
            assertThat(a.nieuweZaak()).isTrue();
            assertThat(a.melding()).isEqualTo(bewaard);
        });
        assertThat(jdbc.sql("select m.inhoud::text from melding m where id = ?").param(bewaard.id()).query(String.class).single())
                .doesNotContain(melding.tekst("leerling.bsn"));
    }

    @Test
    void achttienPlusValtOnderDeAvg() {
        Voorbeeld melding = Voorbeeld.melding().met("soort", "rmc-18-plus").met("leerling.geboortedatum", "2006-05-14");
        neemAan(melding);
        Zaak zaak = zaken.metId(bewaard(melding).zaakId());
        assertThat(zaak.procedure()).isEqualTo("verzuim-18-plus");
        assertThat(stukken(zaak)).extracting(Dossierstuk::label).containsExactly(Label.AVG);
    }

    @Test
    void tweeMaalHetzelfdeIsEenMaal() {
        Voorbeeld melding = Voorbeeld.melding();
        Aanname eerste = neemAan(melding);
        Aanname tweede = neemAan(melding.met("uren", new BigDecimal("18.00")).met("toelichting", null).met("leerling.achternaam", " de Vries "));
        assertThat(tweede).isEqualTo(new Aanname(eerste.zaaknummer(), Gevolg.DUBBEL));
        assertThat(procedure.over(melding.tekst("meldingsnummer"))).hasSize(1);
        assertThat(sporen(melding)).isEqualTo(1);
    }

    @Test
    void andereInhoudWerktBijMetEenSpoorPerVeld() {
        Voorbeeld melding = Voorbeeld.melding();
        Aanname eerste = neemAan(melding);
        Aanname tweede = neemAan(melding.met("einddatum", "2026-02-27").met("uren", new BigDecimal("24.5")).zonder("reden")
                .met("leerling.achternaam", "de Vries-Bakker"));

        assertThat(tweede).isEqualTo(new Aanname(eerste.zaaknummer(), Gevolg.GEWIJZIGD));
        Melding bewaard = bewaard(melding);
        assertThat(bewaard.uren()).isEqualTo(new BigDecimal("24.5"));
        assertThat(bewaard.reden()).isNull();
        assertThat(leerlingen.metId(bewaard.leerlingId()).achternaam()).isEqualTo("de Vries-Bakker");
        assertThat(jdbc.sql("select veld, oud, nieuw from melding_spoor where melding_id = ? and veld is not null order by veld")
                .param(bewaard.id()).query((rs, n) -> new Wijziging(rs.getString(1), rs.getString(2), rs.getString(3))).list())
                .containsExactly(new Wijziging("einddatum", "2026-02-20", "2026-02-27"),
                        new Wijziging("leerling.achternaam", "de Vries", "de Vries-Bakker"),
                        new Wijziging("reden", "ongeoorloofd afwezig", null), new Wijziging("uren", "18", "24.5"));
        assertThat(procedure.over(bewaard.meldingsnummer())).last().satisfies(a -> {
            assertThat(a.wat()).isEqualTo("gewijzigd");
            assertThat(a.wijzigingen()).hasSize(4);
        });
        assertThat(tijdlijn.van(bewaard.zaakId())).extracting(Gebeurtenis::soort).containsExactly("melding-ontvangen", "melding-gewijzigd");
        assertThat(neemAan(melding).gevolg()).isEqualTo(Gevolg.DUBBEL);
    }

    @Test
    void eenWijzigingNaSluitingKomtBijDeProcedure() {
        Voorbeeld melding = Voorbeeld.melding();
        String zaaknummer = neemAan(melding).zaaknummer();
        zaken.sluit(bewaard(melding).zaakId(), Zaakstatus.AFGESLOTEN, "hersteld");
        assertThat(neemAan(melding.met("uren", BigDecimal.TEN))).isEqualTo(new Aanname(zaaknummer, Gevolg.GEWIJZIGD));
        assertThat(procedure.over(melding.tekst("meldingsnummer"))).last().satisfies(a -> {
            assertThat(a.wat()).isEqualTo("gewijzigd");
            assertThat(a.zaak().status()).isEqualTo(Zaakstatus.AFGESLOTEN);
        });
    }

    @Test
    void ingetrokkenEnWeerGeregistreerd() {
        Voorbeeld melding = Voorbeeld.melding();
        String zaaknummer = neemAan(melding).zaaknummer();
        assertThat(neemAan(melding.met("status", "ingetrokken"))).isEqualTo(new Aanname(zaaknummer, Gevolg.GEWIJZIGD));
        assertThat(bewaard(melding).isIngetrokken()).isTrue();
        assertThat(neemAan(melding).gevolg()).isEqualTo(Gevolg.DUBBEL);
        meldingen.afgewikkeld(bewaard(melding).id(), Instant.EPOCH);
        Instant eerst = bewaard(melding).ontvangen();
        klok.vooruit(Duration.ofDays(3));
        assertThat(neemAan(melding.met("status", "geregistreerd")).gevolg()).isEqualTo(Gevolg.GEWIJZIGD);
        assertThat(procedure.over(melding.tekst("meldingsnummer"))).extracting(Verwerkingsproef.Aanroep::wat)
                .containsExactly("nieuw", "ingetrokken", "nieuw");
        assertThat(bewaard(melding).afgewikkeldOp()).isNull();
        // Its terms begin now, and that they do is traced.
        assertThat(bewaard(melding).ontvangen()).isEqualTo(klok.instant()).isAfter(eerst);
        assertThat(procedure.over(melding.tekst("meldingsnummer"))).last()
                .satisfies(a -> assertThat(a.melding().ontvangen()).isEqualTo(klok.instant()));
        assertThat(jdbc.sql("select oud, nieuw from melding_spoor where melding_id = ? and wat = 'heropend'").param(bewaard(melding).id())
                .query((rs, n) -> List.of(rs.getString(1), rs.getString(2))).single()).containsExactly(eerst.toString(), klok.instant().toString());
    }

    @Test
    void naEenIntrekkingBuitenDeBronOmIsDezelfdeAanleveringEenHerhaling() {
        Voorbeeld melding = Voorbeeld.melding();
        Zaak zaak = zaken.metNummer(neemAan(melding).zaaknummer()).orElseThrow();
        assertThat(intake.trekIn(zaak, melding.tekst("meldingsnummer"), klok.instant(), KLANT).gevolg()).isEqualTo(Gevolg.GEWIJZIGD);
        assertThat(neemAan(melding).gevolg()).isEqualTo(Gevolg.DUBBEL);
        assertThat(neemAan(melding.met("uren", BigDecimal.TEN)).gevolg()).isEqualTo(Gevolg.GEWIJZIGD);
        assertThat(bewaard(melding).isIngetrokken()).isTrue();

        assertThat(neemAan(melding.met("status", "ingetrokken")).gevolg()).isEqualTo(Gevolg.DUBBEL);
        assertThat(neemAan(melding.met("status", "geregistreerd")).gevolg()).isEqualTo(Gevolg.GEWIJZIGD);
        assertThat(bewaard(melding).isIngetrokken()).isFalse();
        assertThat(procedure.over(melding.tekst("meldingsnummer"))).extracting(Verwerkingsproef.Aanroep::wat)
                .containsExactly("nieuw", "ingetrokken", "gewijzigd", "nieuw");
    }

    @Test
    void eenOnbekendeDieAlIngetrokkenIsGeeftGeenWerk() {
        Voorbeeld melding = Voorbeeld.melding().met("status", "ingetrokken");
        Aanname aanname = neemAan(melding);
        assertThat(aanname.gevolg()).isEqualTo(Gevolg.AANGENOMEN);
        assertThat(zaken.metNummer(aanname.zaaknummer())).hasValueSatisfying(z -> {
            assertThat(z.status()).isEqualTo(Zaakstatus.INGETROKKEN);
            assertThat(z.procesInstantieId()).isNull();
        });
        assertThat(procedure.over(melding.tekst("meldingsnummer"))).isEmpty();
        assertThat(bewaard(melding).afgewikkeldOp()).isNotNull();
        assertThat(neemAan(melding)).isEqualTo(new Aanname(aanname.zaaknummer(), Gevolg.DUBBEL));

        Voorbeeld lopend = Voorbeeld.melding();
        String zaaknummer = neemAan(lopend).zaaknummer();
        Voorbeeld erbij = Voorbeeld.melding().met("leerling.bsn", lopend.tekst("leerling.bsn")).met("status", "ingetrokken");
        assertThat(neemAan(erbij)).isEqualTo(new Aanname(zaaknummer, Gevolg.AANGENOMEN));
        assertThat(zaken.metNummer(zaaknummer).orElseThrow().status()).isEqualTo(Zaakstatus.OPEN);
    }

    @Test
    void eenTweedeMeldingVoegtZichBijDeOpenZaak() {
        Voorbeeld eerste = Voorbeeld.melding();
        Voorbeeld tweede = Voorbeeld.melding().met("leerling.bsn", eerste.tekst("leerling.bsn")).met("soort", "luxe");
        String zaaknummer = neemAan(eerste).zaaknummer();
        assertThat(neemAan(tweede)).isEqualTo(new Aanname(zaaknummer, Gevolg.AANGENOMEN));
        assertThat(procedure.over(tweede.tekst("meldingsnummer"))).singleElement().satisfies(a -> assertThat(a.nieuweZaak()).isFalse());
        assertThat(meldingen.vanZaak(bewaard(eerste).zaakId())).hasSize(2);
        assertThat(meldingen.eerdereInSchooljaar(bewaard(eerste).leerlingId(), bewaard(tweede).id())).isEqualTo(1);

        zaken.sluit(bewaard(eerste).zaakId(), Zaakstatus.AFGESLOTEN, "hersteld");
        Voorbeeld derde = Voorbeeld.melding().met("leerling.bsn", eerste.tekst("leerling.bsn"));
        assertThat(neemAan(derde).zaaknummer()).isNotEqualTo(zaaknummer);
    }

    @Test
    void hetNummerTeltPerGemeenteEnBron() {
        Voorbeeld melding = Voorbeeld.melding();
        neemAan(melding);
        assertThat(neemAan(Voorbeeld.melding().met("meldingsnummer", melding.tekst("meldingsnummer")).met("gemeente", "bunnik")).gevolg())
                .isEqualTo(Gevolg.AANGENOMEN);
        assertThat(kennisgeving(Voorbeeld.kennisgeving().met("meldingsnummer", melding.tekst("meldingsnummer"))).gevolg())
                .isEqualTo(Gevolg.AANGENOMEN);
    }

    @Test
    void eenMedewerkerHoeftGeenNummerTeBedenken() {
        Bronrij rij = Voorbeeld.kennisgeving().zonder("meldingsnummer").rij();
        assertThat(intake.kennisgeving(rij.velden(), KLANT).gevolg()).isEqualTo(Gevolg.AANGENOMEN);
    }

    @Test
    void alleenWieMagEnVoorEenGemeenteDieErIs() {
        assertThatThrownBy(() -> neemAan(Voorbeeld.melding().met("soort", "fout"), klant("bunnik"))).isInstanceOf(GeenRecht.class);
        assertThatThrownBy(() -> neemAan(Voorbeeld.melding(), new Medewerker("a", "A", null,
                Map.of("noordoostpolder", Set.of(Rol.AUDITOR, Rol.COORDINATOR))))).isInstanceOf(GeenRecht.class);
        assertFout("gemeente", () -> neemAan(Voorbeeld.melding().met("gemeente", "emmeloord"), klant("bunnik")));
    }

    @Test
    void watMisgaatLaatNietsAchter() {
        procedure.bijNieuw = m -> {
            throw new IllegalStateException("stuk");
        };
        Voorbeeld melding = Voorbeeld.melding();
        assertThatThrownBy(() -> neemAan(melding)).isInstanceOf(IllegalStateException.class);
        assertThat(leerlingen.metBsn("noordoostpolder", melding.tekst("leerling.bsn"))).isEmpty();
        assertThat(meldingen.metNummer("noordoostpolder", "duo", melding.tekst("meldingsnummer"))).isEmpty();

        procedure.bijNieuw = m -> { };
        assertThat(neemAan(melding).gevolg()).isEqualTo(Gevolg.AANGENOMEN);
    }

    @Test
    void eenBotsingInDeDatabankBegintOpnieuw() {
        AtomicInteger keer = new AtomicInteger();
        procedure.bijNieuw = m -> {
            if (keer.incrementAndGet() < 3) {
                throw new CannotAcquireLockException("botsing");
            }
        };
        assertThat(neemAan(Voorbeeld.melding()).gevolg()).isEqualTo(Gevolg.AANGENOMEN);
        assertThat(keer).hasValue(3);
    }

    @Test
    void dezelfdeMeldingTegelijkIsEenMelding() {
        Voorbeeld melding = Voorbeeld.melding();
        List<Aanname> aannames = tegelijk(8, i -> neemAan(melding));
        assertThat(aannames).extracting(Aanname::zaaknummer).containsOnly(aannames.get(0).zaaknummer());
        assertThat(aannames).filteredOn(a -> a.gevolg() == Gevolg.AANGENOMEN).hasSize(1);
        assertThat(aannames).filteredOn(a -> a.gevolg() == Gevolg.DUBBEL).hasSize(7);
        assertThat(procedure.over(melding.tekst("meldingsnummer"))).hasSize(1);
    }
}
