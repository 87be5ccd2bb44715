package nl.schoolgang.werkvoorraad;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.schoolgang.dossier.Gegevenshistorie;
import nl.schoolgang.dossier.Gegevenshistorie.Wijziging;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.leerling.Aanvullingen;
import nl.schoolgang.leerling.Adres;
import nl.schoolgang.leerling.Adresgeheim;
import nl.schoolgang.leerling.Burgerservicenummer;
import nl.schoolgang.leerling.Leerling;
import nl.schoolgang.leerling.Leerlingaanvulling;
import nl.schoolgang.leerling.Leerlingen;
import nl.schoolgang.leerling.Onderwijsnummer;
import nl.schoolgang.normen.Norm;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes and corrects the data of a pupil: with a reason, and what it was stays in the history. */
@Service
@Norm({"BUN-03.01-02", "BUN-T04.00-05"})
class Gegevenswijziging {

    static final List<String> GESLACHTEN = List.of("m", "v", "x", "o");
    static final List<String> JA_NEE = List.of("ja", "nee");
    private static final LocalDate EERSTE_GEBOORTEDAG = LocalDate.of(1990, 1, 1);
    private static final int LANGSTE_REDEN = 500;
    private static final List<String> ADRES = List.of("straat", "huisnummer", "postcode", "woonplaats");

    private final Leerlingen leerlingen;
    private final Aanvullingen aanvullingen;
    private final Gegevenshistorie historie;
    private final Adresgeheim geheim;
    private final Clock klok;

    Gegevenswijziging(Leerlingen leerlingen, Aanvullingen aanvullingen, Gegevenshistorie historie, Adresgeheim geheim,
            Clock klok) {
        this.leerlingen = leerlingen;
        this.aanvullingen = aanvullingen;
        this.historie = historie;
        this.geheim = geheim;
        this.klok = klok;
    }

    /** What stands in the form when it is opened. Numbers and an address that is secret are not shown: left empty they stay. */
    Map<String, String> velden(Leerling l) {
        Leerlingaanvulling a = aanvullingen.vanLeerling(l.id());
        Map<String, String> velden = new LinkedHashMap<>(overzicht(l, a));
        if (geheim.geldtVoor(l)) {
            velden.keySet().removeAll(ADRES);
        }
        velden.remove("bsn");
        velden.remove("onderwijsnummer");
        velden.values().removeIf(Objects::isNull);
        velden.put("perEmail", jaNee(leerlingen.wilElektronisch(l.id())));
        velden.put("versie", Integer.toString(a.versie()));
        return velden;
    }

    /**
     * Saves what was typed.
     *
     * @throws nl.schoolgang.gemeente.OngeldigeInvoer with every fault, per field
     * @throws nl.schoolgang.gemeente.Conflict        when somebody changed the pupil in the meantime
     */
    @Transactional
    void bewaar(Leerling bekend, Map<String, String> velden, Medewerker ik) {
        leerlingen.vergrendel(bekend.id());
        Leerling was = leerlingen.metId(bekend.id());
        Leerlingaanvulling aanvullingWas = aanvullingen.vanLeerling(was.id());
        Invoer invoer = new Invoer(velden);
        String bsn = nummer(invoer, "bsn");
        String onderwijsnummer = nummer(invoer, "onderwijsnummer");
        boolean wasGeheim = geheim.geldtVoor(was);
        Leerling nieuw = leerling(invoer, was, wasGeheim);
        Leerlingaanvulling aanvulling = aanvulling(invoer);
        boolean wasPerEmail = leerlingen.wilElektronisch(was.id());
        String perEmail = invoer.keuze("perEmail", JA_NEE, false);
        boolean wil = perEmail == null ? wasPerEmail : perEmail.equals("ja");
        if (wil && nieuw.email() == null) {
            invoer.fout("email", "Vul het e-mailadres in waarop de jongere brieven wil krijgen.");
        }
        String reden = invoer.verplicht("reden", LANGSTE_REDEN, "Schrijf kort waarom u dit wijzigt.");
        invoer.toets();
        aanvullingen.bewaar(was.id(), aanvulling);
        leerlingen.wijzig(nieuw);
        aanvullingen.wijzigNummers(was, bsn, onderwijsnummer);
        leerlingen.elektronisch(was.id(), wil);
        Leerling bewaard = leerlingen.metId(was.id());
        List<Wijziging> wijzigingen = verschil(overzicht(was, aanvullingWas), overzicht(bewaard, aanvulling),
                wasGeheim || geheim.geldtVoor(bewaard));
        if (wil != wasPerEmail) {
            wijzigingen.add(new Wijziging("perEmail", jaNee(wasPerEmail), jaNee(wil), false));
        }
        historie.noteer(was.gemeente(), was.id(), null, wijzigingen, reden, ik.gebruikersnaam());
    }

