package nl.schoolgang.werkdag;

import static nl.schoolgang.modellen.GesprekModel.GEEN_REACTIE_BEOORDELEN;
import static nl.schoolgang.modellen.GesprekModel.GESPREK_UITNODIGEN;
import static nl.schoolgang.modellen.GesprekModel.GESPREK_VOEREN;
import static nl.schoolgang.modellen.GesprekModel.HUISBEZOEK_AFLEGGEN;
import static nl.schoolgang.modellen.GesprekModel.REACTIE_VASTLEGGEN;
import static nl.schoolgang.modellen.GesprekModel.VERSLAG_VERSTREKKEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.AANPAK_KIEZEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.AFHANDELEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.AFSPRAKEN_BEOORDELEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.CONTACT_MELDER;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.CONTACT_OUDERS;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.GEBEURTENIS_AFHANDELEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.MBO_WAARSCHUWEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.SCHOOL_RAADPLEGEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.TERUGMELDEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.UITKOMST_MAATREGEL_BEOORDELEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.VERVOLG_KIEZEN;
import static nl.schoolgang.verhaal.Antwoord.VRIJE_TEKST;
import static nl.schoolgang.verhaal.Antwoord.aanpakTegenAdvies;
import static nl.schoolgang.verhaal.Antwoord.afhandeling;
import static nl.schoolgang.verhaal.Antwoord.alleenEenBrief;
import static nl.schoolgang.verhaal.Antwoord.beoordeling;
import static nl.schoolgang.verhaal.Antwoord.contact;
import static nl.schoolgang.verhaal.Antwoord.directeurNalatig;
import static nl.schoolgang.verhaal.Antwoord.gebeurtenisAfgehandeld;
import static nl.schoolgang.verhaal.Antwoord.gesprekMetAfspraken;
import static nl.schoolgang.verhaal.Antwoord.gesprekZonderAfspraken;
import static nl.schoolgang.verhaal.Antwoord.huisbezoekMetAfspraken;
import static nl.schoolgang.verhaal.Antwoord.mboGewaarschuwd;
import static nl.schoolgang.verhaal.Antwoord.met;
import static nl.schoolgang.verhaal.Antwoord.naUitblijven;
import static nl.schoolgang.verhaal.Antwoord.reactie;
import static nl.schoolgang.verhaal.Antwoord.terugmelding;
import static nl.schoolgang.verhaal.Antwoord.uitkomstBeoordeeld;
import static nl.schoolgang.verhaal.Antwoord.uitnodiging;
import static nl.schoolgang.verhaal.Antwoord.verslagVerstrekt;
import static nl.schoolgang.verhaal.Antwoord.vervolg;
import static nl.schoolgang.verhaal.Meldingsbouwer.verzuimmelding;
import static nl.schoolgang.verhaal.Verhaal.BUNNIK;
import static nl.schoolgang.verhaal.Verhaal.NOORDOOSTPOLDER;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.schoolgang.Unieke;
import nl.schoolgang.kalender.Tijdzone;
import nl.schoolgang.verhaal.Meldingsbouwer;

/** The ways of relatief verzuim, each from its first melding, of a new pupil, as they begin on this day. */
final class Wegen {

    private final LocalDate vandaag;

    Wegen(LocalDate vandaag) {
        this.vandaag = vandaag;
    }

    List<Weg> alle() {
        return List.of(dertienJaar(BUNNIK), dertienJaar(NOORDOOSTPOLDER), zestienJaar(), mbo(), luxe(), buurvrouw(), verhuisd(NOORDOOSTPOLDER),
                ingetrokken(BUNNIK), tweeMeldingen(BUNNIK));
    }

    /** Those in which nobody has to wait for days to pass, and one that comes too late. */
    List<Weg> zonderWachten() {
        return List.of(mbo(), luxe(), buurvrouw(), verhuisd(BUNNIK), ingetrokken(NOORDOOSTPOLDER), tweeMeldingen(NOORDOOSTPOLDER),
                teLaat(BUNNIK), teLaat(NOORDOOSTPOLDER));
    }

    private Meldingsbouwer melding(String gemeente, int leeftijd) {
        return verzuimmelding().in(gemeente).geboren(vandaag.minusYears(leeftijd).minusDays(10))
                .verzuim(vandaag.minusDays(28).toString(), vandaag.minusDays(10).toString());
    }

