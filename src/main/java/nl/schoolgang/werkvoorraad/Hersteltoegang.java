package nl.schoolgang.werkvoorraad;

import java.util.List;
import java.util.UUID;
import nl.schoolgang.gemeente.GeenInzage;
import nl.schoolgang.gemeente.GeenRecht;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.NietGevonden;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.gemeente.Recht;
import nl.schoolgang.leerling.Leerling;
import nl.schoolgang.leerling.Leerlingen;
import nl.schoolgang.melding.Melding;
import nl.schoolgang.melding.Meldingen;
import nl.schoolgang.zaak.Zaak;
import org.springframework.stereotype.Service;

/** Opens what is to be put right, for screens and API alike; who may not see it learns nothing of it. */
@Service
public class Hersteltoegang {

    private static final String GEEN_MELDING = "Deze melding staat niet in deze zaak.";

    private final Leerlingen leerlingen;
    private final Meldingen meldingen;
    private final Zaakzicht zicht;
    private final Inzagespoor spoor;

    Hersteltoegang(Leerlingen leerlingen, Meldingen meldingen, Zaakzicht zicht, Inzagespoor spoor) {
        this.leerlingen = leerlingen;
        this.meldingen = meldingen;
        this.zicht = zicht;
        this.spoor = spoor;
    }

    /**
     * A pupil of whom the employee may put things right and see every case of relatief verzuim.
     *
     * @throws NietGevonden when there is no such pupil, or the employee may not see it
     * @throws GeenRecht    when the employee may not put things right there
     */
    public Leerling leerling(UUID id, Medewerker ik) {
        Leerling leerling = leerlingen.metId(id);
        if (!ik.mag(Recht.LEERLING_ZIEN, leerling.gemeente())) {
            throw new GeenInzage("Deze leerling bestaat niet.", leerling.gemeente(), leerling.id(), null);
        }
        eisHerstellen(leerling.gemeente(), ik);
        if (!zicht.blik(ik).test(leerling.gemeente(), "relatief-verzuim")) {
            throw new GeenRecht("U mag de zaken van deze leerling niet zien.");
        }
        return leerling;
    }

    /**
     * A case in which the employee may put things right; that it was looked at is logged.
     *
     * @throws NietGevonden when there is no such case, or the employee may not see it
     * @throws GeenRecht    when the employee may not put things right there
     */
    public Zaak zaak(String zaaknummer, Medewerker ik) {
        Zaak zaak = zicht.open(zaaknummer, ik);
        eisHerstellen(zaak.gemeente(), ik);
        spoor.zaak(zaak, ik);
        return zaak;
    }

    /** @throws NietGevonden when the case has no such melding */
    Melding melding(Zaak zaak, UUID id) {
        return meldingen.vanZaak(zaak.id()).stream().filter(m -> m.id().equals(id)).findFirst().orElseThrow(() -> new NietGevonden(GEEN_MELDING));
    }

    /**
     * The melding with this number.
     *
     * @throws NietGevonden    when the case has none
     * @throws OngeldigeInvoer when it has more than one, from different sources
     */
    public Melding melding(Zaak zaak, String meldingsnummer) {
        List<Melding> gevonden = meldingen.vanZaak(zaak.id()).stream().filter(m -> m.meldingsnummer().equals(meldingsnummer)).toList();
        if (gevonden.isEmpty()) {
            throw new NietGevonden(GEEN_MELDING);
        }
        if (gevonden.size() > 1) {
            throw new OngeldigeInvoer("meldingsnummer", "Deze zaak heeft meer dan één melding met dit nummer. Herstel haar op het scherm.");
        }
        return gevonden.get(0);
    }

    private static void eisHerstellen(String gemeente, Medewerker ik) {
        if (!ik.mag(Recht.HERSTELLEN, gemeente)) {
            throw new GeenRecht("U mag in deze gemeente niets herstellen.");
        }
    }
}