    private static String jaNee(boolean waarde) {
        return waarde ? "ja" : "nee";
    }

    /** What differs, by field, in order. */
    static List<Wijziging> verschil(Map<String, String> was, Map<String, String> nieuw, boolean adresGeheim) {
        List<Wijziging> wijzigingen = new ArrayList<>();
        was.forEach((veld, oud) -> {
            if (!Objects.equals(oud, nieuw.get(veld))) {
                boolean geheim = adresGeheim && ADRES.contains(veld);
                wijzigingen.add(new Wijziging(veld, oud, nieuw.get(veld), geheim));
            }
        });
        return wijzigingen;
    }

    private Leerling leerling(Invoer invoer, Leerling was, boolean geheim) {
        LocalDate geboren = invoer.dag("geboortedatum", EERSTE_GEBOORTEDAG, LocalDate.now(klok));
        if (geboren == null) {
            invoer.fout("geboortedatum", "Vul de geboortedatum in.");
        }
        Adres getypt = new Adres(invoer.regel("straat"), invoer.regel("huisnummer"), invoer.postcode("postcode"), invoer.regel("woonplaats"));
        return new Leerling(was.id(), was.gemeente(), was.bsn(), was.onderwijsnummer(), invoer.regel("voornamen"), invoer.regel("voorvoegsel"),
                invoer.verplicht("achternaam", Invoer.REGEL, "Vul de achternaam in."), geboren, invoer.keuze("geslacht", GESLACHTEN, false),
                geheim && getypt.regel().isEmpty() ? was.adres() : getypt,
                invoer.telefoon("telefoon"), invoer.email("email"));
    }

    private Leerlingaanvulling aanvulling(Invoer invoer) {
        String startkwalificatie = invoer.keuze("startkwalificatie", JA_NEE, false);
        LocalDate op = invoer.dag("startkwalificatieOp", EERSTE_GEBOORTEDAG, LocalDate.now(klok));
        if (op != null && !"ja".equals(startkwalificatie)) {
            invoer.fout("startkwalificatieOp", "Vul alleen een datum in als er een startkwalificatie is.");
        }
        return new Leerlingaanvulling(invoer.regel("administratienummer"), invoer.regel("geboorteplaats"), invoer.regel("nationaliteit"),
                startkwalificatie, op, invoer.tekst("startkwalificatieToelichting", LANGSTE_REDEN), invoer.versie());
    }

    private static String nummer(Invoer invoer, String veld) {
        String getypt = invoer.regel(veld);
        if (getypt == null) {
            return null;
        }
        String nummer = Burgerservicenummer.aangevuld(getypt.replace(" ", "").replace(".", ""));
        boolean goed = veld.equals("bsn") ? Burgerservicenummer.geldig(nummer) : Onderwijsnummer.geldig(nummer);
        if (!goed) {
            invoer.fout(veld, "Dit nummer klopt niet. Kijk na of alle cijfers goed zijn overgenomen.");
        }
        return nummer;
    }

    private static Map<String, String> overzicht(Leerling l, Leerlingaanvulling a) {
        Map<String, String> velden = new LinkedHashMap<>();
        velden.put("bsn", l.bsnGemaskeerd());
        velden.put("onderwijsnummer", l.onderwijsnummerGemaskeerd());
        velden.put("administratienummer", a.administratienummer());
        velden.put("voornamen", l.voornamen());
        velden.put("voorvoegsel", l.voorvoegsel());
        velden.put("achternaam", l.achternaam());
        velden.put("geslacht", l.geslacht());
        velden.put("geboortedatum", l.geboortedatum().toString());
        velden.put("geboorteplaats", a.geboorteplaats());
        velden.put("nationaliteit", a.nationaliteit());
        velden.put("straat", l.adres().straat());
        velden.put("huisnummer", l.adres().huisnummer());
        velden.put("postcode", l.adres().postcode());
        velden.put("woonplaats", l.adres().woonplaats());
        velden.put("telefoon", l.telefoon());
        velden.put("email", l.email());
        velden.put("startkwalificatie", a.startkwalificatie());
        velden.put("startkwalificatieOp", a.startkwalificatieOp() == null ? null : a.startkwalificatieOp().toString());
        velden.put("startkwalificatieToelichting", a.toelichting());
        return velden;
    }
}
