package nl.schoolgang.dossier;

import java.util.UUID;

/**
 * Something that was done with personal data, to be logged. Ids and words of ours only: no name of a pupil, parent or other person, and
 * nothing of what was read or written.
 *
 * @param gemeente   code of the municipality whose data these are
 * @param leerlingId whose data; null when it is about no single pupil (a search)
 * @param zaakId     null outside a case
 * @param wie        user name; null when the system does it
 * @param doel       for what, in a few Dutch words that are the same for all pupils ("zaak bekijken")
 * @param grondslag  the article on which it rests
 * @param ontvanger  who receives it: an organisation or a capacity ("DUO", "ouder"), never a person's name; null when nobody does
 * @param onderwerp  what it is about: a kind, with an id where there is one ("dossierstuk 3f2c…"); may be null
 * @param geweigerd  it was tried and refused
 */
public record Verwerking(Verwerkingsactie actie, String gemeente, UUID leerlingId, UUID zaakId, String wie, String doel, String grondslag,
                         String ontvanger, String onderwerp, boolean geweigerd) {

    /** The ground of supervision: Leerplichtwet 1969, the officer's task. */
    public static final String TOEZICHT = "LPW 16";
    /** The ground of accountability for processing: AVG. */
    public static final String VERANTWOORDING = "AVG 5 lid 2";

    /** What was done and succeeded, without naming a piece. */
    public Verwerking(Verwerkingsactie actie, String gemeente, UUID leerlingId, UUID zaakId, String wie, String doel, String grondslag,
            String ontvanger) {
        this(actie, gemeente, leerlingId, zaakId, wie, doel, grondslag, ontvanger, null, false);
    }

    /** Somebody looks. */
    public static Verwerking raadplegen(String gemeente, UUID leerlingId, UUID zaakId, String wie, String doel) {
        return new Verwerking(Verwerkingsactie.RAADPLEGEN, gemeente, leerlingId, zaakId, wie, doel, TOEZICHT, null);
    }

    /** Somebody records what was not known yet. */
    public static Verwerking verzamelen(String gemeente, UUID leerlingId, UUID zaakId, String wie, String doel) {
        return new Verwerking(Verwerkingsactie.VERZAMELEN, gemeente, leerlingId, zaakId, wie, doel, TOEZICHT, null);
    }

    /** Somebody changes what was known. */
    public static Verwerking wijzigen(String gemeente, UUID leerlingId, UUID zaakId, String wie, String doel) {
        return new Verwerking(Verwerkingsactie.WIJZIGEN, gemeente, leerlingId, zaakId, wie, doel, TOEZICHT, null);
    }

    /** Somebody gives data to another. */
    public static Verwerking verstrekken(String gemeente, UUID leerlingId, UUID zaakId, String wie, String doel, String grondslag,
            String ontvanger) {
        return new Verwerking(Verwerkingsactie.VERSTREKKEN, gemeente, leerlingId, zaakId, wie, doel, grondslag, ontvanger);
    }

    /** The same, naming what it is about. */
    public Verwerking over(String iets) {
        return new Verwerking(actie, gemeente, leerlingId, zaakId, wie, doel, grondslag, ontvanger, iets, geweigerd);
    }

    /** The same, but tried and refused. */
    public Verwerking alsGeweigerd() {
        return new Verwerking(actie, gemeente, leerlingId, zaakId, wie, doel, grondslag, ontvanger, onderwerp, true);
    }
}