    private static Weg totHetGesprek(Weg weg, Meldingsbouwer melding, String oordeel) {
        return weg.meld(melding).taak(TERUGMELDEN, terugmelding()).taak(AANPAK_KIEZEN, aanpakTegenAdvies("contact"))
                .taak(CONTACT_OUDERS, contact(oordeel, true)).taak(GESPREK_UITNODIGEN, dag -> uitnodiging(dag.toString()));
    }

    private static Weg metVerslag(Weg weg) {
        return NOORDOOSTPOLDER.equals(weg.gemeente) ? weg.taak(VERSLAG_VERSTREKKEN, verslagVerstrekt()) : weg;
    }

    private Weg dertienJaar(String gemeente) {
        Weg weg = totHetGesprek(new Weg("13 jaar, ouders helpen mee", gemeente, "afgesloten"), melding(gemeente, 13), "ongeoorloofd")
                .taak(REACTIE_VASTLEGGEN, reactie("komt"))
                .taak(GESPREK_VOEREN, dag -> gesprekMetAfspraken(dag.plusDays(21).toString()));
        return metVerslag(weg).stap(new Stap.Wachten(22)).taak(AFSPRAKEN_BEOORDELEN, beoordeling("ja", "helpend"))
                .taak(AFHANDELEN, afhandeling("verzuim-geeindigd"));
    }

    private Weg zestienJaar() {
        Weg weg = totHetGesprek(new Weg("16 jaar, niemand reageert", NOORDOOSTPOLDER, "open"), melding(NOORDOOSTPOLDER, 16).uren(30), "geen-contact")
                .stap(new Stap.Wachten(20)).taak(GEEN_REACTIE_BEOORDELEN, naUitblijven("opnieuw-uitnodigen"))
                .taak(GESPREK_UITNODIGEN, dag -> uitnodiging(dag.toString()))
                .stap(new Stap.Wachten(20)).taak(GEEN_REACTIE_BEOORDELEN, naUitblijven("huisbezoek"))
                .taak(HUISBEZOEK_AFLEGGEN, dag -> huisbezoekMetAfspraken(dag.plusDays(10).toString()));
        return metVerslag(weg).stap(new Stap.Wachten(11)).taak(AFSPRAKEN_BEOORDELEN, beoordeling("nee", "weigerend"))
                .taak(VERVOLG_KIEZEN, dag -> vervolg(dag.plusDays(300).toString(), "doorverwijzing", "svb-melding"))
                .inGekoppelde("doorverwijzing", "maatregel-uitvoeren", dag -> met("doorverwezenNaar", VRIJE_TEKST, "aangekomen", "ja",
                        "uitgevoerdOp", dag.toString(), "uitkomst", "in-bemiddeling", "toelichting", VRIJE_TEKST))
                .taak(UITKOMST_MAATREGEL_BEOORDELEN, uitkomstBeoordeeld());
    }

    private Weg mbo() {
        Meldingsbouwer eerste = melding(BUNNIK, 17).school("mbo").nietOmActieGevraagd();
        return new Weg("mbo, eerste en tweede melding", BUNNIK, "afgesloten").meld(eerste).taak(TERUGMELDEN, terugmelding())
                .taak(AANPAK_KIEZEN, aanpakTegenAdvies("alleen-registreren")).taak(AFHANDELEN, afhandeling("alleen-geregistreerd"))
                .meld(melding(BUNNIK, 17).van(eerste).school("mbo")).taak(TERUGMELDEN, terugmelding())
                .taak(AANPAK_KIEZEN, aanpakTegenAdvies("school-eerst")).taak(SCHOOL_RAADPLEGEN, alleenEenBrief())
                .taak(MBO_WAARSCHUWEN, mboGewaarschuwd()).taak(AFHANDELEN, afhandeling("verzuim-geeindigd"));
    }

    private Weg luxe() {
        return totHetGesprek(new Weg("luxe verzuim", BUNNIK, "open"), melding(BUNNIK, 14).soort("luxe").uren(7), "ongeoorloofd")
                .taak(REACTIE_VASTLEGGEN, reactie("komt")).taak(GESPREK_VOEREN, gesprekZonderAfspraken())
                .taak(VERVOLG_KIEZEN, dag -> vervolg(dag.plusDays(300).toString(), "schriftelijke-waarschuwing"));
    }

