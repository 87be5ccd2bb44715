package nl.schoolgang.werkvoorraad;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Recht;
import nl.schoolgang.leerling.Adres;
import nl.schoolgang.leerling.Adresgeheim;
import nl.schoolgang.leerling.Leerling;
import nl.schoolgang.leerling.Leerlingen;
import nl.schoolgang.leerling.Ouder;
import org.springframework.stereotype.Component;

/**
 * What a reader sees of who has a secret address: never the address, also not that of the child who lives there; telephone and e-mail
 * only who keeps these data and calls ({@link Recht#LEERLING_WIJZIGEN}), because they lead to the place too.
 */
@Component
class Afscherming {

    private final Leerlingen leerlingen;
    private final Adresgeheim geheim;

    Afscherming(Leerlingen leerlingen, Adresgeheim geheim) {
        this.leerlingen = leerlingen;
        this.geheim = geheim;
    }

    boolean geheim(Leerling leerling) {
        return geheim.geldtVoor(leerling);
    }

    /** The ids of those whose address is secret. */
    Set<UUID> geheim(Collection<Leerling> alle) {
        return geheim.van(alle);
    }

    /** The pupil as this employee may see it. */
    Leerling leerling(Leerling l, Medewerker ik) {
        return geheim(l) ? zonderAdres(l, ik.mag(Recht.LEERLING_WIJZIGEN, l.gemeente())) : l;
    }

    /** The parents of a pupil as this employee may see them. */
    List<Ouder> ouders(UUID leerlingId, Medewerker ik) {
        return leerlingen.ouders(leerlingId).stream().map(o -> o.geheimAdres() ? zonderAdres(o, ik.mag(Recht.LEERLING_WIJZIGEN, o.gemeente())) : o)
                .toList();
    }

    private static Leerling zonderAdres(Leerling l, boolean metContact) {
        return new Leerling(l.id(), l.gemeente(), l.bsn(), l.onderwijsnummer(), l.voornamen(), l.voorvoegsel(), l.achternaam(),
                l.geboortedatum(), l.geslacht(), Adres.ONBEKEND, metContact ? l.telefoon() : null, metContact ? l.email() : null);
    }

    private static Ouder zonderAdres(Ouder o, boolean metContact) {
        return new Ouder(o.id(), o.gemeente(), o.bsn(), o.voornamen(), o.voorvoegsel(), o.achternaam(), o.geboortedatum(), Adres.ONBEKEND,
                true, metContact ? o.telefoon() : null, metContact ? o.email() : null, o.taal(), o.tolkNodig(), o.relatie(), o.gezag(),
                o.versie(), o.elektronisch());
    }
}
