package nl.schoolgang.werkvoorraad;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import nl.schoolgang.dossier.Dossiers;
import nl.schoolgang.dossier.Gegevenshistorie;
import nl.schoolgang.dossier.Label;
import nl.schoolgang.dossier.NieuwDossierstuk;
import nl.schoolgang.dossier.Verwerking;
import nl.schoolgang.dossier.Verwerkingslog;
import nl.schoolgang.gemeente.Fout;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.leerling.Aanvullingen;
import nl.schoolgang.leerling.Leerling;
import nl.schoolgang.leerling.Leerlingen;
import nl.schoolgang.leerling.Ouder;
import nl.schoolgang.leerling.Ouderaanvulling;
import nl.schoolgang.normen.Norm;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds and changes a parent. What it was stays in the history; when an address becomes secret or no longer is, that stands in the pupil's
 * dossier too.
 */
@Service
@Norm({"BUN-04.02-06", "NOP-B3.00-07", "NOP-B3.00-08"})
class Ouderwijziging {

    private static final LocalDate EERSTE_GEBOORTEDAG = LocalDate.of(1900, 1, 1);
    private static final int LANGSTE_REDEN = 500;
    /** What a form of before may not send: left out, it stays as it was. */
    private static final List<String> AANVULLING = List.of("voorletters", "titulatuur", "geslacht", "geboortedatum");

    private final Leerlingen leerlingen;
    private final Aanvullingen aanvullingen;
    private final Dossiers dossiers;
    private final Gegevenshistorie historie;
    private final Verwerkingslog log;
    private final Clock klok;

    Ouderwijziging(Leerlingen leerlingen, Aanvullingen aanvullingen, Dossiers dossiers, Gegevenshistorie historie, Verwerkingslog log, Clock klok) {
        this.leerlingen = leerlingen;
        this.aanvullingen = aanvullingen;
        this.dossiers = dossiers;
        this.historie = historie;
        this.log = log;
        this.klok = klok;
    }

    /** What stands in the form when a parent is opened; a secret address is not put on the screen. */
    Map<String, String> velden(Leerling leerling, Ouder ouder) {
        Map<String, String> velden = Ouderinvoer.velden(ouder);
        tekst(aanvulling(leerling.id(), ouder.id())).forEach((veld, waarde) -> {
            if (waarde != null) {
                velden.put(veld, waarde);
            }
        });
        return velden;
    }

    /** @throws nl.schoolgang.gemeente.OngeldigeInvoer with every fault, per field */
    @Transactional
    void voegToe(Leerling leerling, Map<String, String> velden, Medewerker ik) {
        List<Fout> fouten = new ArrayList<>();
        Ouder ouder = probeer(() -> Ouderinvoer.lees(velden, null, leerling.gemeente()), fouten);
        Ouderaanvulling aanvulling = probeer(() -> lees(velden, Ouderaanvulling.LEEG), fouten);
        zonder(fouten);
        UUID id = leerlingen.voegOuderToe(leerling.id(), Ouderinvoer.nieuw(ouder), ouder.relatie(), ouder.gezag());
        aanvullingen.bewaar(id, aanvulling);
        log.noteer(Verwerking.verzamelen(leerling.gemeente(), leerling.id(), null, ik.gebruikersnaam(), "ouder toevoegen").over("ouder " + id));
    }

