package nl.schoolgang.kalender;

import java.time.ZoneId;

/** The one time zone in which days begin and end here. */
public final class Tijdzone {

    /** Europe/Amsterdam. */
    public static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private Tijdzone() {
    }
}
