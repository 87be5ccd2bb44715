package nl.schoolgang.melding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.schoolgang.gemeente.Fout;
import nl.schoolgang.gemeente.Gemeente;
import nl.schoolgang.gemeente.Gemeenten;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.gemeente.Rol;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The watched folder: a CSV file that is put into it is imported and moved to {@code verwerkt/}, or to {@code afgewezen/} when it cannot
 * be used as a whole; a report stands beside it. Killed half-way, the file is still there, and the next round finds its lines known.
 * As long as a fault of ours keeps lines out the file stays, and is tried again with growing pauses.
 */
@Component
class Intakemap {

    static final String GEBRUIKER = "bewaakte-map";

    private static final Logger LOG = LoggerFactory.getLogger(Intakemap.class);
    private static final long GROOTSTE_BESTAND = 64L * 1024 * 1024;
    private static final Duration LANGSTE_PAUZE = Duration.ofMinutes(30);
    private static final String RAPPORT = ".rapport.json";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");

    private final Path map;
    private final Bestandsimport bestandsimport;
    private final Gemeenten gemeenten;
    private final ObjectMapper json;
    private final Clock klok;
    private final Map<Path, Uitstel> uitgesteld = new HashMap<>();
    private Map<Path, Long> vorigeRonde = Map.of();

    private record Uitstel(int pogingen, Instant tot) {
    }

    Intakemap(@Value("${schoolgang.intake.map:${schoolgang.data:./data}/intake}") Path map, Bestandsimport bestandsimport,
              Gemeenten gemeenten, ObjectMapper json, Clock klok) {
        this.map = map;
        this.bestandsimport = bestandsimport;
        this.gemeenten = gemeenten;
        this.json = json;
        this.klok = klok;
    }

    /**
     * Imports every file that has not grown since the round before.
     *
     * @return how many files were dealt with
     */
    @Scheduled(initialDelayString = "${schoolgang.intake.elke:PT10S}", fixedDelayString = "${schoolgang.intake.elke:PT10S}")
    synchronized int verwerkAlles() {
        Map<Path, Long> dezeRonde = new TreeMap<>();
        int verwerkt = 0;
        try {
            Files.createDirectories(map);
            List<Path> bestanden = bestanden();
            uitgesteld.keySet().retainAll(bestanden);
            for (Path bestand : bestanden) {
                verwerkt += neem(bestand, dezeRonde) ? 1 : 0;
            }
        } catch (IOException e) {
            LOG.error("The watched folder {} cannot be worked; trying again later: {}", map, e.getClass().getSimpleName());
        }
        vorigeRonde = dezeRonde;
        return verwerkt;
    }

    /** One file that cannot be read or put away holds up no other. */
    private boolean neem(Path bestand, Map<Path, Long> dezeRonde) {
        try {
            long grootte = Files.size(bestand);
            Uitstel uitstel = uitgesteld.get(bestand);
            if (!Long.valueOf(grootte).equals(vorigeRonde.get(bestand)) || (uitstel != null && klok.instant().isBefore(uitstel.tot()))) {
                dezeRonde.put(bestand, grootte);
                return false;
            }
            verwerk(bestand, grootte);
            return true;
        } catch (NoSuchFileException e) {
            LOG.info("A file was taken out of the watched folder before it was read");
        } catch (IOException | RuntimeException e) {
            stelUit(bestand);
            LOG.error("A file in the watched folder cannot be worked; trying it again later: {}", e.getClass().getSimpleName());
        }
        return false;
    }

    private List<Path> bestanden() throws IOException {
        try (Stream<Path> inhoud = Files.list(map)) {
            return inhoud.filter(p -> p.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".csv")).filter(Files::isRegularFile)
                    .sorted().toList();
        }
    }

    private void verwerk(Path bestand, long grootte) throws IOException {
        try {
            if (grootte > GROOTSTE_BESTAND) {
                throw new OngeldigeInvoer(Csvbron.BESTAND, "Het bestand is groter dan 64 MB. Verdeel het.");
            }
            Importrapport rapport = bestandsimport.importeer(Files.readAllBytes(bestand), systeem());
            if (rapport.afgewezen().stream().anyMatch(a -> a.reden().equals(Bestandsimport.STORING))) {
                stelUit(bestand);
                LOG.warn("Watched folder: lines failed by a fault of ours; the file stays and is tried again");
                return;
            }
            bergOp(bestand, "verwerkt", rapport);
            LOG.info("Watched folder: {} new, {} known, {} changed, {} faults", rapport.aangenomen(), rapport.dubbel(), rapport.gewijzigd(),
                    rapport.afgewezen().size());
        } catch (OngeldigeInvoer e) {
            bergOp(bestand, "afgewezen", Map.<String, List<Fout>>of("fouten", e.fouten()));
            LOG.warn("Watched folder: a file was rejected as a whole; the reason stands beside it in afgewezen/");
        }
    }

    /** Nobody stands by to deliver again. The second try comes at once, then after 1, 2, 4 minutes and so on. */
    private void stelUit(Path bestand) {
        int poging = uitgesteld.containsKey(bestand) ? uitgesteld.get(bestand).pogingen() + 1 : 1;
        Duration pauze = poging == 1 ? Duration.ZERO : Duration.ofMinutes(1L << Math.min(poging - 2, 10));
        uitgesteld.put(bestand, new Uitstel(poging, klok.instant().plus(pauze.compareTo(LANGSTE_PAUZE) > 0 ? LANGSTE_PAUZE : pauze)));
    }

    /** The report first: a file that has been moved always has one. */
    private void bergOp(Path bestand, String doel, Object rapport) throws IOException {
        Path doelmap = Files.createDirectories(map.resolve(doel));
        String naam = vrijeNaam(doelmap, bestand.getFileName().toString());
        Path tijdelijk = doelmap.resolve(naam + RAPPORT + ".deel");
        Files.writeString(tijdelijk, schrijf(rapport), StandardCharsets.UTF_8);
        verplaats(tijdelijk, doelmap.resolve(naam + RAPPORT));
        verplaats(bestand, doelmap.resolve(naam));
    }

    /** A name under which neither a file nor a report stands: what came before is kept. */
    private String vrijeNaam(Path doelmap, String naam) {
        String moment = MOMENT.format(LocalDateTime.now(klok));
        return Stream.iterate(0, n -> n + 1).map(n -> n == 0 ? naam : moment + "-" + (n == 1 ? "" : n + "-") + naam)
                .filter(kandidaat -> !Files.exists(doelmap.resolve(kandidaat)) && !Files.exists(doelmap.resolve(kandidaat + RAPPORT)))
                .findFirst().orElseThrow();
    }

    private static void verplaats(Path van, Path naar) throws IOException {
        try {
            Files.move(van, naar, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(van, naar, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private String schrijf(Object rapport) {
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(rapport);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Het rapport kan niet als JSON worden geschreven", e);
        }
    }

    /** Whoever may put files into the folder delivers for every municipality. */
    private Medewerker systeem() {
        Map<String, Set<Rol>> rollen = new HashMap<>();
        gemeenten.alle().stream().map(Gemeente::code).forEach(g -> rollen.put(g, Set.of(Rol.KOPPELING)));
        return new Medewerker(GEBRUIKER, "Bewaakte map", null, rollen);
    }
}
