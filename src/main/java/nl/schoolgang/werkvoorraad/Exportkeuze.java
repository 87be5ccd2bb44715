package nl.schoolgang.werkvoorraad;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.schoolgang.dossier.Dossierstuk;
import nl.schoolgang.dossier.Label;
import nl.schoolgang.leerling.Leerling;
import nl.schoolgang.normen.Norm;

/**
 * What goes along in an export of a dossier and what does not, with the reason for each piece that is left out.
 *
 * @param ontvanger code: jongere, ouder, andere-gemeente
 * @param mee       the pieces that go along
 * @param weg       code of the reason by piece that is left out
 */
@Norm("BUN-T04.00-04")
record Exportkeuze(String ontvanger, List<Dossierstuk> mee, Map<Dossierstuk, String> weg) {

    static final List<String> ONTVANGERS = List.of("jongere", "ouder", "andere-gemeente");
    static final String MEE = "meegeven";
    /** Why a piece may be left out: Wpg 27, AVG 15 lid 4 and 23, and what is no part of the dossier of the person concerned. */
    static final List<String> REDENEN = List.of("strafrecht", "opsporing", "ander-persoon", "verslag-ander", "werkaantekening");
    private static final String AFGESCHERMD = "afgeschermd";
    private static final int ZELF_VANAF = 16;

    /** Name of the field of a piece in the form. */
    static String veld(Dossierstuk stuk) {
        return "stuk." + stuk.id();
    }

    /** What the form opens with: everything goes along but criminal records. */
    static Map<String, String> begin(List<Dossierstuk> stukken) {
        Map<String, String> velden = new LinkedHashMap<>();
        stukken.stream().filter(s -> !s.isAfgeschermd()).forEach(s -> velden.put(veld(s), s.label() == Label.STRAFRECHT ? "strafrecht" : MEE));
        return velden;
    }

    /**
     * @param stukken the whole dossier as the employee sees it
     * @throws nl.schoolgang.gemeente.OngeldigeInvoer with every fault, per field
     */
    static Exportkeuze lees(Map<String, String> velden, Leerling leerling, List<Dossierstuk> stukken, LocalDate vandaag) {
        Invoer invoer = new Invoer(velden);
        String ontvanger = invoer.keuze("exportVoor", ONTVANGERS, true);
        boolean zelf = leerling.leeftijdOp(vandaag) >= ZELF_VANAF;
        if ("jongere".equals(ontvanger) && !zelf) {
            invoer.fout("exportVoor", "Tot 16 jaar vragen de ouders om inzage.");
        }
        if ("ouder".equals(ontvanger) && zelf && !invoer.vinkje("machtiging")) {
            invoer.fout("exportVoor", "Vanaf 16 jaar vraagt de jongere zelf om inzage. Een ouder kan dat met een machtiging.");
        }
        if (!invoer.vinkje("identiteit")) {
            invoer.fout("identiteit", "Ga eerst na wie het is.");
        }
        List<Dossierstuk> mee = new ArrayList<>();
        Map<Dossierstuk, String> weg = new LinkedHashMap<>();
        for (Dossierstuk stuk : stukken) {
            String keuze = stuk.isAfgeschermd() ? AFGESCHERMD : invoer.regel(veld(stuk));
            if (stuk.isAfgeschermd() || keuze != null && REDENEN.contains(keuze)) {
                weg.put(stuk, keuze);
            } else if (!MEE.equals(keuze)) {
                invoer.fout(veld(stuk), "Kies of dit stuk meegaat, of waarom niet.");
            } else if (stuk.label() == Label.STRAFRECHT) {
                invoer.fout(veld(stuk), "Strafrechtelijke stukken gaan niet mee. Daarvoor verwijst u naar het Openbaar Ministerie.");
            } else {
                mee.add(stuk);
            }
        }
        invoer.toets();
        return new Exportkeuze(ontvanger, List.copyOf(mee), weg);
    }
}
