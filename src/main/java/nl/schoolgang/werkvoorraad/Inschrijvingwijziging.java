package nl.schoolgang.werkvoorraad;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.schoolgang.dossier.Gegevenshistorie;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.NietGevonden;
import nl.schoolgang.leerling.Aanvullingen;
import nl.schoolgang.leerling.Inschrijving;
import nl.schoolgang.leerling.Leerling;
import nl.schoolgang.leerling.Leerlingen;
import nl.schoolgang.normen.Norm;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Fills in what a dossier knows of an enrolment: from when to when, the classes that were followed, the kind of education. */
@Service
@Norm({"BUN-04.02-07", "NOP-B3.00-09"})
class Inschrijvingwijziging {

    private static final LocalDate VROEGST = LocalDate.of(1990, 1, 1);
    private static final int LANGSTE_REDEN = 500;

    private final Leerlingen leerlingen;
    private final Aanvullingen aanvullingen;
    private final Gegevenshistorie historie;
    private final Clock klok;

    Inschrijvingwijziging(Leerlingen leerlingen, Aanvullingen aanvullingen, Gegevenshistorie historie, Clock klok) {
        this.leerlingen = leerlingen;
        this.aanvullingen = aanvullingen;
        this.historie = historie;
        this.klok = klok;
    }

    /** @throws NietGevonden when the pupil has no such enrolment */
    Map<String, String> velden(UUID leerlingId, UUID inschrijvingId) {
        Inschrijving inschrijving = leerlingen.inschrijvingen(leerlingId).stream().filter(i -> i.id().equals(inschrijvingId)).findFirst()
                .orElseThrow(() -> new NietGevonden("Deze inschrijving staat niet bij deze leerling."));
        Map<String, String> velden = overzicht(inschrijving.van(), inschrijving.tot(), inschrijving.klassen(), inschrijving.onderwijssoort());
        velden.values().removeIf(Objects::isNull);
        velden.put("school.naam", inschrijving.school().aanduiding());
        return velden;
    }

    /** @throws nl.schoolgang.gemeente.OngeldigeInvoer with every fault, per field */
    @Transactional
    void bewaar(Leerling leerling, UUID inschrijvingId, Map<String, String> velden, Medewerker ik) {
        leerlingen.vergrendel(leerling.id());
        Map<String, String> was = velden(leerling.id(), inschrijvingId);
        Invoer invoer = new Invoer(velden);
        LocalDate van = invoer.dag("inschrijving.van", VROEGST, LocalDate.now(klok).plusYears(2));
        LocalDate tot = invoer.dag("inschrijving.tot", VROEGST, LocalDate.now(klok).plusYears(2));
        if (van == null) {
            invoer.fout("inschrijving.van", "Vul de eerste dag in.");
        } else if (tot != null && tot.isBefore(van)) {
            invoer.fout("inschrijving.tot", "De laatste dag ligt voor de eerste dag.");
        }
        String klassen = invoer.regel("klassen");
        String soort = invoer.regel("onderwijssoort");
        String reden = invoer.tekst("reden", LANGSTE_REDEN);
        invoer.toets();
        aanvullingen.bewaarInschrijving(leerling.id(), inschrijvingId, van, tot, klassen, soort);
        Map<String, String> nieuw = overzicht(van, tot, klassen, soort);
        nieuw.keySet().forEach(veld -> was.putIfAbsent(veld, null));
        was.remove("school.naam");
        historie.noteer(leerling.gemeente(), leerling.id(), null, Gegevenswijziging.verschil(was, nieuw, false), reden, ik.gebruikersnaam());
    }

    private static Map<String, String> overzicht(LocalDate van, LocalDate tot, String klassen, String soort) {
        Map<String, String> velden = new LinkedHashMap<>();
        velden.put("inschrijving.van", van.toString());
        velden.put("inschrijving.tot", tot == null ? null : tot.toString());
        velden.put("klassen", klassen);
        velden.put("onderwijssoort", soort);
        return velden;
    }
}
