package nl.schoolgang.werkdag;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.schoolgang.verhaal.Meldingsbouwer;

/**
 * A pupil's way through the procedure, step by step, and where it stands. What was sent without an answer is sent again in the same
 * words. One worker at a time has it.
 */
final class Weg {

    final String naam;
    final String gemeente;
    final String eindstatus;
    private final List<Stap> stappen = new ArrayList<>();

    private int gedaan;
    /** The case; null before the first melding was answered. */
    String zaaknummer;
    /** What was sent for this step; null: nothing yet, or the answer was seen. */
    String onbeantwoord;
    /** The task for which that was; null when it was for none. */
    String taak;
    /** The day for which the way waits; null when it does not. */
    LocalDate tot;
    boolean bezig;

    /** @param eindstatus what the case is at the end of the way */
    Weg(String naam, String gemeente, String eindstatus) {
        this.naam = naam;
        this.gemeente = gemeente;
        this.eindstatus = eindstatus;
    }

    Weg meld(Meldingsbouwer melding) {
        return lever("/api/v1/verzuimmeldingen", melding.meldingsnummer(), melding.json());
    }

    Weg lever(String pad, String meldingsnummer, String inhoud) {
        return stap(new Stap.Levering(pad, meldingsnummer, inhoud));
    }

    Weg taak(String definitie, Map<String, Object> velden) {
        return taak(definitie, dag -> velden);
    }

    Weg taak(String definitie, Function<LocalDate, Map<String, Object>> velden) {
        return stap(new Stap.Taak(null, definitie, null, velden));
    }

    Weg taakVan(Meldingsbouwer melding, String definitie, Map<String, Object> velden) {
        return stap(new Stap.Taak(null, definitie, melding.meldingsnummer(), dag -> velden));
    }

    Weg inGekoppelde(String procedure, String definitie, Function<LocalDate, Map<String, Object>> velden) {
        return stap(new Stap.Taak(procedure, definitie, null, velden));
    }

    Weg stap(Stap stap) {
        stappen.add(stap);
        return this;
    }

    boolean isKlaar() {
        return gedaan == stappen.size();
    }

    /** Whether something can be done on this day. */
    boolean kanVerder(LocalDate vandaag) {
        return !bezig && !isKlaar() && (tot == null || !tot.isAfter(vandaag));
    }

    Stap nu() {
        return stappen.get(gedaan);
    }

    int gedaan() {
        return gedaan;
    }

    void stapGedaan() {
        gedaan++;
        onbeantwoord = null;
        taak = null;
        tot = null;
    }

    /** The last that was delivered of each melding, answered or not. */
    List<Stap.Levering> leveringen() {
        Map<String, Stap.Levering> laatste = new LinkedHashMap<>();
        stappen.subList(0, Math.min(stappen.size(), gedaan + (onbeantwoord == null ? 0 : 1))).stream()
                .filter(Stap.Levering.class::isInstance).map(Stap.Levering.class::cast).forEach(l -> laatste.put(l.meldingsnummer(), l));
        return List.copyOf(laatste.values());
    }

    @Override
    public String toString() {
        return naam + " (" + gemeente + ", " + zaaknummer + ") na " + gedaan + " van " + stappen.size() + " stappen"
                + (isKlaar() ? "" : ", nu " + nu());
    }
}
