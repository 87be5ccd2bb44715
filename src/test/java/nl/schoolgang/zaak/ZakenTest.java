package nl.schoolgang.zaak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import nl.schoolgang.Databanktest;
import nl.schoolgang.Testklok;
import nl.schoolgang.gemeente.Gemeente;
import nl.schoolgang.gemeente.Gemeenten;
import nl.schoolgang.gemeente.NietGevonden;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

@Databanktest
@Import({Zaken.class, Tijdlijn.class, Gemeenten.class})
class ZakenTest {

    @Autowired
    private Zaken zaken;
    @Autowired
    private Tijdlijn tijdlijn;
    @Autowired
    private Gemeenten gemeenten;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Testklok klok;

    private UUID leerling;

    @BeforeEach
    void leerling() {
        gemeenten.bewaar(new Gemeente("noordoostpolder", "Noordoostpolder", "noord"));
        gemeenten.bewaar(new Gemeente("bunnik", "Bunnik", "midden"));
        gemeenten.bewaar(new Gemeente("zeewolde", "Zeewolde", "midden"));
        leerling = UUID.randomUUID();
        jdbc.sql("insert into leerling (id, gemeente, achternaam, geboortedatum, aangemaakt_op) values (?, 'bunnik', 'Test', '2012-01-01', now())")
                .param(leerling).update();
    }

    @Test
    void eenZaakKrijgtEenNummerVanHaarGemeente() {
        assertThat(zaken.open("noordoostpolder", "relatief-verzuim", leerling).zaaknummer()).matches("NOP-2026-\\d{6}");
        assertThat(zaken.open("bunnik", "relatief-verzuim", leerling).zaaknummer()).matches("BUN-2026-\\d{6}");
        assertThat(zaken.open("zeewolde", "relatief-verzuim", leerling).zaaknummer()).matches("ZEE-2026-\\d{6}");
    }

    @Test
    void hetBeginVanHetNummerStaatBijDeGemeente() {
        jdbc.sql("update gemeente set zaaknummer_voorvoegsel = 'ZWD' where code = 'zeewolde'").update();
        gemeenten.bewaar(new Gemeente("zeewolde", "Zeewolde", "midden"));
        assertThat(zaken.open("zeewolde", "gesprek", leerling).zaaknummer()).matches("ZWD-2026-\\d{6}");
        jdbc.sql("update gemeente set zaaknummer_voorvoegsel = 'ZEE' where code = 'zeewolde'").update();
    }

    @Test
    void eenLeerlingHeeftEenOpenZaakVanRelatiefVerzuim() {
        Zaak eerste = zaken.open("bunnik", "relatief-verzuim", leerling);
        assertThat(zaken.openZaak("bunnik", "relatief-verzuim", leerling)).contains(eerste);
        assertThatThrownBy(() -> zaken.open("bunnik", "relatief-verzuim", leerling)).isInstanceOf(DuplicateKeyException.class);

        zaken.sluit(eerste.id(), Zaakstatus.AFGESLOTEN, "hersteld");
        zaken.sluit(eerste.id(), Zaakstatus.INGETROKKEN, "te laat");
        assertThat(zaken.metId(eerste.id())).satisfies(z -> {
            assertThat(z.status()).isEqualTo(Zaakstatus.AFGESLOTEN);
            assertThat(z.uitkomst()).isEqualTo("hersteld");
            assertThat(z.geslotenOp()).isEqualTo(klok.instant());
        });
        Zaak tweede = zaken.open("bunnik", "relatief-verzuim", leerling);
        assertThat(zaken.vanLeerling(leerling)).extracting(Zaak::id).containsExactlyInAnyOrder(eerste.id(), tweede.id());
    }

    @Test
    void koppelingenGaanTweeKantenOp() {
        Zaak een = zaken.open("bunnik", "relatief-verzuim", leerling);
        Zaak ander = zaken.open("bunnik", "halt-verwijzing", leerling);
        zaken.koppel(een.id(), ander.id(), "maatregel");
        zaken.koppel(een.id(), ander.id(), "maatregel");
        assertThat(zaken.gekoppeld(een.id())).extracting(Zaak::id).containsExactly(ander.id());
        assertThat(zaken.gekoppeld(ander.id())).extracting(Zaak::id).containsExactly(een.id());
    }

    @Test
    void procesEnTijdlijnHorenBijDeZaak() {
        Zaak zaak = zaken.open("bunnik", "relatief-verzuim", leerling);
        zaken.koppelProces(zaak.id(), "proces-1");
        tijdlijn.noteer(zaak.id(), "een", "Eerst dit", null, null);
        klok.vooruit(Duration.ofMinutes(1));
        tijdlijn.noteer(zaak.id(), "twee", "Dan dat", "iemand", null);
        assertThat(zaken.metNummer(zaak.zaaknummer())).hasValueSatisfying(z -> assertThat(z.procesInstantieId()).isEqualTo("proces-1"));
        assertThat(tijdlijn.van(zaak.id())).extracting(Gebeurtenis::soort).isEqualTo(List.of("een", "twee"));
        assertThatThrownBy(() -> zaken.metId(UUID.randomUUID())).isInstanceOf(NietGevonden.class);
        assertThat(zaken.metNummer("NOP-1999-000001")).isEmpty();
    }
}
