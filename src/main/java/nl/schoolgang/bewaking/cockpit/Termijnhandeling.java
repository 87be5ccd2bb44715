package nl.schoolgang.bewaking.cockpit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.schoolgang.bewaking.cockpit.Cockpitzicht.Plek;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Medewerkers;
import nl.schoolgang.gemeente.NietGevonden;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.gemeente.Recht;
import nl.schoolgang.kalender.Tijdzone;
import nl.schoolgang.termijn.Opschortgrond;
import nl.schoolgang.termijn.Termijnregime;
import nl.schoolgang.termijn.Termijnwijzigingen;
import nl.schoolgang.werkvoorraad.Termijnwerk;
import nl.schoolgang.werkvoorraad.Zaakzicht;
import nl.schoolgang.zaak.Zaak;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changing a term from Cockpit, by the same service as screens and API: a term of order or of the organ itself gets another last day with a
 * reason, a statutory one moves on a legal ground only (03, rules 6, 7 and 11).
 */
@Service
class Termijnhandeling {

    private final Cockpitzicht zicht;
    private final Zaakzicht zaakzicht;
    private final Termijnlijst lijst;
    private final Termijnwerk werk;
    private final Termijnwijzigingen wijzigingen;
    private final Medewerkers medewerkers;
    private final ObjectMapper json;
    private final Clock klok;

    Termijnhandeling(Cockpitzicht zicht, Zaakzicht zaakzicht, Termijnlijst lijst, Termijnwerk werk, Termijnwijzigingen wijzigingen,
            Medewerkers medewerkers, ObjectMapper json, Clock klok) {
        this.zicht = zicht;
        this.zaakzicht = zaakzicht;
        this.lijst = lijst;
        this.werk = werk;
        this.wijzigingen = wijzigingen;
        this.medewerkers = medewerkers;
        this.json = json;
        this.klok = klok;
    }

    /** A change of the last day; {@code door} is the name of who made it, null for the application. */
    record Spoorregel(Instant moment, String soort, LocalDate van, LocalDate naar, String reden, String door) {
    }

    /** A code with its name for people. */
    record Grond(String code, String tekst, boolean vraagtEinddag) {
    }

    /**
     * What can be done with a term now, and what was done.
     *
     * @param mag       whether the employee may change it, and it runs
     * @param verplaats whether it may get another day with a reason
     * @param gronden   on which it can be suspended
     * @param verleng   {@code dag} (by a notice that names a day), {@code weken} (an objection), or null: it cannot
     * @param hervat    whether it stands still and can go on
     */
    record Mogelijkheden(boolean mag, boolean verplaats, List<Grond> gronden, String verleng, boolean hervat, List<Spoorregel> spoor) {
    }

    /** @throws NietGevonden when there is no such term, or the employee may not see its case */
    @Transactional(readOnly = true)
    Mogelijkheden mogelijkheden(UUID termijnId, Medewerker ik) {
        BewaakteTermijn termijn = termijn(termijnId, ik);
        Zaak zaak = zaakzicht.open(termijn.zaaknummer(), ik);
        Termijnregime regime = wijzigingen.regime(termijnId);
        boolean loopt = List.of("lopend", "opgeschort", "verlengd").contains(termijn.status())
                && !termijn.laatsteDag().isBefore(LocalDate.now(klok.withZone(Tijdzone.AMSTERDAM)));
        boolean staatStil = wijzigingen.opschortingen(termijnId).stream().anyMatch(o -> !o.beeindigd());
        List<Grond> gronden = Arrays.stream(Opschortgrond.values()).filter(g -> g.geldtBij(regime))
                .map(g -> new Grond(g.code(), g.tekst(), g.vraagtEinddag())).toList();
        return new Mogelijkheden(loopt && ik.mag(Recht.TERMIJN_WIJZIGEN, zaak.gemeente()), !termijn.soort().equals("wettelijk"), gronden,
                verleng(regime), staatStil, spoor(termijnId));
    }

    private static String verleng(Termijnregime regime) {
        return regime == Termijnregime.GEEN ? null : regime == Termijnregime.BEZWAAR ? "weken" : "dag";
    }

    private List<Spoorregel> spoor(UUID termijnId) {
        return wijzigingen.spoor(termijnId).stream().map(s -> new Spoorregel(s.moment(), s.soort(), s.van(), s.naar(), s.reden(),
                s.door() == null ? null : medewerkers.metNaam(s.door()).map(Medewerker::naam).orElse(s.door()))).toList();
    }

    /**
     * Changes a term.
     *
     * @param handeling {@code verplaatsing}, {@code opschorting}, {@code hervatting} or {@code verlenging}
     * @param inhoud    JSON: the fields of that act, as in the API
     * @throws OngeldigeInvoer when a field does not fit
     */
    @Transactional
    Mogelijkheden wijzig(UUID termijnId, String handeling, String inhoud, Medewerker ik) {
        Zaak zaak = zaakzicht.open(termijn(termijnId, ik).zaaknummer(), ik);
        JsonNode velden = lees(inhoud);
        switch (handeling) {
            case "verplaatsing" -> werk.verplaats(zaak, termijnId, dag(velden, "naar", true), tekst(velden, "reden"), ik);
            case "opschorting" -> werk.schortOp(zaak, termijnId, grond(tekst(velden, "grond")), dag(velden, "op", true),
                    dag(velden, "uiterlijk", false), ik);
            case "hervatting" -> werk.hervat(zaak, termijnId, dag(velden, "op", true), ik);
            case "verlenging" -> werk.verleng(zaak, termijnId, dag(velden, "op", true), weken(velden), dag(velden, "tot", false),
                    "ja".equals(tekst(velden, "instemming")), ik);
            default -> throw new NietGevonden("Dit kan niet met een termijn.");
        }
        return mogelijkheden(termijnId, ik);
    }

    private BewaakteTermijn termijn(UUID id, Medewerker ik) {
        List<Plek> plekken = zicht.plekken(ik);
        return lijst.metId(plekken, id).orElseThrow(() -> new NietGevonden("Deze termijn is er niet."));
    }

    private JsonNode lees(String inhoud) {
        try {
            JsonNode gelezen = json.readTree(inhoud == null ? "" : inhoud);
            if (gelezen.isObject()) {
                return gelezen;
            }
        } catch (JsonProcessingException e) {
            throw new OngeldigeInvoer("", "De inhoud van het verzoek is niet te lezen.");
        }
        throw new OngeldigeInvoer("", "De inhoud van het verzoek is niet te lezen.");
    }

    private static String tekst(JsonNode velden, String veld) {
        String waarde = velden.path(veld).asText("").strip();
        return waarde.isEmpty() ? null : waarde;
    }

    private static LocalDate dag(JsonNode velden, String veld, boolean verplicht) {
        String waarde = tekst(velden, veld);
        if (waarde == null && !verplicht) {
            return null;
        }
        try {
            return LocalDate.parse(waarde == null ? "" : waarde);
        } catch (DateTimeParseException e) {
            throw new OngeldigeInvoer(veld, "Vul een dag in.");
        }
    }

    private static Integer weken(JsonNode velden) {
        String waarde = tekst(velden, "weken");
        try {
            return waarde == null ? null : Integer.valueOf(waarde);
        } catch (NumberFormatException e) {
            throw new OngeldigeInvoer("weken", "Vul een aantal weken in.");
        }
    }

    private static Opschortgrond grond(String code) {
        return Arrays.stream(Opschortgrond.values()).filter(g -> g.code().equals(code)).findFirst()
                .orElseThrow(() -> new OngeldigeInvoer("grond", "Kies op welke grond de termijn stilstaat."));
    }
}
