package nl.schoolgang.melding;

import java.util.List;
import nl.schoolgang.zaak.Zaak;

/**
 * Port to the procedures: what happens in a case when the intake has taken in a melding. Called in the intake's transaction, while
 * the pupil's row is held, possibly again after that transaction was rolled back; what it throws undoes the intake; a
 * {@link org.springframework.dao.ConcurrencyFailureException} makes the intake try again.
 */
public interface Meldingsverwerking {

    /** The procedure that takes this melding: {@code relatief-verzuim} or {@code verzuim-18-plus}. */
    String procedure(Melding melding);

    /**
     * A melding that was not known, or one that was withdrawn and is registered again.
     *
     * @param nieuweZaak true: the case was opened (again) for it and has no process yet; false: it joins an open case
     */
    void nieuw(Zaak zaak, boolean nieuweZaak, Melding melding);

    /**
     * A new melding about a pupil of whom it is known that the pupil died: it is closed with whom it came from, nobody is written to, and
     * somebody is asked to look at it.
     *
     * @param zaak opened for it; is closed afterwards
     */
    void naOverlijden(Zaak zaak, Melding melding);

    /**
     * A melding that stood in a closed case goes to an open case of the same pupil, with all that stands under it; {@link #nieuw} follows.
     *
     * @param door user name
     */
    void verhuisd(Melding melding, Zaak naar, String door);

    /** A known melding was withdrawn by who notified it; the case may be closed already. */
    void ingetrokken(Zaak zaak, Melding melding);

    /**
     * A known melding arrived with other content; the case may be closed already.
     *
     * @param melding     as it is now
     * @param wijzigingen at least one
     */
    void gewijzigd(Zaak zaak, Melding melding, List<Wijziging> wijzigingen);
}
