package nl.schoolgang.procedure.relatiefverzuim;

import java.util.Date;
import nl.schoolgang.engine.Variabele;

/** The variables of {@code relatief-verzuim}; the names are those in the model, its tables and its forms. */
final class RelatiefVerzuimVariabelen {

    static final String PROCES = "relatief-verzuim";

    // Of the case.
    /** Whether the case asks for the conversation: a melding was judged unauthorised, or nobody was reached about it. */
    static final Variabele<Boolean> ONGEOORLOOFD = Variabele.jaNee("ongeoorloofd");
    /** Whether a melding still has work of its own (feedback, contact), or the outcome of a measure is still to be judged. */
    static final Variabele<Boolean> MELDINGEN_OPEN = Variabele.jaNee("meldingenOpen");
    /** How many outcomes of measures the officer has still to judge. */
    static final Variabele<Integer> OPEN_UITKOMSTEN = Variabele.getal("openUitkomsten");
    /** What ends the case from outside, one of {@code Gebeurteniscontrole.SOORTEN}; only in the scope that deals with it. */
    static final Variabele<String> GEBEURTENIS = Variabele.tekst("gebeurtenisSoort");
    /** Whether the absence had ended already when an event from outside came; only in the scope that deals with it. */
    static final Variabele<Boolean> VERZUIM_VOORBIJ = Variabele.jaNee("verzuimVoorbij");
    /** {@code ja} when the officer last judged that the absence had ended. */
    static final Variabele<String> VERZUIM_GEEINDIGD = Variabele.tekst("verzuimGeeindigd");
    /** What becomes of letters that are held: {@code versturen} or {@code tegenhouden}; null when the officer chose nothing. */
    static final Variabele<String> BRIEFBESLUIT = Variabele.tekst("briefBesluit");
    static final Variabele<String> AFSLUITREDEN = Variabele.tekst("afsluitreden");
    /** Null when no melding gave them. */
    static final Variabele<Double> UREN = Variabele.breuk("uren");
    static final Variabele<Boolean> LUXE = Variabele.jaNee("luxe");
    /** Null when not known. */
    static final Variabele<Boolean> LUXE_MEER_DAN_EEN_DAG = Variabele.jaNee("luxeMeerDanEenDag");
    /** Luxury absence on the last school day before a holiday for which an action of leerplicht was announced. */
    static final Variabele<Boolean> LUXE_ACTIEDAG = Variabele.jaNee("luxeActiedag");
    /** Whether an officer found that such an action was announced. */
    static final Variabele<Boolean> ACTIE_AANGEKONDIGD = Variabele.jaNee("actieAangekondigd");
    static final Variabele<Boolean> RECIDIVE = Variabele.jaNee("recidive");
    static final Variabele<Boolean> EERDER_HALT = Variabele.jaNee("eerderHalt");
    static final Variabele<Integer> LEEFTIJD = Variabele.getal("leeftijd");

    // Of one melding: declared in its own thread.
    static final Variabele<Boolean> GEMELD_DOOR_DIRECTEUR = Variabele.jaNee("gemeldDoorDirecteur");
    static final Variabele<String> TERUGMELDEN_AAN = Variabele.tekst("terugmeldenAan");
    static final Variabele<String> TERUGMELD_ACTIE = Variabele.tekst("terugmeldActie");
    static final Variabele<Boolean> VIA_DUO = Variabele.jaNee("viaDuo");
    static final Variabele<String> MELDING_SOORT = Variabele.tekst("meldingSoort");
    static final Variabele<String> SCHOOLSOORT = Variabele.tekst("schoolsoort");
    static final Variabele<Integer> EERDERE_MELDINGEN = Variabele.getal("eerdereMeldingenSchooljaar");
    static final Variabele<Boolean> BEKEND = Variabele.jaNee("bekendBijLeerplicht");
    static final Variabele<Boolean> GESTOPT = Variabele.jaNee("verzuimGestopt");
    static final Variabele<Boolean> LAATSTE_SCHOOLDAG = Variabele.jaNee("laatsteSchooldagVoorVakantie");
    static final Variabele<Boolean> ZIEK = Variabele.jaNee("ziekGemeld");
    static final Variabele<Boolean> ACTIE_GEWENST = Variabele.jaNee("actieGemeenteGewenst");
    static final Variabele<String> AANPAK = Variabele.tekst("aanpak");
    static final Variabele<String> EERSTE_AANPAK_ADVIES = Variabele.tekst("eersteAanpakAdvies");
    static final Variabele<String> SCHOOL_UITKOMST = Variabele.tekst("schoolUitkomst");
    static final Variabele<String> OORDEEL_CONTACT = Variabele.tekst("oordeelContact");
    /** {@code ja}, {@code nee} or null: what the officer answered about this melding. */
    static final Variabele<String> AANGEKONDIGDE_ACTIE = Variabele.tekst("aangekondigdeActie");
    static final Variabele<String> OORDEEL = Variabele.tekst("oordeel");
    static final Variabele<Date> AFSPRAAK_DATUM = Variabele.datum("afspraakDatum");

    private RelatiefVerzuimVariabelen() {
    }
}
