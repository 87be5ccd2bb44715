package nl.schoolgang.werkvoorraad;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.schoolgang.brief.Brieven;
import nl.schoolgang.dossier.Dossiergrond;
import nl.schoolgang.dossier.Dossiergronden;
import nl.schoolgang.dossier.Dossiers;
import nl.schoolgang.dossier.Dossierstuk;
import nl.schoolgang.dossier.Hoofdstuk;
import nl.schoolgang.dossier.Label;
import nl.schoolgang.dossier.NieuwDossierstuk;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Rol;
import nl.schoolgang.kalender.Tijdzone;
import nl.schoolgang.leerling.Leerling;
import nl.schoolgang.normen.Norm;
import nl.schoolgang.werkvoorraad.Dossierbeeld.Verzuimstand;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an employee does with a dossier by hand: record its ground, add a piece, correct one. */
@Service
class Dossierwerk {

    static final int LANGSTE = Formuliervalidatie.LANGSTE_TEKST;
    private static final int LANGSTE_REDEN = 500;
    private static final LocalDate VROEGST = LocalDate.of(1990, 1, 1);

    private final Dossiers dossiers;
    private final Dossiergronden gronden;
    private final Dossierbeeld beeld;
    private final Clock klok;

    Dossierwerk(Dossiers dossiers, Dossiergronden gronden, Dossierbeeld beeld, Clock klok) {
        this.dossiers = dossiers;
        this.gronden = gronden;
        this.beeld = beeld;
        this.klok = klok;
    }

    /** @throws nl.schoolgang.gemeente.OngeldigeInvoer with every fault, per field */
    @Transactional
    @Norm({"BUN-04.01-01", "BUN-04.01-08"})
    void legGrondVast(Leerling leerling, Map<String, String> velden, Medewerker ik) {
        Invoer invoer = new Invoer(velden);
        String code = invoer.keuze("grond", Arrays.stream(Dossiergrond.values()).map(Dossiergrond::code).toList(), true);
        String toelichting = invoer.verplicht("toelichting", LANGSTE_REDEN, "Schrijf op met wie er contact was, hoe en waarover.");
        if (Dossiergrond.OVERLEG.code().equals(code) && beeld.verzuimstand(leerling.id()) == Verzuimstand.GEEN) {
            invoer.fout("grond", "Bespreking in een overleg is alleen een grond als er ook verzuim is. Leg dat eerst vast.");
        }
        invoer.toets();
        gronden.legVast(leerling.gemeente(), leerling.id(), null, Dossiergrond.vanCode(code).orElseThrow(), toelichting, ik.gebruikersnaam());
    }

    /**
     * Adds a piece to a chapter: only to a dossier that has a ground, to some chapters only when there is absence, and criminal records only
     * by a boa.
     *
     * @throws nl.schoolgang.gemeente.OngeldigeInvoer with every fault, per field
     */
    @Transactional
    @Norm({"BUN-04.01-01", "BUN-T04.00-01", "BUN-04.02-13", "BUN-04.02-14", "BUN-04.02-15", "BUN-04.02-20", "BUN-T04.00-13"})
    void voegToe(Leerling leerling, Map<String, String> velden, Medewerker ik) {
        Invoer invoer = new Invoer(velden);
        String code = invoer.keuze("hoofdstuk", Hoofdstuk.metDeHand().stream().map(Hoofdstuk::code).toList(), true);
        String titel = invoer.verplicht("titel", Invoer.REGEL, "Geef het stuk een korte titel.");
        LocalDate dag = invoer.dag("gebeurdOp", VROEGST, LocalDate.now(klok));
        String tekst = invoer.verplicht("tekst", LANGSTE, "Schrijf op wat er in het dossier moet.");
        Verzuimstand stand = beeld.verzuimstand(leerling.id());
        if (gronden.vanLeerling(leerling.id()).isEmpty()) {
            invoer.fout("hoofdstuk", "Er is nog geen dossier. Leg eerst vast op welke grond het er mag zijn.");
        }
        Hoofdstuk hoofdstuk = Hoofdstuk.vanCode(code == null ? "" : code).orElse(null);
        if (hoofdstuk != null && hoofdstuk.alleenBijVerzuim() && stand == Verzuimstand.GEEN) {
            invoer.fout("hoofdstuk", "Dit mag alleen in het dossier als er ongeoorloofd verzuim is, of een vermoeden daarvan.");
        }
        if (hoofdstuk != null && hoofdstuk.label() == Label.STRAFRECHT && !ik.heeft(Rol.BOA, leerling.gemeente())) {
            invoer.fout("hoofdstuk", "Strafrechtelijke stukken legt een boa vast.");
        }
        invoer.toets();
        Map<String, Object> inhoud = new LinkedHashMap<>();
        inhoud.put("tekst", tekst);
        if (hoofdstuk.alleenBijVerzuim()) {
            inhoud.put("verzuim", stand.name().toLowerCase(Locale.ROOT));
        }
        dossiers.voegToe(new NieuwDossierstuk(leerling.gemeente(), leerling.id(), null, null, hoofdstuk.code(), titel, hoofdstuk.label(), inhoud,
                dag == null ? null : dag.atStartOfDay(Tijdzone.AMSTERDAM).toInstant(), ik.gebruikersnaam()));
    }

