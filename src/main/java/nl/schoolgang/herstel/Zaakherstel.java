package nl.schoolgang.herstel;

import java.time.LocalDate;
import nl.schoolgang.melding.Melding;
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

    /**
     * A melding goes to the case of another pupil, where talking and judging begin anew: they were about somebody else.
     *
     * @param melding   as it was
     * @param van       the case of the wrong pupil; may be closed
     * @param naar      an open case of the right pupil
     * @param nieuw     whether that case was opened for it, and has no process yet
     * @param correctie when it was the last melding of the open case that it leaves: true lets that case go to its closing, where the
     *                  family is told; false closes it without a word
     * @param door      user name
     * @throws nl.schoolgang.gemeente.Conflict when the case that it leaves may not close without a word
     */
    void verplaats(Melding melding, Zaak van, Zaak naar, boolean nieuw, boolean correctie, String door);

    /**
     * A case that was closed goes on.
     *
     * @param zaak     open again, without a process
     * @param afspraak the date until which agreements are watched; null unless they are
     * @param door     user name
     */
    void hervat(Zaak zaak, Hervatpunt punt, LocalDate afspraak, String door);
}
