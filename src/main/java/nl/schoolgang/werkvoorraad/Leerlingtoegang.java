package nl.schoolgang.werkvoorraad;

import java.util.UUID;
import nl.schoolgang.gemeente.GeenInzage;
import nl.schoolgang.gemeente.GeenRecht;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.NietGevonden;
import nl.schoolgang.gemeente.Recht;
import nl.schoolgang.leerling.Leerling;
import nl.schoolgang.leerling.Leerlingen;
import org.springframework.stereotype.Component;

/** Opens a pupil for an employee, or refuses: who may not see the pupil is told there is none. */
@Component
class Leerlingtoegang {

    private final Leerlingen leerlingen;

    Leerlingtoegang(Leerlingen leerlingen) {
        this.leerlingen = leerlingen;
    }

    /**
     * @throws GeenRecht    when the employee sees no pupils anywhere
     * @throws NietGevonden when there is no such pupil in the employee's municipalities
     */
    Leerling zichtbaar(UUID id, Medewerker ik) {
        moet(ik);
        Leerling leerling = leerlingen.metId(id);
        if (!ik.mag(Recht.LEERLING_ZIEN, leerling.gemeente())) {
            throw new GeenInzage("Deze leerling bestaat niet.", leerling.gemeente(), id, null);
        }
        return leerling;
    }

    /** Like {@link #zichtbaar}, and refuses who may see but not change. */
    Leerling wijzigbaar(UUID id, Medewerker ik) {
        Leerling leerling = zichtbaar(id, ik);
        if (!ik.mag(Recht.LEERLING_WIJZIGEN, leerling.gemeente())) {
            throw new GeenRecht("U mag de gegevens van leerlingen niet wijzigen.");
        }
        return leerling;
    }

    static void moet(Medewerker ik) {
        if (!ik.magErgens(Recht.LEERLING_ZIEN)) {
            throw new GeenRecht("U mag geen gegevens van leerlingen zien.");
        }
    }
}
