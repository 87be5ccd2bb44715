package nl.schoolgang.werkdag;

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
        return weg.meld(melding).taak("terugmelden", terugmelding()).taak("aanpak-kiezen", aanpakTegenAdvies("contact"))
                .taak("contact-ouders", contact(oordeel, true)).taak("gesprek-uitnodigen", dag -> uitnodiging(dag.toString()));
    }

    private static Weg metVerslag(Weg weg) {
        return NOORDOOSTPOLDER.equals(weg.gemeente) ? weg.taak("verslag-verstrekken", verslagVerstrekt()) : weg;
    }

    private Weg dertienJaar(String gemeente) {
        Weg weg = totHetGesprek(new Weg("13 jaar, ouders helpen mee", gemeente, "afgesloten"), melding(gemeente, 13), "ongeoorloofd")
                .taak("reactie-vastleggen", reactie("komt"))
                .taak("gesprek-voeren", dag -> gesprekMetAfspraken(dag.plusDays(21).toString()));
        return metVerslag(weg).stap(new Stap.Wachten(22)).taak("afspraken-beoordelen", beoordeling("ja", "helpend"))
                .taak("afhandelen", afhandeling("verzuim-geeindigd"));
    }

    private Weg zestienJaar() {
        Weg weg = totHetGesprek(new Weg("16 jaar, niemand reageert", NOORDOOSTPOLDER, "open"), melding(NOORDOOSTPOLDER, 16).uren(30), "geen-contact")
                .stap(new Stap.Wachten(20)).taak("geen-reactie-beoordelen", naUitblijven("opnieuw-uitnodigen"))
                .taak("gesprek-uitnodigen", dag -> uitnodiging(dag.toString()))
                .stap(new Stap.Wachten(20)).taak("geen-reactie-beoordelen", naUitblijven("huisbezoek"))
                .taak("huisbezoek-afleggen", dag -> huisbezoekMetAfspraken(dag.plusDays(10).toString()));
        return metVerslag(weg).stap(new Stap.Wachten(11)).taak("afspraken-beoordelen", beoordeling("nee", "weigerend"))
                .taak("vervolg-kiezen", dag -> vervolg(dag.plusDays(300).toString(), "doorverwijzing", "svb-melding"))
                .inGekoppelde("doorverwijzing", "maatregel-uitvoeren", dag -> met("doorverwezenNaar", VRIJE_TEKST, "aangekomen", "ja",
                        "uitgevoerdOp", dag.toString(), "uitkomst", "in-bemiddeling", "toelichting", VRIJE_TEKST))
                .taak("uitkomst-maatregel-beoordelen", uitkomstBeoordeeld());
    }

    private Weg mbo() {
        Meldingsbouwer eerste = melding(BUNNIK, 17).school("mbo").nietOmActieGevraagd();
        return new Weg("mbo, eerste en tweede melding", BUNNIK, "afgesloten").meld(eerste).taak("terugmelden", terugmelding())
                .taak("aanpak-kiezen", aanpakTegenAdvies("alleen-registreren")).taak("afhandelen", afhandeling("alleen-geregistreerd"))
                .meld(melding(BUNNIK, 17).van(eerste).school("mbo")).taak("terugmelden", terugmelding())
                .taak("aanpak-kiezen", aanpakTegenAdvies("school-eerst")).taak("school-raadplegen", alleenEenBrief())
                .taak("mbo-waarschuwen", mboGewaarschuwd()).taak("afhandelen", afhandeling("verzuim-geeindigd"));
    }

    private Weg luxe() {
        return totHetGesprek(new Weg("luxe verzuim", BUNNIK, "open"), melding(BUNNIK, 14).soort("luxe").uren(7), "ongeoorloofd")
                .taak("reactie-vastleggen", reactie("komt")).taak("gesprek-voeren", gesprekZonderAfspraken())
                .taak("vervolg-kiezen", dag -> vervolg(dag.plusDays(300).toString(), "schriftelijke-waarschuwing"));
    }

    /** What the head never reported: no DUO, no feedback to a register, but contact with who told it, and a signal about the head. */
    private Weg buurvrouw() {
        Map<String, Object> kennisgeving = met("gemeente", BUNNIK, "bron", "andere-bron", "meldingsnummer", Unieke.meldingsnummer(), "soort", "overig",
                "begindatum", vandaag.minusDays(20).toString(), "leerling", met("bsn", Unieke.bsn(), "achternaam", Unieke.naam("Verzinsel"), "geboortedatum",
                        vandaag.minusYears(12).toString()), "school", met("brin", "01AB", "vestiging", "00", "soort", "vo", "naam", "Demo College"),
                "melder", met("naam", "Buurvrouw Verzonnen", "functie", "buurvrouw", "email", "buurvrouw@example.org"));
        return new Weg("melding van een buurvrouw", BUNNIK, "afgesloten")
                .lever("/api/v1/kennisgevingen", (String) kennisgeving.get("meldingsnummer"), Api.json(kennisgeving))
                .taak("contact-melder", directeurNalatig("ja")).taak("terugmelden", terugmelding())
                .taak("aanpak-kiezen", aanpakTegenAdvies("contact")).taak("contact-ouders", contact("geoorloofd", true))
                .taak("afhandelen", afhandeling("geen-ongeoorloofd-verzuim"));
    }

    private Weg verhuisd(String gemeente) {
        return totHetGesprek(new Weg("halverwege verhuisd", gemeente, "afgesloten"), melding(gemeente, 14), "ongeoorloofd")
                .stap(new Stap.Gebeurtenis(dag -> met("soort", "verhuisd", "datum", dag.toString(), "nieuweGemeente", "Urk")))
                .taak("gebeurtenis-afhandelen", gebeurtenisAfgehandeld());
    }

    private Weg ingetrokken(String gemeente) {
        Meldingsbouwer melding = melding(gemeente, 14);
        return totHetGesprek(new Weg("halverwege ingetrokken", gemeente, "ingetrokken"), melding, "ongeoorloofd")
                .meld(melding.kopie().status("ingetrokken")).taak("afhandelen", afhandeling("ingetrokken"));
    }

    private Weg tweeMeldingen(String gemeente) {
        Meldingsbouwer eerste = melding(gemeente, 14);
        Meldingsbouwer tweede = melding(gemeente, 14).van(eerste).verzuim(vandaag.minusDays(7).toString(), vandaag.minusDays(3).toString());
        return new Weg("twee meldingen, een ingetrokken", gemeente, "afgesloten").meld(eerste).meld(tweede)
                .taakVan(eerste, "terugmelden", terugmelding()).meld(eerste.kopie().status("ingetrokken"))
                .taakVan(tweede, "terugmelden", terugmelding()).taakVan(tweede, "aanpak-kiezen", aanpakTegenAdvies("contact"))
                .taakVan(tweede, "contact-ouders", contact("geoorloofd", true)).taak("afhandelen", afhandeling("geen-ongeoorloofd-verzuim"));
    }

    /** Received two weeks ago by the file server: the terms for contact and feedback have passed on arrival. */
    private Weg teLaat(String gemeente) {
        Meldingsbouwer melding = melding(gemeente, 14).verzuim(vandaag.minusDays(50).toString(), vandaag.minusDays(30).toString());
        return new Weg("te laat in handen", gemeente, "afgesloten")
                .meld(melding.met("ontvangen", vandaag.minusDays(25).atTime(9, 0).atZone(Tijdzone.AMSTERDAM).toOffsetDateTime().toString()))
                .stap(new Stap.Verstreken("verzuim.terugmelding")).stap(new Stap.Verstreken("verzuim.contact-ouders"))
                .taak("terugmelden", terugmelding()).taak("aanpak-kiezen", aanpakTegenAdvies("contact"))
                .taak("contact-ouders", contact("geoorloofd", true)).taak("afhandelen", afhandeling("geen-ongeoorloofd-verzuim"));
    }
}
