package nl.schoolgang.bericht;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.schoolgang.Databanktest;
import nl.schoolgang.Testklok;
import nl.schoolgang.gemeente.Gemeente;
import nl.schoolgang.gemeente.Gemeenten;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Databanktest
@Import({Berichten.class, Zaken.class, Gemeenten.class})
class VerzendingTest {

    @TempDir
    private Path map;
    @Autowired
    private Berichten berichten;
    @Autowired
    private Zaken zaken;
    @Autowired
    private Gemeenten gemeenten;
    @Autowired
    private ObjectMapper json;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Testklok klok;
    @Autowired
    private PlatformTransactionManager transacties;

    private TransactionTemplate transactie;
    private Zaak zaak;
    private Path doel;
    private Verzending verzending;

    @BeforeEach
    void zaak() {
        transactie = new TransactionTemplate(transacties);
        gemeenten.bewaar(new Gemeente("bunnik", "Bunnik", "midden"));
        UUID leerling = UUID.randomUUID();
        jdbc.sql("insert into leerling (id, gemeente, achternaam, geboortedatum, aangemaakt_op) values (?, 'bunnik', 'Test', '2012-01-01', now())")
                .param(leerling).update();
        zaak = zaken.open("bunnik", "relatief-verzuim", leerling);
        doel = map.resolve("uit");
        verzending = new Verzending(berichten, zaken, json, transacties, klok, doel);
        // Leave nothing of another test to be sent here.
        jdbc.sql("update bericht set status = 'mislukt' where status = 'klaar'").update();
    }

    @Test
    void elkBerichtWordtEenBestandMetZijnEigenNummer() throws Exception {
        UUID id = zetKlaar();
        assertThat(verzending.verzendAlles()).isEqualTo(1);

        JsonNode bestand = json.readTree(doel.resolve(id + ".json").toFile());
        assertThat(bestand.path("id").asText()).isEqualTo(id.toString());
        assertThat(bestand.path("aan").asText()).isEqualTo("duo");
        assertThat(bestand.path("zaaknummer").asText()).isEqualTo(zaak.zaaknummer());
        assertThat(bestand.path("inhoud").path("actie").asText()).isEqualTo("gesprek");
        assertThat(bericht().status()).isEqualTo(Berichtstatus.VERZONDEN);
        assertThat(bericht().verzondenOp()).isEqualTo(klok.instant());
        try (var bestanden = Files.list(doel)) {
            assertThat(bestanden).hasSize(1);
        }
        assertThat(verzending.verzendAlles()).isZero();
    }

    @Test
    void watTeruggedraaidIsGaatNietWeg() {
        transactie.executeWithoutResult(status -> {
            berichten.zetKlaar(zaak.id(), "bunnik", null, "terugmelding", "duo", Map.of());
            status.setRollbackOnly();
        });
        assertThat(verzending.verzendAlles()).isZero();
        assertThat(berichten.vanZaak(zaak.id())).isEmpty();
        assertThatThrownBy(() -> berichten.zetKlaar(zaak.id(), "bunnik", null, "terugmelding", "duo", Map.of()))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void watMisluktWordtMetLangerePauzesHerhaald() throws Exception {
        UUID id = zetKlaar();
        Files.writeString(doel, "geen map");
        assertThat(verzending.verzendAlles()).isZero();
        assertThat(bericht().pogingen()).isEqualTo(1);
        assertThat(bericht().volgendePoging()).isEqualTo(klok.instant().plus(Duration.ofMinutes(1)));
        assertThat(bericht().fout()).isNotBlank();

        klok.vooruit(Duration.ofSeconds(59));
        verzending.verzendAlles();
        assertThat(bericht().pogingen()).isEqualTo(1);
        klok.vooruit(Duration.ofSeconds(1));
        verzending.verzendAlles();
        assertThat(bericht().pogingen()).isEqualTo(2);
        assertThat(bericht().volgendePoging()).isEqualTo(klok.instant().plus(Duration.ofMinutes(2)));

        Files.delete(doel);
        klok.vooruit(Duration.ofMinutes(2));
        assertThat(verzending.verzendAlles()).isEqualTo(1);
        assertThat(doel.resolve(id + ".json")).exists();
        assertThat(bericht().fout()).isNull();
    }

    @Test
    void naTienPogingenWachtHetOpEenMens() throws Exception {
        zetKlaar();
        Files.writeString(doel, "geen map");
        for (int poging = 0; poging < Verzending.MEESTE_POGINGEN; poging++) {
            verzending.verzendAlles();
            klok.vooruit(Duration.ofHours(6));
        }
        assertThat(bericht().status()).isEqualTo(Berichtstatus.MISLUKT);
        assertThat(bericht().pogingen()).isEqualTo(Verzending.MEESTE_POGINGEN);
        Files.delete(doel);
        assertThat(verzending.verzendAlles()).isZero();
    }

    @Test
    void eenBerichtDatStukIsHoudtDeRestNietOp() {
        UUID stuk = zetKlaar();
        jdbc.sql("update bericht set inhoud = '[]', aangemaakt_op = aangemaakt_op - interval '1 day' where id = ?").param(stuk).update();
        UUID heel = zetKlaar();

        assertThat(verzending.verzendAlles()).isEqualTo(1);
        assertThat(doel.resolve(heel + ".json")).exists();
        assertThat(berichten.metId(heel).status()).isEqualTo(Berichtstatus.VERZONDEN);
        assertThat(jdbc.sql("select status || pogingen || fout from bericht where id = ?").param(stuk).query(String.class).single())
                .isEqualTo("klaar1IllegalStateException");
        assertThat(verzending.verzendAlles()).isZero();
    }

    @Test
    void allesWatKlaarStaatGaatInEenRonde() {
        for (int i = 0; i < 5; i++) {
            zetKlaar();
        }
        assertThat(verzending.verzendAlles()).isEqualTo(5);
    }

    @Test
    void dePauzeGroeitTotZesUur() {
        assertThat(List.of(Verzending.pauze(0), Verzending.pauze(1), Verzending.pauze(5), Verzending.pauze(9), Verzending.pauze(1000)))
                .containsExactly(Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(32), Duration.ofHours(6), Duration.ofHours(6));
    }

    private UUID zetKlaar() {
        return transactie.execute(s -> berichten.zetKlaar(zaak.id(), "bunnik", null, "terugmelding", "duo", Map.of("actie", "gesprek")));
    }

    private Bericht bericht() {
        return berichten.vanZaak(zaak.id()).get(0);
    }
}
