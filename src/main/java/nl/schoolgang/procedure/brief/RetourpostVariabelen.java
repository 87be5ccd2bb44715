package nl.schoolgang.procedure.brief;

import java.util.UUID;
import nl.schoolgang.engine.Variabele;

/** The variables of {@code retourpost}; the names are those in the model and its form. */
final class RetourpostVariabelen {

    static final String PROCES = "retourpost";
    /** The task in which the officer chooses; also the kind of the dossierstuk that holds the answers. */
    static final String ADRES_ZOEKEN = "adres-zoeken";
    static final Variabele<UUID> BRIEF_ID = Variabele.id("briefId");
    /** {@code opnieuw}, {@code ander-adres}, {@code anders-bericht} or {@code niet-te-vinden}. */
    static final Variabele<String> VERVOLG = Variabele.tekst("retourVervolg");

    private RetourpostVariabelen() {
    }
}