    /**
     * A part of a piece that can be corrected.
     *
     * @param naam  of the field in the form
     * @param sleutel of the part in the piece
     */
    record Deel(String naam, String sleutel, String label, String tekst) {
    }

    /** Whether a piece can be corrected: a letter says what it said when it went out. */
    static boolean isVerbeterbaar(Dossierstuk stuk) {
        return !stuk.soort().equals(Brieven.DOSSIERSTUK);
    }

    /** The texts of a piece. */
    static List<Deel> delen(Dossierstuk stuk, Woorden woorden) {
        List<Deel> delen = new ArrayList<>();
        if (stuk.inhoud().get("antwoorden") instanceof List<?> antwoorden) {
            for (int i = 0; i < antwoorden.size(); i++) {
                if (antwoorden.get(i) instanceof Map<?, ?> antwoord && antwoord.get("tekst") instanceof String tekst) {
                    delen.add(new Deel("deel." + i, Integer.toString(i), String.valueOf(antwoord.get("label")), tekst));
                }
            }
            return delen;
        }
        stuk.inhoud().forEach((veld, waarde) -> {
            if (waarde instanceof String tekst && !veld.equals(Dossierstuk.UITVOERDER)) {
                delen.add(new Deel("deel." + veld, veld, woorden.van("veld", veld), tekst));
            }
        });
        return delen;
    }

    /**
     * Corrects a piece; how it was stays as an earlier version.
     *
     * @throws nl.schoolgang.gemeente.OngeldigeInvoer with every fault, per field
     * @throws nl.schoolgang.gemeente.Conflict        when somebody corrected it in the meantime
     */
    @Transactional
    @Norm("BUN-T04.00-05")
    void corrigeer(Dossierstuk stuk, List<Deel> delen, Map<String, String> velden, Medewerker ik) {
        if (!isVerbeterbaar(stuk)) {
            throw new Conflict("Een brief kan niet worden verbeterd: hij staat hier zoals hij is gemaakt.");
        }
        Invoer invoer = new Invoer(velden);
        String titel = invoer.verplicht("titel", Invoer.REGEL, "Geef het stuk een korte titel.");
        String reden = invoer.verplicht("reden", LANGSTE_REDEN, "Schrijf kort waarom u dit wijzigt.");
        Map<String, String> nieuw = new LinkedHashMap<>();
        delen.forEach(d -> nieuw.put(d.sleutel(), invoer.tekst(d.naam(), LANGSTE)));
        if (delen.stream().allMatch(d -> d.tekst().equals(nieuw.get(d.sleutel()))) && stuk.titel().equals(titel)) {
            invoer.fout("reden", "Er is niets gewijzigd.");
        }
        invoer.toets();
        dossiers.corrigeer(stuk.id(), invoer.versie(), titel, verbeterd(stuk, nieuw), reden, ik);
    }

    private static Map<String, Object> verbeterd(Dossierstuk stuk, Map<String, String> nieuw) {
        Map<String, Object> inhoud = new LinkedHashMap<>(stuk.inhoud());
        if (!(inhoud.get("antwoorden") instanceof List<?> antwoorden)) {
            nieuw.forEach((sleutel, tekst) -> inhoud.put(sleutel, tekst == null ? "" : tekst));
            return inhoud;
        }
        List<Object> verbeterd = new ArrayList<>(antwoorden);
        nieuw.forEach((plaats, tekst) -> {
            int i = Integer.parseInt(plaats);
            Map<Object, Object> antwoord = new LinkedHashMap<>((Map<?, ?>) antwoorden.get(i));
            // What the process decided on keeps its code; words that were typed change.
            if (antwoord.get("tekst").equals(antwoord.get("waarde"))) {
                antwoord.put("waarde", tekst == null ? "" : tekst);
            }
            antwoord.put("tekst", tekst == null ? "" : tekst);
            verbeterd.set(i, antwoord);
        });
        inhoud.put("antwoorden", verbeterd);
        return inhoud;
    }
}
