package nl.schoolgang.melding;

import nl.schoolgang.zaak.Zaak;

/** Port to the procedures: what an event from outside does in a case. Called in the transaction that records it, while pupil and case are held. */
public interface Gebeurtenisverwerking {

    /** Whether the event can still mean something for this case, open or closed. */
    boolean kanVerwerken(Zaak zaak, String soort);

    /** Lets the event do its work. */
    void verwerk(Zaak zaak, Zaakgebeurtenis gebeurtenis);
}
