package nl.schoolgang.werkvoorraad;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.gemeente.GeenRecht;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Recht;
import nl.schoolgang.leerling.Leerlingen;
import nl.schoolgang.termijn.Ingebrekestelling;
import nl.schoolgang.termijn.Ingebrekestellingen;
import nl.schoolgang.termijn.Opschortgrond;
import nl.schoolgang.termijn.Termijn;
import nl.schoolgang.termijn.Termijnwijzigingen;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaakstatus;
import nl.schoolgang.zaak.Zaken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an employee does to the terms of a case, for screens, API and Cockpit alike: tests the right in the municipality of the case, holds
 * pupil and case, and lets the timer and the dates of tasks follow. Whether the case may be seen at all is tested by who opens it.
 */
@Service
public class Termijnwerk {

    private final Termijnwijzigingen wijzigingen;
    private final Ingebrekestellingen ingebrekestellingen;
    private final Leerlingen leerlingen;
    private final Zaken zaken;

    Termijnwerk(Termijnwijzigingen wijzigingen, Ingebrekestellingen ingebrekestellingen, Leerlingen leerlingen, Zaken zaken) {
        this.wijzigingen = wijzigingen;
        this.ingebrekestellingen = ingebrekestellingen;
        this.leerlingen = leerlingen;
        this.zaken = zaken;
    }

    /** See {@link Termijnwijzigingen#schortOp}. */
    @Transactional
    public Termijn schortOp(Zaak zaak, UUID termijnId, Opschortgrond grond, LocalDate op, LocalDate uiterlijk, Medewerker ik) {
        return met(zaak, ik, () -> wijzigingen.schortOp(zaak.id(), termijnId, grond, op, uiterlijk, ik.gebruikersnaam()));
    }

    /** See {@link Termijnwijzigingen#hervat}. */
    @Transactional
    public Termijn hervat(Zaak zaak, UUID termijnId, LocalDate op, Medewerker ik) {
        return met(zaak, ik, () -> wijzigingen.hervat(zaak.id(), termijnId, op, ik.gebruikersnaam()));
    }

    /** See {@link Termijnwijzigingen#verleng}. */
    @Transactional
    public Termijn verleng(Zaak zaak, UUID termijnId, LocalDate op, Integer weken, LocalDate tot, boolean instemming, Medewerker ik) {
        return met(zaak, ik, () -> wijzigingen.verleng(zaak.id(), termijnId, op, weken, tot, instemming, ik.gebruikersnaam()));
    }

    /** See {@link Termijnwijzigingen#verplaats}. */
    @Transactional
    public Termijn verplaats(Zaak zaak, UUID termijnId, LocalDate naar, String reden, Medewerker ik) {
        return met(zaak, ik, () -> wijzigingen.verplaats(zaak.id(), termijnId, naar, reden, ik.gebruikersnaam()));
    }

    /** See {@link Ingebrekestellingen#ontvang}. */
    @Transactional
    public Ingebrekestelling stelInGebreke(Zaak zaak, UUID termijnId, LocalDate ontvangen, int aanvragers, String uitzondering, Medewerker ik) {
        return met(zaak, ik, () -> ingebrekestellingen.ontvang(zaak.id(), termijnId, ontvangen, aanvragers, uitzondering, ik.gebruikersnaam()));
    }

    /** See {@link Ingebrekestellingen#beslist}. */
    @Transactional
    public Ingebrekestelling beslist(Zaak zaak, UUID termijnId, LocalDate op, Medewerker ik) {
        return met(zaak, ik, () -> ingebrekestellingen.beslist(zaak.id(), termijnId, op));
    }

    /** See {@link Ingebrekestellingen#stelVast}. */
    @Transactional
    public Ingebrekestelling stelVast(Zaak zaak, UUID termijnId, LocalDate op, Medewerker ik) {
        return met(zaak, ik, () -> ingebrekestellingen.stelVast(zaak.id(), termijnId, op, ik.gebruikersnaam()));
    }

    private <T> T met(Zaak zaak, Medewerker ik, Supplier<T> werk) {
        if (!ik.mag(Recht.TERMIJN_WIJZIGEN, zaak.gemeente())) {
            throw new GeenRecht("U mag termijnen in deze gemeente niet wijzigen.");
        }
        leerlingen.vergrendel(zaak.leerlingId());
        if (zaken.vergrendel(zaak.id()).status() != Zaakstatus.OPEN) {
            throw new Conflict("De zaak is gesloten.");
        }
        return werk.get();
    }
}