    /** What the head never reported: no DUO, no feedback to a register, but contact with who told it, and a signal about the head. */
    private Weg buurvrouw() {
        Map<String, Object> kennisgeving = met("gemeente", BUNNIK, "bron", "andere-bron", "meldingsnummer", Unieke.meldingsnummer(), "soort", "overig",
                "begindatum", vandaag.minusDays(20).toString(), "leerling", met("bsn", Unieke.bsn(), "achternaam", Unieke.naam("Verzinsel"), "geboortedatum",
                        vandaag.minusYears(12).toString()), "school", met("brin", "01AB", "vestiging", "00", "soort", "vo", "naam", "Demo College"),
                "melder", met("naam", "Buurvrouw Verzonnen", "functie", "buurvrouw", "email", "buurvrouw@example.org"));
        return new Weg("melding van een buurvrouw", BUNNIK, "afgesloten")
                .lever("/api/v1/kennisgevingen", (String) kennisgeving.get("meldingsnummer"), Api.json(kennisgeving))
                .taak(CONTACT_MELDER, directeurNalatig("ja")).taak(TERUGMELDEN, terugmelding())
                .taak(AANPAK_KIEZEN, aanpakTegenAdvies("contact")).taak(CONTACT_OUDERS, contact("geoorloofd", true))
                .taak(AFHANDELEN, afhandeling("geen-ongeoorloofd-verzuim"));
    }

    private Weg verhuisd(String gemeente) {
        return totHetGesprek(new Weg("halverwege verhuisd", gemeente, "afgesloten"), melding(gemeente, 14), "ongeoorloofd")
                .stap(new Stap.Gebeurtenis(dag -> met("soort", "verhuisd", "datum", dag.toString(), "nieuweGemeente", "Urk")))
                .taak(GEBEURTENIS_AFHANDELEN, gebeurtenisAfgehandeld());
    }

    private Weg ingetrokken(String gemeente) {
        Meldingsbouwer melding = melding(gemeente, 14);
        return totHetGesprek(new Weg("halverwege ingetrokken", gemeente, "ingetrokken"), melding, "ongeoorloofd")
                .meld(melding.kopie().status("ingetrokken")).taak(AFHANDELEN, afhandeling("ingetrokken"));
    }

    private Weg tweeMeldingen(String gemeente) {
        Meldingsbouwer eerste = melding(gemeente, 14);
        Meldingsbouwer tweede = melding(gemeente, 14).van(eerste).verzuim(vandaag.minusDays(7).toString(), vandaag.minusDays(3).toString());
        return new Weg("twee meldingen, een ingetrokken", gemeente, "afgesloten").meld(eerste).meld(tweede)
                .taakVan(eerste, TERUGMELDEN, terugmelding()).meld(eerste.kopie().status("ingetrokken"))
                .taakVan(tweede, TERUGMELDEN, terugmelding()).taakVan(tweede, AANPAK_KIEZEN, aanpakTegenAdvies("contact"))
                .taakVan(tweede, CONTACT_OUDERS, contact("geoorloofd", true)).taak(AFHANDELEN, afhandeling("geen-ongeoorloofd-verzuim"));
    }

    /** Received two weeks ago by the file server: the terms for contact and feedback have passed on arrival. */
    private Weg teLaat(String gemeente) {
        Meldingsbouwer melding = melding(gemeente, 14).verzuim(vandaag.minusDays(50).toString(), vandaag.minusDays(30).toString());
        return new Weg("te laat in handen", gemeente, "afgesloten")
                .meld(melding.met("ontvangen", vandaag.minusDays(25).atTime(9, 0).atZone(Tijdzone.AMSTERDAM).toOffsetDateTime().toString()))
                .stap(new Stap.Verstreken("verzuim.terugmelding")).stap(new Stap.Verstreken("verzuim.contact-ouders"))
                .taak(TERUGMELDEN, terugmelding()).taak(AANPAK_KIEZEN, aanpakTegenAdvies("contact"))
                .taak(CONTACT_OUDERS, contact("geoorloofd", true)).taak(AFHANDELEN, afhandeling("geen-ongeoorloofd-verzuim"));
    }
}
