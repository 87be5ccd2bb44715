package nl.schoolgang.engine;

import java.util.Date;
import java.util.Map;
import java.util.UUID;
import nl.schoolgang.zaak.Zaak;

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

    /** The variables that a case starts its process with. */
    public static Map<String, Object> van(Zaak zaak) {
        return Map.of(ZAAK_ID.naam(), ZAAK_ID.waarde(zaak.id()), GEMEENTE.naam(), zaak.gemeente(),
                LEERLING_ID.naam(), LEERLING_ID.waarde(zaak.leerlingId()));
    }

    private Zaakvariabelen() {
    }
}
