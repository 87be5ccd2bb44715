package nl.schoolgang.herstel;

import nl.schoolgang.zaak.Zaak;

/**
 * Port to the procedures: what happens to the work of a case when it is put right. Called in the transaction that puts it right, while the
 * pupils and the cases are held; what it throws undoes all. Nothing that was sent, said or judged is done a second time, and what has
 * lapsed stays lapsed.
 */
public interface Zaakherstel {

    /** The procedure whose open cases of one pupil are one. */
    String procedure();

    /**
     * Joins the contents of an open case with another open case: its meldingen go along with their own work, messages, terms and dossier;
     * the emptied case closes as joined and leads on to the other.
     *
     * @param door user name
     */
    void voegSamen(Zaak blijft, Zaak gaatOp, String door);

    /** The pupil of the case is known under another id from now on. */
    void leerlingGewijzigd(Zaak zaak);
}
