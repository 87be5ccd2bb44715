package nl.schoolgang.toegang;

import static nl.schoolgang.gemeente.Recht.ALLE_TAKEN_ZIEN;
import static nl.schoolgang.gemeente.Recht.BERICHTEN_BEHEREN;
import static nl.schoolgang.gemeente.Recht.BEWAKEN;
import static nl.schoolgang.gemeente.Recht.BRIEVEN_VERZENDEN;
import static nl.schoolgang.gemeente.Recht.COCKPIT;
import static nl.schoolgang.gemeente.Recht.INZAGELOG_ZIEN;
import static nl.schoolgang.gemeente.Recht.INZAGE_LEERLING_ZIEN;
import static nl.schoolgang.gemeente.Recht.HERSTELLEN;
import static nl.schoolgang.gemeente.Recht.KALENDER_BEHEREN;
import static nl.schoolgang.gemeente.Recht.KLOK_ZETTEN;
import static nl.schoolgang.gemeente.Recht.LEERLING_WIJZIGEN;
import static nl.schoolgang.gemeente.Recht.LEERLING_ZIEN;
import static nl.schoolgang.gemeente.Recht.MELDING_AANLEVEREN;
import static nl.schoolgang.gemeente.Recht.METINGEN_LEZEN;
import static nl.schoolgang.gemeente.Recht.SCHERMEN;
import static nl.schoolgang.gemeente.Recht.TAAK_AFRONDEN;
import static nl.schoolgang.gemeente.Recht.TERMIJN_BEREKENEN;
import static nl.schoolgang.gemeente.Recht.TERMIJN_WIJZIGEN;
import static nl.schoolgang.gemeente.Recht.WERKVOORRAAD_ZIEN;
import static nl.schoolgang.gemeente.Recht.WERK_VERDELEN;
import static nl.schoolgang.gemeente.Recht.ZAAK_STARTEN;
import static nl.schoolgang.gemeente.Recht.ZAAK_ZIEN;

import java.util.List;
import java.util.Set;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Recht;
import org.springframework.http.HttpMethod;

/**
 * One line of the table that ties addresses to rights. It tests whether somebody has the right anywhere; whether that is
 * in the municipality of this case, task or pupil is tested by who opens it. What no line names is refused.
 *
 * @param methode null: every method
 * @param rechten one of these is enough; empty: nobody
 */
record Toegangsregel(HttpMethod methode, String patroon, Set<Recht> rechten) {

    /** The API; the first line that fits decides. */
    static final List<Toegangsregel> API = List.of(
            regel(HttpMethod.POST, "/api/v1/verzuimmeldingen/**", MELDING_AANLEVEREN),
            regel(HttpMethod.POST, "/api/v1/kennisgevingen", MELDING_AANLEVEREN),
            regel(HttpMethod.POST, "/api/v1/zaken/*/gebeurtenissen", MELDING_AANLEVEREN),
            regel(HttpMethod.POST, "/api/v1/zaken/*/heropenen", HERSTELLEN),
            regel(HttpMethod.POST, "/api/v1/zaken/*/meldingen/*/verplaatsen", HERSTELLEN),
            regel(HttpMethod.POST, "/api/v1/zaken/*/meldingen/*/intrekking-ongedaan", HERSTELLEN),
            regel(HttpMethod.GET, "/api/v1/leerlingen/*/samenvoegen/*", HERSTELLEN),
            regel(HttpMethod.POST, "/api/v1/leerlingen/*/samenvoegen/*", HERSTELLEN),
            regel(HttpMethod.POST, "/api/v1/zaken/*/termijnen/**", TERMIJN_WIJZIGEN),
            regel(HttpMethod.GET, "/api/v1/zaken/**", ZAAK_ZIEN),
            regel(HttpMethod.GET, "/api/v1/taken/**", WERKVOORRAAD_ZIEN, ALLE_TAKEN_ZIEN),
            regel(HttpMethod.POST, "/api/v1/taken/**", TAAK_AFRONDEN),
            regel(HttpMethod.GET, "/api/v1/termijnen/**", TERMIJN_BEREKENEN),
            regel(HttpMethod.GET, "/api/v1/kalender/**", TERMIJN_BEREKENEN),
            regel(HttpMethod.POST, "/api/v1/kalender/verzuimvenster", TERMIJN_BEREKENEN),
            regel(HttpMethod.POST, "/api/v1/kalender/kb-dagen/**", KALENDER_BEHEREN),
            regel(HttpMethod.POST, "/api/v1/kalender/vakanties", KALENDER_BEHEREN),
            regel(HttpMethod.POST, "/api/v1/termijnen/ook-lopende", KALENDER_BEHEREN),
            regel(null, "/api/v1/demo/klok", KLOK_ZETTEN),
            regel(null, "/api/v1/berichten/**", BERICHTEN_BEHEREN),
            regel(HttpMethod.GET, "/api/v1/brieven/**", ZAAK_ZIEN),
            regel(HttpMethod.POST, "/api/v1/brieven/**", BRIEVEN_VERZENDEN),
            regel(HttpMethod.GET, "/actuator/prometheus", METINGEN_LEZEN),
            regel(HttpMethod.GET, "/v3/api-docs/**", Recht.values()));

