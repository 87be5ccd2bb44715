package nl.schoolgang.bewaking.cockpit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.schoolgang.engine.Proceshistorie;
import nl.schoolgang.engine.Proceshistorie.Gegeven;
import nl.schoolgang.engine.Proceshistorie.Instantie;
import nl.schoolgang.engine.Proceshistorie.Stap;
import nl.schoolgang.engine.Proceshistorie.Vanaf;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Medewerkers;
import nl.schoolgang.gemeente.NietGevonden;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.gemeente.Recht;
import nl.schoolgang.kalender.Tijdzone;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the plugin Historie shows: ended process instances, and of each the way it went, how long it took and its variables. */
@Service
class Historiebeeld {

    private static final int BLADZIJDE = 50;
    private static final int LANGSTE_NUMMER = 40;

    private final Cockpitzicht zicht;
    private final Proceshistorie historie;
    private final Zaken zaken;
    private final Medewerkers medewerkers;
    private final Namen namen;
    private final Clock klok;

    Historiebeeld(Cockpitzicht zicht, Proceshistorie historie, Zaken zaken, Medewerkers medewerkers, Namen namen, Clock klok) {
        this.zicht = zicht;
        this.historie = historie;
        this.zaken = zaken;
        this.medewerkers = medewerkers;
        this.namen = namen;
        this.klok = klok;
    }

    /** What was filled in to search. */
    record Zoekvraag(String zaaknummer, String procedure, String gemeente, String van, String tot, String na) {
    }

    /**
     * An ended instance in the list.
     *
     * @param seconden how long it ran
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Regel(String instantie, String zaaknummer, String procedure, String gemeente, Instant begin, Instant einde, long seconden, boolean afgebroken,
            boolean magZaak) {
    }

    /**
     * A page of the list with what can be chosen.
     *
     * @param verder where the next page begins; null on the last
     */
    record Bladzijde(List<Namen.Keuze> gemeenten, List<Namen.Keuze> procedures, List<Regel> regels, String verder) {
    }

    /**
     * One time that an element was passed.
     *
     * @param seconden how long it took; up to now while it waits there
     * @param door     name of who did it; null when nobody did
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Stapregel(String element, String naam, String soort, Instant begin, Instant einde, long seconden, boolean afgebroken, String door,
            String aangeroepen) {
    }

    /**
     * One instance, ended or still running.
     *
     * @param model    id of the version of the model
     * @param stromen  ids of the sequence flows along which it went
     */
    record Verloop(Regel instantie, String procesnaam, String model, List<Stapregel> stappen, Set<String> stromen, List<Gegeven> gegevens) {
    }

    /** @throws OngeldigeInvoer when something was filled in that has not the right form */
    @Transactional(readOnly = true)
    Bladzijde bladzijde(Zoekvraag vraag, Medewerker ik) {
        Proceshistorie.Vraag gezocht = lees(vraag);
        List<Cockpitzicht.Plek> plekken = zicht.plekken(ik);
        List<Instantie> gevonden = historie.afgerond(plekken.stream().map(p -> new Proceshistorie.Plek(p.gemeente(), p.procedure())).toList(), gezocht,
                BLADZIJDE + 1);
        boolean meer = gevonden.size() > BLADZIJDE;
        List<Instantie> getoond = meer ? gevonden.subList(0, BLADZIJDE) : gevonden;
        Instantie laatste = meer ? getoond.get(BLADZIJDE - 1) : null;
        return new Bladzijde(plekken.stream().map(Cockpitzicht.Plek::gemeente).distinct().map(namen::gemeente).toList(),
                plekken.stream().map(Cockpitzicht.Plek::procedure).distinct().sorted().map(namen::procedure).toList(),
                getoond.stream().map(i -> regel(i, ik)).toList(), meer ? laatste.einde() + "_" + laatste.id() : null);
    }