    /**
     * @throws nl.schoolgang.gemeente.OngeldigeInvoer with every fault, per field
     * @throws nl.schoolgang.gemeente.Conflict        when somebody changed the parent in the meantime
     */
    @Transactional
    void bewaar(Leerling leerling, Ouder was, Map<String, String> velden, Medewerker ik) {
        Ouderaanvulling aanvullingWas = aanvulling(leerling.id(), was.id());
        List<Fout> fouten = new ArrayList<>();
        Ouder nieuw = probeer(() -> Ouderinvoer.wijziging(velden, was), fouten);
        Ouderaanvulling aanvulling = probeer(() -> lees(velden, aanvullingWas), fouten);
        String reden = probeer(() -> reden(velden), fouten);
        zonder(fouten);
        leerlingen.wijzigOuder(leerling.id(), nieuw);
        aanvullingen.bewaar(was.id(), aanvulling);
        historie.noteer(leerling.gemeente(), leerling.id(), was.id(), Gegevenswijziging.verschil(overzicht(was, aanvullingWas),
                overzicht(nieuw, aanvulling), was.geheimAdres() || nieuw.geheimAdres()), reden, ik.gebruikersnaam());
        if (was.geheimAdres() != nieuw.geheimAdres()) {
            Map<String, Object> inhoud = new LinkedHashMap<>();
            inhoud.put("ouder", was.naam());
            inhoud.put("geheimAdres", nieuw.geheimAdres());
            dossiers.voegToe(new NieuwDossierstuk(leerling.gemeente(), leerling.id(), null, null, "adresgeheimhouding",
                    nieuw.geheimAdres() ? "Adres van een ouder geheim gemaakt" : "Adres van een ouder niet langer geheim", Label.AVG, inhoud,
                    null, ik.gebruikersnaam()));
        }
    }

    private static String reden(Map<String, String> velden) {
        Invoer invoer = new Invoer(velden);
        String reden = invoer.tekst("reden", LANGSTE_REDEN);
        invoer.toets();
        return reden;
    }

    /** All parts are read before anything is refused, so that every fault is shown at once. */
    private static <T> T probeer(Supplier<T> lezen, List<Fout> fouten) {
        try {
            return lezen.get();
        } catch (OngeldigeInvoer fout) {
            fouten.addAll(fout.fouten());
            return null;
        }
    }

    private static void zonder(List<Fout> fouten) {
        if (!fouten.isEmpty()) {
            throw new OngeldigeInvoer(fouten);
        }
    }

    private Ouderaanvulling aanvulling(UUID leerlingId, UUID ouderId) {
        return aanvullingen.vanOuders(leerlingId).getOrDefault(ouderId, Ouderaanvulling.LEEG);
    }

    private Ouderaanvulling lees(Map<String, String> velden, Ouderaanvulling was) {
        if (AANVULLING.stream().noneMatch(velden::containsKey)) {
            return was;
        }
        Invoer invoer = new Invoer(velden);
        Ouderaanvulling gelezen = new Ouderaanvulling(invoer.regel("voorletters"), invoer.regel("titulatuur"),
                invoer.keuze("geslacht", Gegevenswijziging.GESLACHTEN, false),
                invoer.dag("geboortedatum", EERSTE_GEBOORTEDAG, LocalDate.now(klok)));
        invoer.toets();
        return gelezen;
    }

    private static Map<String, String> tekst(Ouderaanvulling a) {
        Map<String, String> velden = new LinkedHashMap<>();
        velden.put("voorletters", a.voorletters());
        velden.put("titulatuur", a.titulatuur());
        velden.put("geslacht", a.geslacht());
        velden.put("geboortedatum", a.geboortedatum() == null ? null : a.geboortedatum().toString());
        return velden;
    }

    /** Everything that can change, also what is secret: the history keeps that without showing it. */
    private static Map<String, String> overzicht(Ouder o, Ouderaanvulling a) {
        Map<String, String> velden = new LinkedHashMap<>();
        velden.put("relatie", o.relatie());
        velden.put("gezag", o.gezag() ? "ja" : "nee");
        velden.put("voornamen", o.voornamen());
        velden.put("voorvoegsel", o.voorvoegsel());
        velden.put("achternaam", o.achternaam());
        velden.putAll(tekst(a));
        velden.put("straat", o.adres().straat());
        velden.put("huisnummer", o.adres().huisnummer());
        velden.put("postcode", o.adres().postcode());
        velden.put("woonplaats", o.adres().woonplaats());
        velden.put("geheimAdres", o.geheimAdres() ? "ja" : "nee");
        velden.put("telefoon", o.telefoon());
        velden.put("email", o.email());
        velden.put("elektronisch", o.elektronisch() ? "ja" : "nee");
        velden.put("taal", o.taal());
        velden.put("tolkNodig", o.tolkNodig() ? "ja" : "nee");
        return velden;
    }
}
