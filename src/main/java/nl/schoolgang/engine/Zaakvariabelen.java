package nl.schoolgang.engine;

import java.util.Date;
import java.util.UUID;

/** The variables that every case has, whatever its procedure. */
public final class Zaakvariabelen {

    public static final Variabele<UUID> ZAAK_ID = Variabele.id("zaakId");
    public static final Variabele<String> GEMEENTE = Variabele.tekst("gemeente");
    public static final Variabele<UUID> LEERLING_ID = Variabele.id("leerlingId");
    /** The status that the case gets when its process ends; {@code afgesloten} when it is not set. */
    public static final Variabele<String> ZAAKSTATUS = Variabele.tekst("zaakstatus");
    /** In the thread of one melding only. */
    public static final Variabele<UUID> MELDING_ID = Variabele.id("meldingId");
    public static final Variabele<String> MELDINGSNUMMER = Variabele.tekst("meldingsnummer");
    /** When the melding was received; the begin of its terms. */
    public static final Variabele<Date> MELDING_ONTVANGEN = Variabele.datum("meldingOntvangen");

    private Zaakvariabelen() {
    }
}
