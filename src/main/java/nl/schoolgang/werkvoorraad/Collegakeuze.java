package nl.schoolgang.werkvoorraad;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Medewerkers;
import nl.schoolgang.gemeente.Rol;
import nl.schoolgang.normen.Norm;
import nl.schoolgang.werkvoorraad.Veld.Optie;
import org.springframework.stereotype.Component;

/**
 * Fills in who can be chosen in a field that asks for a colleague: the others of the municipality who do this work. Whoever fills in the
 * form is not among them, so that nobody can name oneself.
 */
@Component
@Norm("NOP-4.3.02-02")
class Collegakeuze {

    private static final Set<Rol> VAKGENOTEN = EnumSet.of(Rol.LEERPLICHTAMBTENAAR, Rol.RMC_CONSULENT, Rol.BOA, Rol.COORDINATOR);

    private final Medewerkers medewerkers;

    Collegakeuze(Medewerkers medewerkers) {
        this.medewerkers = medewerkers;
    }

    /** The form for this employee; the same form when it asks for no colleague. */
    Formulier vulIn(Formulier formulier, String gemeente, Medewerker ik) {
        if (formulier.velden().stream().noneMatch(v -> v.soort() == Veldsoort.COLLEGA)) {
            return formulier;
        }
        List<Optie> collegas = medewerkers.inGemeente(gemeente).stream().filter(m -> !m.gebruikersnaam().equals(ik.gebruikersnaam()))
                .filter(m -> VAKGENOTEN.stream().anyMatch(rol -> m.heeft(rol, gemeente)))
                .map(m -> new Optie(m.gebruikersnaam(), m.naam())).toList();
        return new Formulier(formulier.id(), formulier.onderdelen().stream().map(v -> metKeuze(v, collegas)).toList());
    }

    private static Veld metKeuze(Veld veld, List<Optie> collegas) {
        List<Optie> opties = new ArrayList<>(veld.soort() == Veldsoort.COLLEGA ? collegas : List.of());
        opties.addAll(veld.opties());
        return new Veld(veld.soort(), veld.sleutel(), veld.label(), veld.omschrijving(), veld.eisen(), opties, veld.verbergen(), veld.standaard(),
                veld.vooraf(), veld.beslissing(), veld.normen(), veld.onderdelen().stream().map(v -> metKeuze(v, collegas)).toList());
    }
}
