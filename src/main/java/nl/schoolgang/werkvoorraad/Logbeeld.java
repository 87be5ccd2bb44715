package nl.schoolgang.werkvoorraad;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.schoolgang.dossier.Logregel;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.NietGevonden;
import nl.schoolgang.gemeente.Recht;
import nl.schoolgang.leerling.Leerling;
import nl.schoolgang.leerling.Leerlingen;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaken;
import org.springframework.stereotype.Component;

/**
 * Puts lines of the processing log in words, as far as the reader may know them: the name of a pupil only for who may see pupils, a case
 * only for who may see the case or oversees the log.
 */
@Component
class Logbeeld {

    private final Leerlingen leerlingen;
    private final Zaken zaken;
    private final Zaakzicht zicht;

    Logbeeld(Leerlingen leerlingen, Zaken zaken, Zaakzicht zicht) {
        this.leerlingen = leerlingen;
        this.zaken = zaken;
        this.zicht = zicht;
    }

    /**
     * A line as it is shown.
     *
     * @param leerling   name, or the beginning of the id; null when it is about no single pupil
     * @param zaaknummer null outside a case
     */
    record Regel(Logregel regel, String leerling, String zaaknummer) {
    }

    /** The lines for this reader; what is about a case that the reader may not know is left out. */
    List<Regel> voor(Medewerker ik, Collection<Logregel> regels) {
        Map<UUID, Leerling> namen = leerlingen.metIds(regels.stream().map(Logregel::leerlingId).filter(Objects::nonNull).distinct().toList())
                .stream().collect(Collectors.toMap(Leerling::id, l -> l));
        Map<UUID, Zaak> gevonden = new HashMap<>();
        regels.stream().map(Logregel::zaakId).filter(Objects::nonNull).distinct().forEach(id -> zaak(id, gevonden));
        return regels.stream().filter(r -> magWeten(ik, r, gevonden)).map(r -> new Regel(r, leerling(ik, r, namen),
                gevonden.containsKey(r.zaakId()) ? gevonden.get(r.zaakId()).zaaknummer() : null)).toList();
    }

    private void zaak(UUID id, Map<UUID, Zaak> gevonden) {
        try {
            gevonden.put(id, zaken.metId(id));
        } catch (NietGevonden weg) {
            // Destroyed since; the line about it stays.
        }
    }

    private boolean magWeten(Medewerker ik, Logregel regel, Map<UUID, Zaak> gevonden) {
        return ik.mag(Recht.INZAGELOG_ZIEN, regel.gemeente()) || regel.zaakId() == null
                || gevonden.containsKey(regel.zaakId()) && zicht.magZien(gevonden.get(regel.zaakId()), ik);
    }

    private static String leerling(Medewerker ik, Logregel regel, Map<UUID, Leerling> namen) {
        if (regel.leerlingId() == null) {
            return null;
        }
        Leerling leerling = ik.mag(Recht.LEERLING_ZIEN, regel.gemeente()) ? namen.get(regel.leerlingId()) : null;
        return leerling == null ? kort(regel.leerlingId()) : leerling.naam();
    }

    /** The beginning of an id, enough to tell pupils apart. */
    static String kort(UUID id) {
        return id.toString().substring(0, 8);
    }
}
