package nl.schoolgang.herstel;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.schoolgang.leerling.Leerlingen;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaakstatus;
import nl.schoolgang.zaak.Zaken;
import org.springframework.stereotype.Component;

/** Holds pupils and then their cases, always in the same order, so that two who put something right do not wait for each other for ever. */
@Component
class Vergrendeling {

    private final Leerlingen leerlingen;
    private final Zaken zaken;

    Vergrendeling(Leerlingen leerlingen, Zaken zaken) {
        this.leerlingen = leerlingen;
        this.zaken = zaken;
    }

    void leerlingen(UUID... ids) {
        Stream.of(ids).distinct().sorted(Comparator.comparing(UUID::toString)).forEach(leerlingen::vergrendel);
    }

    /** The open cases of these pupils, and the given ones, as they are now that they are held; the oldest first. */
    List<Zaak> zaken(List<UUID> leerlingIds, List<UUID> zaakIds) {
        Stream<UUID> open = leerlingIds.stream().flatMap(l -> zaken.vanLeerling(l).stream()).filter(z -> z.status() == Zaakstatus.OPEN).map(Zaak::id);
        return Stream.concat(open, zaakIds.stream()).distinct().sorted(Comparator.comparing(UUID::toString)).map(zaken::vergrendel)
                .sorted(Comparator.comparing(Zaak::geopendOp).thenComparing(Zaak::zaaknummer)).toList();
    }
}
