package nl.schoolgang.werkdag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What several people and a client of the API do at once, until all ways are at their end or the application is gone. It remembers what
 * was answered; what was not is asked again as it was. When every way waits for a day to come, the clock goes on to the first of those.
 */
final class Werkdag {

    private static final int WERKERS = 4;
    private static final Duration GEDULD = Duration.ofSeconds(90);

    private final Random toeval;
    private final List<Weg> wegen = new ArrayList<>();
    private final Map<String, String> zaakVanMelding = new ConcurrentHashMap<>();
    private final Set<String> afgerond = ConcurrentHashMap.newKeySet();
    private final AtomicInteger onbeantwoord = new AtomicInteger();
    private final AtomicInteger botsingen = new AtomicInteger();
    private List<Api> toepassingen;
    private LocalDate vandaag;

    Werkdag(long seed) {
        toeval = new Random(seed);
    }

    void begin(List<Weg> nieuw) {
        wegen.addAll(nieuw);
    }

    long onderweg() {
        return wegen.stream().filter(w -> !w.isKlaar()).count();
    }

    List<Weg> wegen() {
        return List.copyOf(wegen);
    }

    /** The zaaknummer that was answered, by meldingsnummer. */
    Map<String, String> zaakVanMelding() {
        return Map.copyOf(zaakVanMelding);
    }

    /** The tasks whose finishing was answered. */
    Set<String> afgerond() {
        return Set.copyOf(afgerond);
    }

    /**
     * Works until all ways are at their end.
     *
     * @param toepassingen each request goes to any of these
     * @param vandaag      the day it is
     * @throws IOException when an application did not answer
     */
    void werk(List<Api> toepassingen, LocalDate vandaag) throws IOException {
        this.toepassingen = toepassingen;
        this.vandaag = vandaag;
        wegen.forEach(w -> w.bezig = false);
        ExecutorService werkers = Executors.newFixedThreadPool(WERKERS);
        try {
            CompletableFuture.allOf(IntStream.range(0, WERKERS).mapToObj(i -> CompletableFuture.runAsync(this::werkDoor, werkers))
                    .toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof GeenAntwoord geen) {
                throw geen.oorzaak;
            }
            if (e.getCause() instanceof AssertionError fout) {
                throw fout;
            }
            throw e;
        } finally {
            werkers.shutdownNow();
        }
    }

    private static final class GeenAntwoord extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final transient IOException oorzaak;

