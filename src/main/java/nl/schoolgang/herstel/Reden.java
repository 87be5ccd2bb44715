package nl.schoolgang.herstel;

import nl.schoolgang.gemeente.OngeldigeInvoer;

/** Why something is put right: asked of everybody, kept in the dossier. */
final class Reden {

    static final String VELD = "reden";
    private static final int KORTSTE = 10;
    private static final int LANGSTE = 2000;

    private Reden() {
    }

    /** @throws OngeldigeInvoer when nothing, too little or too much was written */
    static String lees(String tekst) {
        String kaal = tekst == null ? "" : tekst.replace("\r\n", "\n").replace("\0", "").strip();
        if (kaal.length() < KORTSTE) {
            throw new OngeldigeInvoer(VELD, "Schrijf op waarom u dit herstelt, in ten minste " + KORTSTE + " tekens.");
        }
        if (kaal.length() > LANGSTE) {
            throw new OngeldigeInvoer(VELD, "Gebruik hoogstens " + LANGSTE + " tekens.");
        }
        return kaal;
    }
}
