package nl.schoolgang.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.schoolgang.Databanktest;
import nl.schoolgang.Unieke;
import nl.schoolgang.gemeente.Gemeente;
import nl.schoolgang.gemeente.Gemeenten;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Medewerkers;
import nl.schoolgang.gemeente.Rol;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@Databanktest
@Import({Dossiers.class, Verwerkingslog.class, Gemeenten.class, Medewerkers.class})
class DossiersTest {

    @Autowired
    private Dossiers dossiers;
    @Autowired
    private Medewerkers medewerkers;
    @Autowired
    private Gemeenten gemeenten;
    @Autowired
    private JdbcClient jdbc;

    private final UUID leerling = UUID.randomUUID();

    @BeforeEach
    void leerlingMetDrieStukken() {
        gemeenten.bewaar(new Gemeente("bunnik", "Bunnik", "midden"));
        gemeenten.bewaar(new Gemeente("noordoostpolder", "Noordoostpolder", "noord"));
        jdbc.sql("insert into leerling (id, gemeente, achternaam, geboortedatum, aangemaakt_op) values (?, 'bunnik', 'Test', '2012-01-01', now())")
                .param(leerling).update();
        Map<String, Object> inhoud = new HashMap<>();
        inhoud.put("verslag", "geheim \"verslag\"");
        inhoud.put("leeg", null);
        for (Label label : Label.values()) {
            dossiers.voegToe(new NieuwDossierstuk("bunnik", leerling, null, null, "gesprek", "Stuk " + label, label, inhoud, null, "iemand"));
        }
    }

    @Test
    void zonderAutorisatieAlleenWatOnderDeAvgValt() {
        assertThat(zichtbaar(medewerker("bunnik", Rol.LEERPLICHTAMBTENAAR))).containsExactlyInAnyOrder(Label.AVG);
    }

    @Test
    void metSchriftelijkeAutorisatieOokPolitiegegevens() {
        Medewerker wie = medewerker("bunnik", Rol.LEERPLICHTAMBTENAAR);
        medewerkers.autoriseer(wie.gebruikersnaam(), "bunnik", "leerplicht", "toezicht", "alle", LocalDate.of(2026, 3, 2));
        assertThat(zichtbaar(wie)).containsExactlyInAnyOrder(Label.AVG, Label.WPG);
    }

    @Test
    void eenAutorisatieDieNogNietGeldtTeltNiet() {
        Medewerker wie = medewerker("bunnik", Rol.COORDINATOR);
        medewerkers.autoriseer(wie.gebruikersnaam(), "bunnik", "leerplicht", "toezicht", "alle", LocalDate.of(2026, 3, 3));
        assertThat(zichtbaar(wie)).containsExactly(Label.AVG);
    }

    @Test
    void eenBoaZietAlles() {
        assertThat(zichtbaar(medewerker("bunnik", Rol.BOA))).containsExactlyInAnyOrder(Label.values());
    }

    @Test
    void eenAutorisatieMaaktNiemandBoa() {
        Medewerker elders = new Medewerker(medewerker("bunnik", Rol.LEERPLICHTAMBTENAAR).gebruikersnaam(), "Elders boa", null,
                Map.of("bunnik", Set.of(Rol.LEERPLICHTAMBTENAAR), "noordoostpolder", Set.of(Rol.BOA)));
        medewerkers.autoriseer(elders.gebruikersnaam(), "bunnik", "leerplicht", "toezicht", "alle", LocalDate.of(2026, 1, 1));
        assertThat(zichtbaar(elders)).containsExactlyInAnyOrder(Label.AVG, Label.WPG);
    }

    @Test
    void wieEldersWerktOfGeenLeerlingenMagZienZietNiets() {
        assertThat(dossiers.vanLeerling(leerling, medewerker("noordoostpolder", Rol.BOA))).isEmpty();
        assertThat(dossiers.vanLeerling(leerling, medewerker("bunnik", Rol.AUDITOR))).isEmpty();
        assertThat(dossiers.vanLeerling(leerling, medewerker("bunnik", Rol.KOPPELING))).isEmpty();
    }

    @Test
    void watAfgeschermdIsVerraadtNiets() {
        assertThat(dossiers.vanLeerling(leerling, medewerker("bunnik", Rol.RMC_CONSULENT))).hasSize(3)
                .filteredOn(Dossierstuk::isAfgeschermd).hasSize(2).allSatisfy(s -> {
                    assertThat(s.titel()).isEqualTo("Afgeschermd");
                    assertThat(s.inhoud()).isEmpty();
                    assertThat(s.opsteller()).isNull();
                });
        assertThat(dossiers.vanLeerling(leerling, medewerker("bunnik", Rol.BOA)))
                .allSatisfy(s -> assertThat(s.inhoud()).isEqualTo(Map.of("verslag", "geheim \"verslag\"")));
    }

    @Test
    void watBeleidAanEenRolGeeftMagDieRolLezen() {
        dossiers.voegToe(new NieuwDossierstuk("bunnik", leerling, null, null, "halt", "Halt", Label.STRAFRECHT,
                Map.of(Dossierstuk.UITVOERDER, "leerplichtambtenaar"), null, "iemand"));
        assertThat(dossiers.vanLeerling(leerling, medewerker("bunnik", Rol.LEERPLICHTAMBTENAAR))).filteredOn(s -> !s.isAfgeschermd())
                .extracting(Dossierstuk::titel).containsExactlyInAnyOrder("Stuk AVG", "Halt");
        assertThat(zichtbaar(medewerker("bunnik", Rol.COORDINATOR))).containsExactly(Label.AVG);
    }

    @Test
    void wieEenStukMaakteMagHetTeruglezen() {
        Medewerker ik = medewerker("bunnik", Rol.LEERPLICHTAMBTENAAR);
        dossiers.voegToe(new NieuwDossierstuk("bunnik", leerling, null, null, "halt", "Van mij", Label.STRAFRECHT, Map.of(), null,
                ik.gebruikersnaam()));
        assertThat(dossiers.vanLeerling(leerling, ik)).filteredOn(s -> !s.isAfgeschermd()).extracting(Dossierstuk::titel)
                .containsExactlyInAnyOrder("Stuk AVG", "Van mij");
        assertThat(zichtbaar(medewerker("bunnik", Rol.LEERPLICHTAMBTENAAR))).containsExactly(Label.AVG);
    }

    private Set<Label> zichtbaar(Medewerker wie) {
        return dossiers.vanLeerling(leerling, wie).stream().filter(s -> !s.isAfgeschermd()).map(Dossierstuk::label)
                .collect(Collectors.toSet());
    }

    private Medewerker medewerker(String gemeente, Rol rol) {
        Medewerker wie = new Medewerker(Unieke.naam("dossier-"), "Naam", null, Map.of(gemeente, Set.of(rol)));
        medewerkers.bewaar(wie, null);
        return wie;
    }
}
