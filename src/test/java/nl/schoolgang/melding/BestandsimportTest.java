package nl.schoolgang.melding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.schoolgang.Databanktest;
import nl.schoolgang.Unieke;
import nl.schoolgang.gemeente.GeenRecht;
import nl.schoolgang.gemeente.Gemeente;
import nl.schoolgang.gemeente.Gemeenten;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Rol;
import nl.schoolgang.melding.Importrapport.Afwijzing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@Databanktest
@Import(Intakeomgeving.class)
class BestandsimportTest {

    private static final Medewerker KLANT = Intakeproef.klant("noordoostpolder", "bunnik");

    @Autowired
    private Bestandsimport bestandsimport;
    @Autowired
    private Gemeenten gemeenten;
    @Autowired
    private Verwerkingsproef procedure;
    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void gemeenten() {
        gemeenten.bewaar(new Gemeente("noordoostpolder", "Noordoostpolder", "noord"));
        gemeenten.bewaar(new Gemeente("bunnik", "Bunnik", "midden"));
    }

    @AfterEach
    void herstel() {
        procedure.bijNieuw = m -> { };
    }

    @Test
    void eenSlechteRegelHoudtEenGoedeNietTegen() {
        Voorbeeld goed = Voorbeeld.melding();
        Importrapport rapport = importeer(goed.regel(), Voorbeeld.melding().met("leerling.bsn", "123456789").met("begindatum", "2-2-2026").regel(),
                "te;weinig", Voorbeeld.melding().met("toelichting", "regel een\nregel twee").regel(), Voorbeeld.melding().met("soort", "x").regel(),
                goed.regel(), goed.met("uren", "30").regel());
        assertThat(rapport.aangenomen()).isEqualTo(2);
        assertThat(rapport.dubbel()).isEqualTo(1);
        assertThat(rapport.gewijzigd()).isEqualTo(1);
        assertThat(rapport.afgewezen()).extracting(Afwijzing::regel, Afwijzing::veld).containsExactly(tuple(3, "leerling.bsn"),
                tuple(3, "begindatum"), tuple(4, "regel"), tuple(7, "soort"));
        assertThat(rapport.afgewezen()).allSatisfy(a -> assertThat(a.reden()).isNotBlank());
    }

    @Test
    void bestandEnApiHerkennenElkaar(@Autowired Intake intake) {
        Voorbeeld melding = Voorbeeld.melding().met("toelichting", "zegt \"nee\"; écht");
        intake.neemAan(melding.rij(), Meldingsvorm.VERZUIMMELDING, KLANT);
        assertThat(importeer(melding.regel())).isEqualTo(new Importrapport(0, 1, 0, List.of()));
    }

    @Test
    void voorEenAndereGemeenteWordtDeRegelAfgewezen() {
        String bestand = Voorbeeld.kop() + "\n" + Voorbeeld.melding().regel() + "\n" + Voorbeeld.melding().met("gemeente", "bunnik").regel()
                + "\n" + Voorbeeld.melding().met("gemeente", "elders").regel() + "\n";
        Importrapport rapport = bestandsimport.importeer(bestand.getBytes(StandardCharsets.UTF_8), Intakeproef.klant("bunnik"));
        assertThat(rapport.aangenomen()).isEqualTo(1);
        assertThat(rapport.afgewezen()).extracting(Afwijzing::regel, Afwijzing::veld).containsExactly(tuple(2, "gemeente"), tuple(4, "gemeente"));
        assertThatThrownBy(() -> bestandsimport.importeer(bestand.getBytes(StandardCharsets.UTF_8),
                new Medewerker("a", "A", null, Map.of("bunnik", Set.of(Rol.AUDITOR))))).isInstanceOf(GeenRecht.class);
    }

    @Test
    void eenStoringInEenRegelIsEenEerlijkAntwoord() {
        Voorbeeld stuk = Voorbeeld.melding();
        procedure.bijNieuw = m -> {
            if (m.meldingsnummer().equals(stuk.tekst("meldingsnummer"))) {
                throw new IllegalStateException("Sem de Vries");
            }
        };
        Importrapport rapport = importeer(Voorbeeld.melding().regel(), stuk.regel(), Voorbeeld.melding().regel());
        assertThat(rapport.aangenomen()).isEqualTo(2);
        assertThat(rapport.afgewezen()).singleElement().satisfies(a -> {
            assertThat(a.regel()).isEqualTo(3);
            assertThat(a.reden()).contains("storing").doesNotContain("Vries");
        });
    }

