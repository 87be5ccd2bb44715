package nl.schoolgang.procedure.gesprek;

import nl.schoolgang.engine.Variabele;

/** The variables of {@code gesprek}; the names are those in the model and its forms. */
final class GesprekVariabelen {

    /** Of the youth, in whole years at the begin: from 12 a youth is invited, heard and judged too. */
    static final Variabele<Integer> LEEFTIJD = Variabele.getal("leeftijd");
    /** Whether a parent with authority needs an interpreter. */
    static final Variabele<Boolean> TOLK_NODIG = Variabele.jaNee("tolkNodig");
    /** Which invitation is the next: 1 is the first. Another date asked for is no new invitation. */
    static final Variabele<Integer> UITNODIGING_NUMMER = Variabele.getal("uitnodigingNummer");
    /** Handed in by who calls: whether culpability, intent and care are judged here; true when it is not handed in. */
    static final Variabele<Boolean> BEOORDELEN = Variabele.jaNee("gesprekBeoordelen");

    private GesprekVariabelen() {
    }
}
