package nl.schoolgang.brief;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.schoolgang.leerling.Adres;
import nl.schoolgang.leerling.Adresgeheim;
import nl.schoolgang.leerling.Leerling;
import nl.schoolgang.leerling.Leerlingen;
import nl.schoolgang.leerling.Ouder;
import nl.schoolgang.leerling.Scholen;
import nl.schoolgang.melding.Melding;
import nl.schoolgang.normen.Norm;
import org.springframework.stereotype.Component;

/**
 * Who gets a letter, and where. Each parent with authority has a letter of its own at its own address; the youth has one from 12; whoever
 * is 18 or over is of age, and the parents get none; a letter that speaks to parents is not sent to the youth instead. An address that is
 * secret stands in the letter to that person only.
 */
@Component
@Norm({"BUN-06.08-05", "NOP-3.2.03-03"})
class Geadresseerden {

    private static final int EIGEN_BRIEF = 12;
    static final int MEERDERJARIG = 18;
    /** Sources of a melding behind which a school stands. */
    private static final Set<String> VAN_SCHOOL = Set.of(Melding.BRON_DUO, "school-buiten-duo");
    private static final String TERUGVAL_AANHEF = "Geachte heer of mevrouw,";
    /** Key of the answer that names, one a line, who else is involved. */
    private static final String BETROKKENEN = "betrokkenen";

    private final Leerlingen leerlingen;
    private final Adresgeheim adresgeheim;
    private final Scholen scholen;

    private final Ontvangplicht plicht;

    Geadresseerden(Leerlingen leerlingen, Adresgeheim adresgeheim, Scholen scholen, Ontvangplicht plicht) {
        this.plicht = plicht;
        this.leerlingen = leerlingen;
        this.adresgeheim = adresgeheim;
        this.scholen = scholen;
    }

    /** Everybody who gets this letter, somebody without an address included; empty when it is for nobody in this case. */
    List<Geadresseerde> van(Sjabloon sjabloon, Briefzaak zaak) {
        int leeftijd = zaak.leerling().leeftijdOp(zaak.vandaag());
        List<Geadresseerde> alle = new ArrayList<>();
        for (String aan : sjabloon.aan()) {
            switch (aan) {
                case Sjabloon.OUDERS -> {
                    if (leeftijd < MEERDERJARIG) {
                        alle.addAll(gekozenOuders(sjabloon, zaak));
                    }
                }
                case Sjabloon.JONGERE_12 -> {
                    if (leeftijd >= EIGEN_BRIEF && isJongereGekozen(sjabloon, zaak)) {
                        alle.add(jongere(zaak.leerling()));
                    }
                }
                case Sjabloon.JONGERE -> alle.add(jongere(zaak.leerling()));
                case Sjabloon.MELDER_PER_BRIEF -> alle.addAll(scholen(Aansoort.MELDER, zaak).stream()
                        .filter(m -> m.email() == null || Melding.BRON_DUO.equals(m.melding().bron())).toList());
                case Sjabloon.MELDER, Sjabloon.SCHOOL -> alle.addAll(scholen(Aansoort.valueOf(aan.toUpperCase(Locale.ROOT)), zaak));
                case Sjabloon.BETROKKENEN -> alle.addAll(betrokkenen(zaak));
                default -> throw new IllegalStateException("Onbekende geadresseerde: " + aan);
            }
        }
        return alle;
    }

    /** Everybody for whom a letter is now: a letter to an unknown parent is for each parent that is known since. */
    List<Geadresseerde> allenOpnieuw(Brief brief, Leerling leerling) {
        return brief.aanSoort() == Aansoort.OUDER && brief.aanId() == null ? ouders(leerling) : List.of(opnieuw(brief, leerling));
    }

    /** The same person with what is known today: the address may have been mended. */
    Geadresseerde opnieuw(Brief brief, Leerling leerling) {
        return switch (brief.aanSoort()) {
            case OUDER -> ouders(leerling).stream().filter(o -> brief.aanId() == null || brief.aanId().equals(o.id())).findFirst()
                    .orElseGet(Geadresseerden::onbekendeOuder);
            case JONGERE -> jongere(leerling);
            default -> new Geadresseerde(brief.aanSoort(), null, brief.aanNaam(), TERUGVAL_AANHEF, List.of(), false, null, false, null, null);
        };
    }

    /** Whether the address of who got this letter is secret today, whatever it was when the letter was made. */
    boolean nuGeheim(Brief brief, Leerling leerling) {
        return switch (brief.aanSoort()) {
            case OUDER -> leerlingen.ouders(leerling.id()).stream().anyMatch(o -> o.geheimAdres() && o.id().equals(brief.aanId()));
            case JONGERE -> jongere(leerling).geheim();
            default -> false;
        };
    }

    /**
     * Parents are numbered as on the page of the pupil; one who was chosen and is not known is not forgotten. Who must have the letter gets
     * it, chosen or not.
     */
    private List<Geadresseerde> gekozenOuders(Sjabloon sjabloon, Briefzaak zaak) {
        List<Geadresseerde> ouders = ouders(zaak.leerling());
        Collection<?> gekozen = gekozen(sjabloon, zaak);
        if (gekozen.isEmpty() || plicht.oudersAltijd(sjabloon.code(), zaak.zaak().gemeente())) {
            return ouders;
        }
        return IntStream.range(0, Math.max(ouders.size(), 2)).filter(i -> gekozen.contains("ouder-" + (i + 1)))
                .mapToObj(i -> i < ouders.size() ? ouders.get(i) : onbekendeOuder()).toList();
    }

    private static boolean isJongereGekozen(Sjabloon sjabloon, Briefzaak zaak) {
        Collection<?> gekozen = gekozen(sjabloon, zaak);
        return gekozen.isEmpty() || gekozen.contains(Sjabloon.JONGERE);
    }

