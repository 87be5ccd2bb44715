package nl.schoolgang.gemeente;

import java.util.UUID;

/**
 * It exists, but the asker may not know that it does: answered as {@link NietGevonden}, and logged as a refused look (Wpg 32a).
 * Ids only.
 */
public class GeenInzage extends NietGevonden {

    private static final long serialVersionUID = 1L;

    private final String gemeente;
    private final UUID leerlingId;
    private final UUID zaakId;

    /**
     * @param reden  in Dutch, the same as when it does not exist
     * @param zaakId null when it is about no case
     */
    public GeenInzage(String reden, String gemeente, UUID leerlingId, UUID zaakId) {
        super(reden);
        this.gemeente = gemeente;
        this.leerlingId = leerlingId;
        this.zaakId = zaakId;
    }

    /** Code of the municipality whose data were asked for. */
    public String gemeente() {
        return gemeente;
    }

    /** Whose data were asked for. */
    public UUID leerlingId() {
        return leerlingId;
    }

    /** The case that was asked for; null when it was none. */
    public UUID zaakId() {
        return zaakId;
    }
}
