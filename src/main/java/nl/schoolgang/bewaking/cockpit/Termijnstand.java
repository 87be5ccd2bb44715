package nl.schoolgang.bewaking.cockpit;

import java.util.Arrays;
import nl.schoolgang.gemeente.OngeldigeInvoer;

/** How a term stands on a day, for who watches it. */
enum Termijnstand {
    /** Its last day is over in an open case, and what it was for has not been done. */
    TE_LAAT("te-laat"),
    /** It runs, and its warning day has come or its last day is near. */
    DREIGT("dreigt"),
    /** It runs. */
    LOOPT("loopt"),
    /** It stands still. */
    OPGESCHORT("opgeschort"),
    /** It has ended: in time, too late, or because it was no longer needed. */
    AFGEDAAN("afgedaan");

    /** A last day at most so many werkdagen away is near, as in the inbox. */
    static final int NABIJ_WERKDAGEN = 3;

    /** For SQL with the parameters {@code vandaag} and {@code straks}, on {@code termijn t} joined to {@code zaak z}. */
    static final String SQL = """
            case when t.status in ('lopend', 'verlengd') and t.laatste_dag < :vandaag then 'te-laat'
                when t.status = 'overschreden' and t.gedaan_op is null and z.status = 'open' then 'te-laat'
                when t.status = 'opgeschort' then 'opgeschort'
                when t.status in ('lopend', 'verlengd') and (t.waarschuwen_op <= :vandaag or t.laatste_dag <= :straks) then 'dreigt'
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