    @Test
    void perLeerlingEnNummerBlijftDeVolgorde() {
        Voorbeeld melding = Voorbeeld.melding();
        List<String> regels = new ArrayList<>();
        for (int uren = 20; uren < 60; uren++) {
            regels.add(melding.met("uren", String.valueOf(uren)).regel());
            regels.add(Voorbeeld.melding().regel());
        }
        Importrapport rapport = importeer(regels.toArray(String[]::new));
        assertThat(rapport).isEqualTo(new Importrapport(41, 0, 39, List.of()));
        assertThat(jdbc.sql("select uren from melding where meldingsnummer = ?").param(melding.tekst("meldingsnummer"))
                .query(BigDecimal.class).single()).isEqualByComparingTo("59");
    }

    @Test
    void ketensRakenElkaarNiet() {
        Voorbeeld een = Voorbeeld.melding();
        Voorbeeld zelfdeKind = Voorbeeld.melding().met("leerling.bsn", een.tekst("leerling.bsn"));
        Voorbeeld zelfdeNummer = Voorbeeld.melding().met("meldingsnummer", zelfdeKind.tekst("meldingsnummer"));
        Voorbeeld los = Voorbeeld.melding();
        Map<Integer, Aanlevering> regels = new LinkedHashMap<>();
        int regel = 2;
        for (Voorbeeld v : List.of(een, los, zelfdeNummer, zelfdeKind)) {
            regels.put(regel++, Meldingcontrole.controleer(v.rij(), Meldingsvorm.VERZUIMMELDING, Set.of("noordoostpolder"),
                    Instant.parse("2026-03-02T08:00:00Z")));
        }
        assertThat(Ketens.van(regels)).containsExactlyInAnyOrder(List.of(2, 4, 5), List.of(3));
    }

    @Test
    @Tag("langzaam")
    void vijfduizendRegelsMetSlechteErtussen() {
        List<String> leerlingen = IntStream.range(0, 3000).mapToObj(i -> Unieke.bsn()).toList();
        List<String> regels = new ArrayList<>();
        List<String> goed = new ArrayList<>();
        Set<String> leerlingenMetGoed = new TreeSet<>();
        Set<Integer> slecht = new TreeSet<>();
        for (int i = 0; i < 5000; i++) {
            Voorbeeld melding = Voorbeeld.melding().met("leerling.bsn", leerlingen.get(i % leerlingen.size()));
            switch (i % 97 == 0 ? i % 4 : -1) {
                case 0 -> regels.add(melding.met("leerling.bsn", "123456789").regel());
                case 1 -> regels.add(melding.zonder("gemeldDoor").regel());
                case 2 -> regels.add(melding.regel() + ";teveel");
                case 3 -> regels.add("\"" + melding.regel());
                default -> {
                    regels.add(melding.regel());
                    goed.add(melding.tekst("meldingsnummer"));
                    leerlingenMetGoed.add(melding.tekst("leerling.bsn"));
                }
            }
            if (i % 97 == 0) {
                slecht.add(i + 2);
            }
        }
        byte[] bestand = ("\uFEFF" + Voorbeeld.kop() + "\r\n" + String.join("\r\n", regels)).getBytes(StandardCharsets.UTF_8);
        Importrapport rapport = bestandsimport.importeer(bestand, KLANT);

        assertThat(rapport.aangenomen()).isEqualTo(5000 - slecht.size());
        assertThat(rapport.dubbel() + rapport.gewijzigd()).isZero();
        assertThat(rapport.afgewezen()).extracting(Afwijzing::regel).containsExactlyElementsOf(slecht);
        // Every good line has one case, and all lines of a pupil the same.
        assertThat(jdbc.sql("select count(*), count(distinct leerling_id), count(distinct zaak_id) from melding where meldingsnummer in (:n)")
                .param("n", goed).query((rs, n) -> List.of(rs.getInt(1), rs.getInt(2), rs.getInt(3))).single())
                .isEqualTo(List.of(goed.size(), leerlingenMetGoed.size(), leerlingenMetGoed.size()));

        Importrapport nogEens = bestandsimport.importeer(bestand, KLANT);
        assertThat(nogEens.aangenomen() + nogEens.gewijzigd()).isZero();
        assertThat(nogEens.dubbel()).isEqualTo(5000 - slecht.size());
    }

    private Importrapport importeer(String... regels) {
        String bestand = Voorbeeld.kop() + "\n" + List.of(regels).stream().map(r -> r + "\n").collect(Collectors.joining());
        return bestandsimport.importeer(bestand.getBytes(StandardCharsets.UTF_8), KLANT);
    }
}