    /** The screens and Cockpit; the first line that fits decides. Cockpit's own REST interface comes from the engine. */
    static final List<Toegangsregel> SCHERM = List.of(
            regel(HttpMethod.GET, "/", SCHERMEN),
            regel(HttpMethod.GET, "/werkvoorraad/**", WERKVOORRAAD_ZIEN),
            regel(HttpMethod.GET, "/taken/**", WERKVOORRAAD_ZIEN),
            regel(HttpMethod.POST, "/taken/**", TAAK_AFRONDEN),
            regel(null, "/zaken/*/heropenen", HERSTELLEN),
            regel(null, "/zaken/*/meldingen/**", HERSTELLEN),
            regel(null, "/leerlingen/*/samenvoegen/**", HERSTELLEN),
            regel(HttpMethod.GET, "/zaken/**", ZAAK_ZIEN),
            regel(HttpMethod.POST, "/zaken/**", LEERLING_WIJZIGEN),
            regel(HttpMethod.GET, "/brieven/*/pdf", ZAAK_ZIEN),
            regel(null, "/brieven/**", BRIEVEN_VERZENDEN),
            regel(HttpMethod.GET, "/leerlingen/*/inzage", INZAGE_LEERLING_ZIEN),
            regel(null, "/inzagelog/**", INZAGELOG_ZIEN),
            regel(HttpMethod.GET, "/leerlingen/**", LEERLING_ZIEN),
            regel(HttpMethod.POST, "/leerlingen", LEERLING_ZIEN),
            regel(HttpMethod.POST, "/leerlingen/*/ouders/*", LEERLING_WIJZIGEN),
            regel(HttpMethod.POST, "/leerlingen/*/**", LEERLING_WIJZIGEN),
            regel(HttpMethod.GET, "/scholen/**", LEERLING_ZIEN),
            regel(HttpMethod.POST, "/scholen/*", LEERLING_WIJZIGEN),
            regel(null, "/nieuw/**", ZAAK_STARTEN),
            regel(null, "/bewaking/overdragen/**", WERK_VERDELEN),
            regel(null, "/bewaking/**", BEWAKEN),
            regel(null, "/profiel/**", SCHERMEN),
            regel(HttpMethod.GET, "/beheer", BERICHTEN_BEHEREN),
            regel(null, "/beheer/berichten/**", BERICHTEN_BEHEREN),
            regel(null, "/beheer/kalender/**", KALENDER_BEHEREN),
            regel(HttpMethod.POST, "/demo/klok", KLOK_ZETTEN),
            regel(null, "/camunda/app/tasklist/**"),
            regel(null, "/camunda/app/admin/**"),
            regel(null, "/camunda/app/welcome/**"),
            regel(null, "/camunda/api/tasklist/**"),
            regel(null, "/camunda/api/welcome/**"),
            regel(HttpMethod.GET, "/camunda/api/admin/auth/**", COCKPIT),
            regel(null, "/camunda/api/admin/**"),
            regel(null, "/camunda/**", COCKPIT));

    /** Where nobody logs in: who knows the secret in the address may. */
    static final String AGENDA = "/agenda/*";

    boolean staatToe(Medewerker medewerker) {
        return rechten.stream().anyMatch(medewerker::magErgens);
    }

    private static Toegangsregel regel(HttpMethod methode, String patroon, Recht... rechten) {
        return new Toegangsregel(methode, patroon, Set.of(rechten));
    }
}
