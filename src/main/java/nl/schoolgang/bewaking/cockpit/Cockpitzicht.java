package nl.schoolgang.bewaking.cockpit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import nl.schoolgang.engine.Modeltermijnen;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Recht;
import nl.schoolgang.werkvoorraad.Zaakzicht;
import nl.schoolgang.zaak.Zaak;
import org.springframework.stereotype.Component;

/**
 * Of which cases our parts of Cockpit tell: of those in a municipality where the employee has {@link Recht#COCKPIT}, of procedures that the
 * engine lets her see, which never are the restricted ones, whatever her role. To whom cases are open ({@link Recht#ZAAK_ZIEN}) the label of
 * the procedure counts as well ({@link Zaakzicht}); to others an instance is ids, codes and dates, as in the rest of Cockpit.
 */
@Component
class Cockpitzicht {

    private final Modeltermijnen modellen;
    private final Zaakzicht zaakzicht;

    Cockpitzicht(Modeltermijnen modellen, Zaakzicht zaakzicht) {
        this.modellen = modellen;
        this.zaakzicht = zaakzicht;
    }

    /** The cases of one procedure in one municipality. */
    record Plek(String gemeente, String procedure) {
    }

    /** What the employee may see, by municipality and then by procedure; empty when there is nothing. */
    List<Plek> plekken(Medewerker ik) {
        Set<String> processen = modellen.processen();
        BiPredicate<String, String> blik = zaakzicht.blik(ik);
        List<Plek> gezien = new ArrayList<>();
        for (String gemeente : ik.gemeentenMet(Recht.COCKPIT)) {
            boolean zaken = ik.mag(Recht.ZAAK_ZIEN, gemeente);
            processen.stream().filter(p -> !zaken || blik.test(gemeente, p)).forEach(p -> gezien.add(new Plek(gemeente, p)));
        }
        return gezien;
    }

    boolean ziet(Zaak zaak, Medewerker ik) {
        return plekken(ik).contains(new Plek(zaak.gemeente(), zaak.procedure()));
    }
}
