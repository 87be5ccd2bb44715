package nl.schoolgang.bewaking.cockpit;

import java.util.Arrays;
import nl.schoolgang.gemeente.OngeldigeInvoer;

/** How a term stands on a day, for who watches it. */
enum Termijnstand {
    /** Its last day is over in an open case, and what it was for has not been done. */
    TE_LAAT("te-laat"),
    /** It runs, and its warning day has come; without a warning day: its last day. */
    DREIGT("dreigt"),
    /** It runs. */
    LOOPT("loopt"),
    /** It stands still. */
    OPGESCHORT("opgeschort"),
    /** It has ended: in time, too late, or because it was no longer needed. */
    AFGEDAAN("afgedaan");

    /** As on the screens of the watch. For SQL with the parameter {@code vandaag}, on {@code termijn t} joined to {@code zaak z}. */
    static final String SQL = """
            case when t.status in ('lopend', 'verlengd') and t.laatste_dag < :vandaag and not t.mijlpaal then 'te-laat'
                when t.status = 'overschreden' and t.gedaan_op is null and z.status = 'open' then 'te-laat'
                when t.status = 'opgeschort' then 'opgeschort'
                when t.status in ('lopend', 'verlengd') and coalesce(t.waarschuwen_op, t.laatste_dag) <= :vandaag then 'dreigt'
                when t.status in ('lopend', 'verlengd') then 'loopt'
                else 'afgedaan' end""";

    private final String code;

    Termijnstand(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    /** @throws OngeldigeInvoer when there is no such code */
    static Termijnstand vanCode(String code) {
        return Arrays.stream(values()).filter(s -> s.code.equals(code)).findFirst()
                .orElseThrow(() -> new OngeldigeInvoer("stand", "Deze stand van een termijn is er niet."));
    }
}
