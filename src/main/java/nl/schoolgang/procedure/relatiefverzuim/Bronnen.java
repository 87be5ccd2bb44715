package nl.schoolgang.procedure.relatiefverzuim;

import nl.schoolgang.melding.Melding;

/** To whom goes what is reported back: DUO when it came from there, else the one who reported. */
final class Bronnen {

    private Bronnen() {
    }

    static String ontvanger(Melding melding) {
        return switch (melding.bron()) {
            case Melding.BRON_DUO -> Melding.BRON_DUO;
            case "school-buiten-duo" -> "school";
            default -> "melder";
        };
    }

    /** The receiver as the time line names it. */
    static String inWoorden(String aan) {
        return switch (aan) {
            case "duo" -> "DUO";
            case "school" -> "de school";
            default -> "wie meldde";
        };
    }}
