package nl.schoolgang.werkvoorraad;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.schoolgang.dossier.Logvraag;
import nl.schoolgang.dossier.Verwerkingsactie;
import nl.schoolgang.gemeente.Fout;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.kalender.Tijdzone;
import nl.schoolgang.leerling.Burgerservicenummer;
import nl.schoolgang.leerling.Leerling;
import nl.schoolgang.leerling.Leerlingen;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaken;
import org.springframework.stereotype.Component;

/** Reads the filters of the processing log. A pupil is meant by zaaknummer, BSN, onderwijsnummer or the id in the log. */
@Component
class Logfilter {

    private final Leerlingen leerlingen;
    private final Zaken zaken;

    Logfilter(Leerlingen leerlingen, Zaken zaken) {
        this.leerlingen = leerlingen;
        this.zaken = zaken;
    }

    /**
     * @param gemeenten those whose log the reader may see
     * @throws OngeldigeInvoer with every fault, per field
     */
    Logvraag lees(Map<String, String> velden, Set<String> gemeenten) {
        List<Fout> fouten = new ArrayList<>();
        UUID leerling = leerling(tekst(velden, "leerling"), gemeenten, fouten);
        Instant van = begin(tekst(velden, "van"), 0, "van", fouten);
        Instant tot = begin(tekst(velden, "totenmet"), 1, "totenmet", fouten);
        if (van != null && tot != null && !van.isBefore(tot)) {
            fouten.add(new Fout("totenmet", "Deze dag ligt voor de eerste dag."));
        }
        String actie = tekst(velden, "actie");
        if (actie != null && Verwerkingsactie.vanCode(actie).isEmpty()) {
            fouten.add(new Fout("actie", "Maak een keuze uit de lijst."));
        }
        String voor = tekst(velden, "voor");
        if (voor != null && !voor.matches("\\d{1,18}")) {
            fouten.add(new Fout("voor", "Dit is geen plek in de lijst. Begin opnieuw."));
        }
        if (!fouten.isEmpty()) {
            throw new OngeldigeInvoer(fouten);
        }
        return new Logvraag(gemeenten, leerling, tekst(velden, "medewerker"), actie == null ? null : Verwerkingsactie.vanCode(actie).orElseThrow(),
                van, tot, voor == null ? null : Long.valueOf(voor));
    }

    private UUID leerling(String getypt, Set<String> gemeenten, List<Fout> fouten) {
        if (getypt == null) {
            return null;
        }
        Optional<UUID> id = getypt.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}") ? opId(UUID.fromString(getypt), gemeenten)
                : getypt.matches("[0-9]{8,9}") ? opNummer(Burgerservicenummer.aangevuld(getypt), gemeenten)
                : zaken.metNummer(getypt).filter(z -> gemeenten.contains(z.gemeente())).map(Zaak::leerlingId);
        if (id.isEmpty()) {
            fouten.add(new Fout("leerling", "Er is geen leerling met dit nummer. Typ een zaaknummer, een BSN of een onderwijsnummer."));
        }
        return id.orElse(null);
    }

    /** An id that no pupil has any more can still be looked up: the log outlives the pupil. */
    private Optional<UUID> opId(UUID id, Set<String> gemeenten) {
        return Optional.of(id).filter(i -> leerlingen.metIds(List.of(i)).stream().allMatch(l -> gemeenten.contains(l.gemeente())));
    }

    private Optional<UUID> opNummer(String nummer, Set<String> gemeenten) {
        return gemeenten.stream().flatMap(g -> Stream.of(leerlingen.metBsn(g, nummer), leerlingen.metOnderwijsnummer(g, nummer)))
                .flatMap(Optional::stream).map(Leerling::id).findFirst();
    }

    private static Instant begin(String getypt, int dagenErbij, String veld, List<Fout> fouten) {
        if (getypt == null) {
            return null;
        }
        try {
            LocalDate dag = LocalDate.parse(getypt);
            if (dag.getYear() < 2000 || dag.getYear() > 2199) {
                fouten.add(new Fout(veld, "Kijk het jaar na."));
                return null;
            }
            return dag.plusDays(dagenErbij).atStartOfDay(Tijdzone.AMSTERDAM).toInstant();
        } catch (DateTimeParseException e) {
            fouten.add(new Fout(veld, "Vul een datum in, bijvoorbeeld 2026-03-31."));
            return null;
        }
    }

    private static String tekst(Map<String, String> velden, String veld) {
        String tekst = velden.getOrDefault(veld, "").replace("\0", "").strip();
        return tekst.isEmpty() ? null : tekst;
    }
}
