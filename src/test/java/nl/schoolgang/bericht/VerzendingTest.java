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
import nl.schoolgang.zaak.Zaak;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;

@Databanktest
@Import(Berichtproef.class)
class VerzendingTest {

    @TempDir
    private Path map;
    @Autowired
    private Berichtproef proef;
    @Autowired
    private Berichten berichten;
    @Autowired
    private ObjectMapper json;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Testklok klok;

    private Zaak zaak;
    private Path doel;
    private Verzending verzending;

    @BeforeEach
    void zaak() {
        zaak = proef.zaak();
        doel = map.resolve("uit");
        verzending = proef.verzending(proef.bestanden(doel));
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
        proef.transactie().executeWithoutResult(status -> {
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
        assertThat(proef.bericht(heel).status()).isEqualTo(Berichtstatus.VERZONDEN);
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
        return proef.transactie().execute(s -> berichten.zetKlaar(zaak.id(), "bunnik", null, "terugmelding", "duo", Map.of("actie", "gesprek")));
    }

    private Bericht bericht() {
        return berichten.vanZaak(zaak.id()).get(0);
    }
}
