package nl.schoolgang.melding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import nl.schoolgang.Databanktest;
import nl.schoolgang.dossier.Dossiers;
import nl.schoolgang.dossier.Dossierstuk;
import nl.schoolgang.gemeente.Fout;
import nl.schoolgang.gemeente.Gemeente;
import nl.schoolgang.gemeente.Gemeenten;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.gemeente.Rol;
import nl.schoolgang.leerling.Leerlingen;
import nl.schoolgang.leerling.Onderwijsnummer;
import nl.schoolgang.zaak.Tijdlijn;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaken;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tests of the intake share: the rooms without an engine, two municipalities, a client, and short words for what they do. */
@Databanktest
@Import(Intakeomgeving.class)
abstract class Intakeproef {

    private static final AtomicInteger VOLGNUMMER = new AtomicInteger();
    static final Medewerker KLANT = klant("noordoostpolder", "bunnik");

    @Autowired
    Intake intake;
    @Autowired
    Meldingen meldingen;
    @Autowired
    Zaken zaken;
    @Autowired
    Tijdlijn tijdlijn;
    @Autowired
    Dossiers dossiers;
    @Autowired
    Leerlingen leerlingen;
    @Autowired
    Gemeenten gemeenten;
    @Autowired
    Verwerkingsproef procedure;
    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void gemeenten() {
        gemeenten.bewaar(new Gemeente("noordoostpolder", "Noordoostpolder", "noord"));
        gemeenten.bewaar(new Gemeente("bunnik", "Bunnik", "midden"));
    }

    @AfterEach
    void herstel() {
        procedure.bijNieuw = m -> { };
    }

    static Medewerker klant(String... gemeenten) {
        Map<String, Set<Rol>> rollen = new HashMap<>();
        List.of(gemeenten).forEach(g -> rollen.put(g, Set.of(Rol.KOPPELING)));
        return new Medewerker("klant", "Klant", null, rollen);
    }

    /** An onderwijsnummer that no other test has. */
    static String onderwijsnummer() {
        while (true) {
            String kandidaat = "10%07d".formatted(VOLGNUMMER.incrementAndGet());
            if (Onderwijsnummer.geldig(kandidaat)) {
                return kandidaat;
            }
        }
    }

    List<Aanname> tegelijk(int aantal, IntFunction<Aanname> werk) {
        ExecutorService draden = Executors.newFixedThreadPool(aantal);
        try {
            List<CompletableFuture<Aanname>> lopend = new ArrayList<>();
            IntStream.range(0, aantal).forEach(i -> lopend.add(CompletableFuture.supplyAsync(() -> werk.apply(i), draden)));
            return lopend.stream().map(CompletableFuture::join).toList();
        } finally {
            draden.shutdown();
        }
    }

    Aanname neemAan(Voorbeeld melding) {
        return neemAan(melding, KLANT);
    }

    Aanname neemAan(Voorbeeld melding, Medewerker door) {
        return intake.neemAan(melding.rij(), Meldingsvorm.VERZUIMMELDING, door);
    }

    Aanname kennisgeving(Voorbeeld kennisgeving) {
        return intake.neemAan(kennisgeving.rij(), Meldingsvorm.KENNISGEVING, KLANT);
    }

    Melding bewaard(Voorbeeld melding) {
        return meldingen.metNummer(melding.tekst("gemeente"), "duo", melding.tekst("meldingsnummer")).orElseThrow();
    }

    long sporen(Voorbeeld melding) {
        return jdbc.sql("select count(*) from melding_spoor where melding_id = ?").param(bewaard(melding).id()).query(Long.class).single();
    }

    List<Dossierstuk> stukken(Zaak zaak) {
        return dossiers.vanZaak(zaak.id(), new Medewerker("boa", "Boa", null, Map.of(zaak.gemeente(), Set.of(Rol.BOA))));
    }

    static void assertFout(String veld, ThrowingCallable werk) {
        Consumer<OngeldigeInvoer> eis = e -> assertThat(e.fouten()).extracting(Fout::veld).containsExactly(veld);
        assertThatThrownBy(werk).isInstanceOfSatisfying(OngeldigeInvoer.class, eis);
    }
}