        GeenAntwoord(IOException oorzaak) {
            super(oorzaak);
            this.oorzaak = oorzaak;
        }
    }

    private void werkDoor() {
        try {
            for (Optional<Weg> weg = volgende(); weg.isPresent(); weg = volgende()) {
                try {
                    doe(weg.get(), een());
                } finally {
                    geefTerug(weg.get());
                }
            }
        } catch (IOException e) {
            throw new GeenAntwoord(e);
        }
    }

    private synchronized Api een() {
        return toepassingen.get(toeval.nextInt(toepassingen.size()));
    }

    private synchronized void geefTerug(Weg weg) {
        weg.bezig = false;
        notifyAll();
    }

    /** A way that can go on; moves the clock when none can; empty when all are at their end. */
    private synchronized Optional<Weg> volgende() throws IOException {
        while (onderweg() > 0) {
            List<Weg> mogelijk = wegen.stream().filter(w -> w.kanVerder(vandaag)).toList();
            if (!mogelijk.isEmpty()) {
                Weg weg = mogelijk.get(toeval.nextInt(mogelijk.size()));
                weg.bezig = true;
                return Optional.of(weg);
            }
            if (wegen.stream().noneMatch(w -> w.bezig)) {
                LocalDate eerste = wegen.stream().filter(w -> !w.isKlaar()).map(w -> w.tot).min(LocalDate::compareTo).orElseThrow();
                try {
                    een().naar(eerste);
                    vandaag = eerste;
                } finally {
                    notifyAll();
                }
            } else {
                wacht();
            }
        }
        notifyAll();
        return Optional.empty();
    }

    private synchronized void wacht() throws IOException {
        try {
            wait(GEDULD.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private void doe(Weg weg, Api api) throws IOException {
        Stap stap = weg.nu();
        if (weg.onbeantwoord != null) {
            onbeantwoord.incrementAndGet();
        }
        boolean gedaan = true;
        if (stap instanceof Stap.Levering levering) {
            weg.onbeantwoord = levering.inhoud();
            lever(weg, levering, api);
        } else if (stap instanceof Stap.Gebeurtenis gebeurtenis) {
            weg.onbeantwoord = weg.onbeantwoord == null ? Api.json(gebeurtenis.velden().apply(vandaag)) : weg.onbeantwoord;
            api.stuur(Api.KOPPELING, "/api/v1/zaken/" + weg.zaaknummer + "/gebeurtenissen", weg.onbeantwoord, 200);
        } else if (stap instanceof Stap.Taak taak) {
            gedaan = rondAf(weg, taak, api);
        } else if (stap instanceof Stap.Wachten wachten && weg.tot == null) {
            weg.tot = vandaag.plusDays(wachten.dagen());
            gedaan = false;
        } else if (stap instanceof Stap.Verstreken verstreken) {
            await(weg.toString()).atMost(GEDULD).pollInterval(Duration.ofMillis(200)).until(() -> isVerstreken(weg, verstreken, api));
        }
        if (gedaan) {
            weg.stapGedaan();
        }
    }

    private void lever(Weg weg, Stap.Levering levering, Api api) throws IOException {
        String zaaknummer = api.stuur(Api.KOPPELING, levering.pad(), levering.inhoud(), 201, 200).inhoud().path("zaaknummer").asText();
        String eerder = zaakVanMelding.put(levering.meldingsnummer(), zaaknummer);
        assertThat(eerder).as("zaak van melding %s", levering.meldingsnummer()).isIn(null, zaaknummer);
        weg.zaaknummer = zaaknummer;
    }

    /** Delivers again everything that was sent, as a sender does after a failure. */
    void leverAllesNog(Api api) throws IOException {
        for (Weg weg : wegen) {
            String zaaknummer = weg.zaaknummer;
            for (Stap.Levering levering : weg.leveringen()) {
                lever(weg, levering, api);
            }
            weg.zaaknummer = zaaknummer;
        }
    }

    private boolean isVerstreken(Weg weg, Stap.Verstreken verstreken, Api api) throws IOException {
        return stroom(zaak(weg, api).path("termijnen")).anyMatch(t -> verstreken.code().equals(t.path("code").asText())
                && "overschreden".equals(t.path("status").asText()));
    }

    /** @return whether the task is finished; not when somebody, or a timer, was just at work on the case */
    private boolean rondAf(Weg weg, Stap.Taak stap, Api api) throws IOException {
        String zaaknummer = stap.procedure() == null ? weg.zaaknummer : stroom(zaak(weg, api).path("gekoppeld")).map(JsonNode::asText)
                .filter(z -> isVan(z, weg, stap.procedure(), api)).findFirst().orElseThrow();
        List<JsonNode> open = open(zaaknummer, weg, api);
        if (weg.onbeantwoord != null && open.stream().noneMatch(t -> t.path("id").asText().equals(weg.taak))) {
            // It was done, only the answer was lost.
            return true;
        }
        if (open.stream().noneMatch(t -> past(t, stap))) {
            // What fell due while the application was dead is done after the start.
            await().atMost(GEDULD).pollInterval(Duration.ofMillis(200)).untilAsserted(() -> assertThat(open(zaaknummer, weg, api))
                    .as("%s; in %s", weg, zaaknummer).anyMatch(t -> past(t, stap)));
            return false;
        }
        JsonNode taak = open.stream().filter(t -> past(t, stap)).findFirst().orElseThrow();
        weg.taak = taak.path("id").asText();
        weg.onbeantwoord = weg.onbeantwoord == null ? Api.json(op(vandaag, stap.velden().apply(vandaag))) : weg.onbeantwoord;
        int status = api.stuur(taak.path("rol").asText() + "." + weg.gemeente, "/api/v1/taken/" + weg.taak + "/afronden", weg.onbeantwoord, 200, 409)
                .status();
        if (status == 200) {
            afgerond.add(weg.taak);
        } else {
            botsingen.incrementAndGet();
            weg.onbeantwoord = null;
        }
        return status == 200;
    }

    private List<JsonNode> open(String zaaknummer, Weg weg, Api api) throws IOException {
        List<JsonNode> open = stroom(api.haal(coordinator(weg), "/api/v1/taken?zaaknummer=" + zaaknummer)).toList();
        assertThat(open).as("%s: wat afgerond is blijft afgerond", weg).noneMatch(t -> afgerond.contains(t.path("id").asText()));
        return open;
    }

    private static boolean past(JsonNode taak, Stap.Taak stap) {
        return stap.definitie().equals(taak.path("definitie").asText())
                && (stap.meldingsnummer() == null || stap.meldingsnummer().equals(taak.path("meldingsnummer").asText()));
    }

    private static boolean isVan(String zaaknummer, Weg weg, String procedure, Api api) {
        try {
            Api.Antwoord antwoord = api.stuur(coordinator(weg), "/api/v1/zaken/" + zaaknummer, null, 200, 404);
            return procedure.equals(antwoord.inhoud().path("procedure").asText());
        } catch (IOException e) {
            throw new GeenAntwoord(e);
        }
    }

    private static JsonNode zaak(Weg weg, Api api) throws IOException {
        return api.haal(coordinator(weg), "/api/v1/zaken/" + weg.zaaknummer);
    }

    private static String coordinator(Weg weg) {
        return "coordinator." + weg.gemeente;
    }

    /** What happened "then" happened today: nothing may have happened before its case. */
    private static Map<String, Object> op(LocalDate vandaag, Map<String, Object> velden) {
        velden.replaceAll((veld, waarde) -> nl.schoolgang.verhaal.Antwoord.TOEN.equals(waarde) ? vandaag.toString() : waarde);
        return velden;
    }

    private static Stream<JsonNode> stroom(JsonNode lijst) {
        return StreamSupport.stream(lijst.spliterator(), false);
    }

    @Override
    public String toString() {
        return "%d wegen, %d meldingen beantwoord, %d taken afgerond, %d keer zonder antwoord, %d botsingen".formatted(wegen.size(),
                zaakVanMelding.size(), afgerond.size(), onbeantwoord.get(), botsingen.get());
    }
}
