package nl.schoolgang.werkvoorraad;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.schoolgang.dossier.Dossiers;
import nl.schoolgang.dossier.Dossierstuk;
import nl.schoolgang.dossier.Label;
import nl.schoolgang.dossier.NieuwDossierstuk;
import nl.schoolgang.dossier.Verwerking;
import nl.schoolgang.dossier.Verwerkingslog;
import nl.schoolgang.engine.Verstrekkingsbeleid;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.leerling.Leerling;
import nl.schoolgang.normen.Norm;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records that data from a dossier are given to somebody else: to whom, what, for what, on which ground, how the AVG was weighed and whether
 * the person concerned was involved. A ground that the law of a piece does not know is refused.
 */
@Service
@Norm({"BUN-04.03-01", "BUN-T04.00-03", "BUN-T20.03-07", "NOP-3.6.01-07", "NOP-3.6.01-08", "NOP-3.6.01-09", "NOP-3.6.01-10"})
class Verstrekking {

    static final List<String> ONTVANGERS = List.of("school", "samenwerkingsverband", "hulpverlening", "veilig-thuis", "raad", "politie-om",
            "inspectie", "andere-gemeente", "anders");
    /** What the Leerplichtwet demands may be shared under either law; the other grounds belong to one of them. */
    static final List<String> GRONDSLAGEN = List.of("lpw", "toestemming", "wettelijke-plicht", "publieke-taak", "wjsg", "wpg-16",
            "wpg-18", "wpg-19", "wpg-20");
    private static final Set<String> WPG = Set.of("wpg-16", "wpg-18", "wpg-19", "wpg-20");
    private static final String LPW = "lpw";
    private static final int LANGSTE = 2000;

    private final Dossiers dossiers;
    private final Verwerkingslog log;
    private final Woorden woorden;
    private final Verstrekkingsbeleid beleid;

    Verstrekking(Dossiers dossiers, Verwerkingslog log, Woorden woorden, Verstrekkingsbeleid beleid) {
        this.dossiers = dossiers;
        this.log = log;
        this.woorden = woorden;
        this.beleid = beleid;
    }

    /**
     * @param gekozen ids of the pieces, as they were typed or sent
     * @throws nl.schoolgang.gemeente.OngeldigeInvoer with every fault, per field
     */
    @Transactional
    void legVast(Leerling leerling, Map<String, String> velden, Collection<String> gekozen, Medewerker ik) {
        Invoer invoer = new Invoer(velden);
        List<Dossierstuk> stukken = dossiers.vanLeerling(leerling.id(), ik).stream()
                .filter(s -> !s.isAfgeschermd() && gekozen.contains(s.id().toString())).toList();
        if (stukken.size() < Set.copyOf(gekozen).size()) {
            invoer.fout("stukken", "Een van de stukken kunt u niet verstrekken. Kies opnieuw.");
        }
        String ontvanger = invoer.keuze("ontvanger", ONTVANGERS, true);
        String naam = invoer.verplicht("ontvangerNaam", Invoer.REGEL, "Schrijf op welke organisatie het is, en wie daar.");
        String wat = invoer.verplicht("wat", LANGSTE, "Schrijf op welke gegevens u verstrekt.");
        String doel = invoer.verplicht("doel", LANGSTE, "Schrijf op waarvoor de ander de gegevens nodig heeft.");
        String grondslag = invoer.keuze("grondslag", GRONDSLAGEN, true);
        String afweging = invoer.verplicht("afweging", LANGSTE, "Schrijf op waarom dit nodig is, en waarom het niet met minder kan.");
        String afgestemd = invoer.keuze("afgestemd", Gegevenswijziging.JA_NEE, true);
        String toelichting = invoer.tekst("afgestemdToelichting", LANGSTE);
        if ("nee".equals(afgestemd) && toelichting == null) {
            invoer.fout("afgestemdToelichting", "Schrijf op waarom u het niet met de jongere of de ouders hebt besproken.");
        }
        boolean wpg = grondslag != null && WPG.contains(grondslag);
        if (!wpg && !invoer.vinkje("doelbinding")) {
            invoer.fout("doelbinding", "Gegevens uit een dossier zijn er alleen voor de schoolloopbaan tot een startkwalificatie.");
        }
        if (GRONDSLAGEN.contains(String.valueOf(grondslag)) && ONTVANGERS.contains(String.valueOf(ontvanger))) {
            beleid.bezwaar(leerling.gemeente(), grondslag, ontvanger).ifPresent(bezwaar -> invoer.fout("grondslag", bezwaar
                    + " Kies een andere grondslag of ontvanger."));
        }
        if (grondslag != null) {
            stukken.stream().map(Dossierstuk::label).distinct().filter(l -> !past(l, grondslag)).findFirst().ifPresent(l ->
                    invoer.fout("grondslag", l == Label.AVG ? "Onder de AVG is dit geen grondslag. Kies een andere, of laat de stukken met het label AVG weg."
                            : "Politiegegevens mag u op deze grondslag niet verstrekken. Kies een grondslag uit de Wpg, of laat die stukken weg."));
        }
        invoer.toets();
        Map<String, Object> inhoud = new LinkedHashMap<>();
        inhoud.put("ontvanger", woorden.van("verstrekaan", ontvanger));
        inhoud.put("ontvangerNaam", naam);
        inhoud.put("wat", wat);
        inhoud.put("stukken", stukken.stream().map(Dossierstuk::titel).toList());
        inhoud.put("doel", doel);
        inhoud.put("grondslag", woorden.van("grondslag", grondslag));
        inhoud.put("afweging", afweging);
        inhoud.put("afgestemd", afgestemd);
        inhoud.put("afgestemdToelichting", toelichting);
        UUID id = dossiers.voegToe(new NieuwDossierstuk(leerling.gemeente(), leerling.id(), null, null, "verstrekking",
                "Gegevens verstrekt: " + woorden.van("verstrekaan", ontvanger), strengste(stukken, wpg), inhoud, null, ik.gebruikersnaam()));
        log.noteer(Verwerking.verstrekken(leerling.gemeente(), leerling.id(), null, ik.gebruikersnaam(), "gegevens uit het dossier verstrekken",
                woorden.van("grondslag", grondslag), woorden.van("verstrekaan", ontvanger)).over("verstrekking " + id));
    }

    private static boolean past(Label label, String grondslag) {
        return switch (label) {
            case AVG -> !WPG.contains(grondslag);
            case WPG -> grondslag.equals(LPW) || WPG.contains(grondslag);
            case STRAFRECHT -> WPG.contains(grondslag);
        };
    }

    /** What is said about pieces falls under the strictest law of these. */
    private static Label strengste(List<Dossierstuk> stukken, boolean wpg) {
        List<Label> labels = stukken.stream().map(Dossierstuk::label).toList();
        if (labels.contains(Label.STRAFRECHT)) {
            return Label.STRAFRECHT;
        }
        return wpg || labels.contains(Label.WPG) ? Label.WPG : Label.AVG;
    }
}