    /** @throws NietGevonden when there is no such instance, or the employee may not see its case */
    @Transactional(readOnly = true)
    Verloop verloop(String instantieId, Medewerker ik) {
        Instantie instantie = historie.instantie(instantieId);
        if (!ziet(instantie, ik)) {
            throw new NietGevonden("Deze zaak is er niet.");
        }
        Map<String, String> wie = new HashMap<>();
        List<Stapregel> stappen = historie.stappen(instantieId).stream().map(s -> stap(s, wie)).toList();
        return new Verloop(regel(instantie, ik), namen.procedure(instantie.proces()).naam(), instantie.definitieId(), stappen,
                historie.stromen(instantie), historie.gegevens(instantieId));
    }

    /** An instance that was called belongs to the case of its caller, and counts by that procedure. */
    private boolean ziet(Instantie instantie, Medewerker ik) {
        return instantie.zaaknummer() == null ? zicht.plekken(ik).contains(new Cockpitzicht.Plek(instantie.gemeente(), instantie.proces()))
                : zaken.metNummer(instantie.zaaknummer()).filter((Zaak z) -> zicht.ziet(z, ik)).isPresent();
    }

    private Regel regel(Instantie i, Medewerker ik) {
        return new Regel(i.id(), i.zaaknummer(), i.proces(), i.gemeente(), i.begin(), i.einde(), seconden(i.begin(), i.einde()), i.afgebroken(),
                i.zaaknummer() != null && ik.mag(Recht.ZAAK_ZIEN, i.gemeente()));
    }

    private Stapregel stap(Stap s, Map<String, String> wie) {
        String door = s.door() == null ? null
                : wie.computeIfAbsent(s.door(), d -> medewerkers.metNaam(d).map(Medewerker::naam).orElse(d));
        return new Stapregel(s.element(), s.naam(), s.soort(), s.begin(), s.einde(), seconden(s.begin(), s.einde()), s.afgebroken(), door, s.aangeroepen());
    }

    private long seconden(Instant begin, Instant einde) {
        return Duration.between(begin, einde == null ? klok.instant() : einde).toSeconds();
    }

    private static Proceshistorie.Vraag lees(Zoekvraag vraag) {
        String zaaknummer = leeg(vraag.zaaknummer());
        if (zaaknummer != null && zaaknummer.length() > LANGSTE_NUMMER) {
            throw new OngeldigeInvoer("zaaknummer", "Een zaaknummer is korter.");
        }
        LocalDate van = dag("van", leeg(vraag.van()));
        LocalDate tot = dag("tot", leeg(vraag.tot()));
        if (van != null && tot != null && tot.isBefore(van)) {
            throw new OngeldigeInvoer("tot", "De laatste dag ligt voor de eerste.");
        }
        return new Proceshistorie.Vraag(zaaknummer == null ? null : zaaknummer.strip().toUpperCase(java.util.Locale.ROOT), leeg(vraag.procedure()),
                leeg(vraag.gemeente()), van == null ? null : begin(van), tot == null ? null : begin(tot.plusDays(1)), vanaf(leeg(vraag.na())));
    }

    private static Instant begin(LocalDate dag) {
        return dag.atStartOfDay(Tijdzone.AMSTERDAM).toInstant();
    }

    private static LocalDate dag(String veld, String waarde) {
        try {
            return waarde == null ? null : LocalDate.parse(waarde);
        } catch (DateTimeParseException e) {
            throw new OngeldigeInvoer(veld, "Vul een dag in, bijvoorbeeld 2-3-2026.");
        }
    }

    private static Vanaf vanaf(String na) {
        int streep = na == null ? -1 : na.indexOf('_');
        try {
            return na == null ? null : new Vanaf(Instant.parse(na.substring(0, Math.max(streep, 0))), na.substring(streep + 1));
        } catch (DateTimeParseException e) {
            throw new OngeldigeInvoer("na", "Dit is geen plek in de lijst. Begin opnieuw bij de eerste bladzijde.");
        }
    }

    private static String leeg(String waarde) {
        return waarde == null || waarde.isBlank() ? null : waarde;
    }
}