    /** Codes of who was chosen; empty when there is no choice, or none was made yet. */
    private static Collection<?> gekozen(Sjabloon sjabloon, Briefzaak zaak) {
        return sjabloon.gekozen() != null && zaak.antwoorden().get(sjabloon.gekozen()) instanceof Collection<?> gekozen ? gekozen : List.of();
    }

    private List<Geadresseerde> ouders(Leerling leerling) {
        List<Geadresseerde> ouders = leerlingen.ouders(leerling.id()).stream().filter(Ouder::gezag).map(Geadresseerden::ouder).toList();
        return ouders.isEmpty() ? List.of(onbekendeOuder()) : ouders;
    }

    private static Geadresseerde onbekendeOuder() {
        return new Geadresseerde(Aansoort.OUDER, null, "ouder met gezag (niet bekend)", TERUGVAL_AANHEF, List.of(), false, null, false, null, null);
    }

    private static Geadresseerde ouder(Ouder ouder) {
        String aanspreking = switch (ouder.relatie() == null ? "" : ouder.relatie()) {
            case "moeder" -> "Geachte mevrouw ";
            case "vader" -> "Geachte heer ";
            default -> "Geachte heer of mevrouw ";
        };
        String naam = Stream.of(ouder.voorvoegsel(), ouder.achternaam()).filter(d -> d != null && !d.isBlank())
                .reduce((a, b) -> a + " " + b).orElse("");
        return new Geadresseerde(Aansoort.OUDER, ouder.id(), ouder.naam(),
                aanspreking + Character.toUpperCase(naam.charAt(0)) + naam.substring(1) + ",", regels(ouder.adres()), ouder.geheimAdres(),
                taal(ouder.taal()), ouder.tolkNodig(), ouder.elektronisch() ? ouder.email() : null, null);
    }

    /** Whoever lives at a parent's secret address has a secret address. */
    private Geadresseerde jongere(Leerling leerling) {
        boolean geheim = adresgeheim.geldtVoor(leerling);
        String voornaam = leerling.voornamen() == null ? leerling.naam() : leerling.voornamen().split(" ")[0];
        return new Geadresseerde(Aansoort.JONGERE, leerling.id(), leerling.naam(), "Beste " + voornaam + ",", regels(leerling.adres()), geheim,
                null, false, leerlingen.wilElektronisch(leerling.id()) ? leerling.email() : null, null);
    }

    /** Who notified has a letter for each melding that was not withdrawn; a school has one letter. */
    private List<Geadresseerde> scholen(Aansoort soort, Briefzaak zaak) {
        Map<String, Geadresseerde> gevonden = new LinkedHashMap<>();
        for (Melding melding : zaak.meldingen()) {
            if (!melding.isIngetrokken()) {
                gevonden.put(soort == Aansoort.MELDER ? melding.id().toString() : String.valueOf(melding.schoolId()), school(soort, melding));
            }
        }
        return List.copyOf(gevonden.values());
    }

    private Geadresseerde school(Aansoort soort, Melding melding) {
        UUID schoolId = melding.schoolId();
        String contact = Stream.of(melding.contact().naam(), melding.contact().functie()).filter(d -> d != null && !d.isBlank())
                .findFirst().orElse(null);
        String naam = schoolId == null ? contact == null ? "wie het verzuim meldde (niet bekend)" : contact : scholen.metId(schoolId).aanduiding();
        List<String> adres = new ArrayList<>();
        if (schoolId != null) {
            List<String> regels = scholen.adres(schoolId).map(Geadresseerden::regels).orElse(List.of());
            if (!regels.isEmpty() && contact != null) {
                adres.add("t.a.v. " + contact);
            }
            adres.addAll(regels);
        }
        // Who gave an e-mail address with the melding, or a school that gave its mailbox, has made known that it can be reached there (Awb 2:14).
        String gegeven = soort == Aansoort.MELDER ? melding.contact().email() : null;
        String email = gegeven != null && !gegeven.isBlank() ? gegeven : schoolId == null || !isVanSchool(soort, melding) ? null
                : scholen.contact(schoolId).email();
        return new Geadresseerde(soort, null, naam, TERUGVAL_AANHEF, adres, false, null, false, email, melding);
    }

    /** A neighbour who reports absence names a school, and does not read its mail. */
    private static boolean isVanSchool(Aansoort soort, Melding melding) {
        return soort == Aansoort.SCHOOL || isVanSchool(melding);
    }

    /** Whether a school notified it, which knows the pupil, and not somebody else. */
    static boolean isVanSchool(Melding melding) {
        return VAN_SCHOOL.contains(melding.bron());
    }

    private static List<Geadresseerde> betrokkenen(Briefzaak zaak) {
        Object genoemd = zaak.antwoorden().get(BETROKKENEN);
        return genoemd == null ? List.of() : genoemd.toString().lines().map(String::strip).filter(r -> !r.isEmpty())
                .map(naam -> new Geadresseerde(Aansoort.BETROKKENEN, null, naam, TERUGVAL_AANHEF, List.of(), false, null, false, null, null)).toList();
    }

    private static String taal(String taal) {
        return taal == null || taal.isBlank() || taal.strip().equalsIgnoreCase("nederlands") ? null : taal.strip();
    }

    /** The lines of a whole address; empty when a part is missing, since it would not arrive. */
    private static List<String> regels(Adres adres) {
        if (Stream.of(adres.straat(), adres.huisnummer(), adres.postcode(), adres.woonplaats()).anyMatch(d -> d == null || d.isBlank())) {
            return List.of();
        }
        return List.of(adres.straat() + " " + adres.huisnummer(), adres.postcode() + "  " + adres.woonplaats());
    }
}
