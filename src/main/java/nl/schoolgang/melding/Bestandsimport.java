package nl.schoolgang.melding;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Stream;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.gemeente.Fout;
import nl.schoolgang.gemeente.GeenRecht;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.melding.Aanname.Gevolg;
import nl.schoolgang.melding.Importrapport.Afwijzing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;

/**
 * Imports a file of verzuimmeldingen. Every line is a transaction of its own: a bad line stops no good one, and a file that is broken
 * off can be delivered again. Lines about different pupils go side by side; what shares a pupil or a number keeps its order.
 */
@Service
public class Bestandsimport implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Bestandsimport.class);
    private static final int WERKERS = 4;
    /** The reason given for a line that failed by no fault of its own. */
    static final String STORING = "Deze regel is niet verwerkt door een storing; er is niets van opgeslagen. "
            + "Lever hem opnieuw aan, of geef het regelnummer door aan de beheerder.";

    private final Intake intake;
    private final Clock klok;
    private final ExecutorService werkers;

    Bestandsimport(Intake intake, Clock klok) {
        this.intake = intake;
        this.klok = klok;
        ThreadFactory draden = taak -> {
            Thread draad = new Thread(taak, "intake");
            draad.setDaemon(true);
            return draad;
        };
        this.werkers = Executors.newFixedThreadPool(WERKERS, draden);
    }

    /**
     * Imports a CSV file (UTF-8, {@code ;}) and answers when every line is done.
     *
     * @param door who delivers; lines of municipalities for which the right is missing are rejected
     * @throws OngeldigeInvoer when the file as a whole cannot be used: encoding, header, more than 20,000 lines
     * @throws GeenRecht       when this employee may deliver for no municipality at all
     */
    public Importrapport importeer(byte[] bestand, Medewerker door) {
        Intake.magErgens(door);
        Lopend lopend = new Lopend(door, intake.gemeentecodes());
        Map<Integer, Aanlevering> goed = new LinkedHashMap<>();
        for (Csvbron.Regel regel : Csvbron.lees(bestand)) {
            lopend.controleer(regel, goed);
        }
        CompletableFuture.allOf(Ketens.van(goed).stream()
                .map(keten -> CompletableFuture.runAsync(() -> keten.forEach(r -> lopend.neemAan(r, goed.get(r))), werkers))
                .toArray(CompletableFuture[]::new)).join();
        return lopend.rapport();
    }

    @Override
    public void destroy() {
        werkers.shutdown();
    }

    /** One import under way. */
    private final class Lopend {

        private final Medewerker door;
        private final Set<String> gemeenten;
        private final Map<Gevolg, Integer> aantallen = new HashMap<>();
        private final List<Afwijzing> afgewezen = new ArrayList<>();

        Lopend(Medewerker door, Set<String> gemeenten) {
            this.door = door;
            this.gemeenten = gemeenten;
        }

        void controleer(Csvbron.Regel regel, Map<Integer, Aanlevering> goed) {
            try {
                if (!regel.rij().fouten().isEmpty()) {
                    throw new OngeldigeInvoer(regel.rij().fouten());
                }
                Intake.magVoor(regel.rij(), gemeenten, door);
                goed.put(regel.regel(), Meldingcontrole.controleer(regel.rij(), Meldingsvorm.VERZUIMMELDING, gemeenten, klok.instant()));
            } catch (OngeldigeInvoer e) {
                wijsAf(regel.regel(), e.fouten());
            } catch (GeenRecht e) {
                wijsAf(regel.regel(), List.of(new Fout("gemeente", e.getMessage())));
            } catch (RuntimeException e) {
                storing(regel.regel(), e);
            }
        }

        void neemAan(int regel, Aanlevering aanlevering) {
            try {
                tel(intake.verwerk(aanlevering, door).gevolg());
            } catch (OngeldigeInvoer e) {
                wijsAf(regel, e.fouten());
            } catch (Conflict e) {
                wijsAf(regel, List.of(new Fout(Csvbron.REGEL, e.getMessage())));
            } catch (RuntimeException e) {
                storing(regel, e);
            }
        }

        synchronized Importrapport rapport() {
            return new Importrapport(aantallen.getOrDefault(Gevolg.AANGENOMEN, 0), aantallen.getOrDefault(Gevolg.DUBBEL, 0),
                    aantallen.getOrDefault(Gevolg.GEWIJZIGD, 0),
                    afgewezen.stream().sorted(Comparator.comparingInt(Afwijzing::regel)).toList());
        }

        private synchronized void tel(Gevolg gevolg) {
            aantallen.merge(gevolg, 1, Integer::sum);
        }

        private synchronized void wijsAf(int regel, List<Fout> fouten) {
            fouten.forEach(f -> afgewezen.add(new Afwijzing(regel, f.veld(), f.reden())));
        }

        private void storing(int regel, RuntimeException e) {
            // Kinds only: messages of the database quote the row, and so persons.
            LOG.error("Line {} of an import failed: {}", regel, Stream.<Throwable>iterate(e, t -> t != null, Throwable::getCause).limit(5)
                    .map(t -> t.getClass().getName()).toList());
            wijsAf(regel, List.of(new Fout(Csvbron.REGEL, STORING)));
        }
    }
}
