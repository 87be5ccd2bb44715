package nl.schoolgang.brief;

import static nl.schoolgang.verhaal.Meldingsbouwer.verzuimmelding;
import static nl.schoolgang.verhaal.Verhaal.BUNNIK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.dossier.Dossiers;
import nl.schoolgang.dossier.Dossierstuk;
import nl.schoolgang.dossier.Label;
import nl.schoolgang.dossier.NieuwDossierstuk;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.gemeente.Rol;
import nl.schoolgang.leerling.Adres;
import nl.schoolgang.leerling.Leerling;
import nl.schoolgang.leerling.Leerlingen;
import nl.schoolgang.leerling.NieuweOuder;
import nl.schoolgang.melding.MeldingVerplaatst;
import nl.schoolgang.verhaal.Meldingsbouwer;
import nl.schoolgang.verhaal.Verhaal;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaken;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/**
 * Letters are made for who must have them, archived, and queued; each to its own address.
 * {@link Geadresseerden} says who they are, {@link Verzendregister} what became of each, {@link Dagtekening} what day it bears.
 */
@Toepassingstest
class BriefklaarzettenTest {

    private static final String CODE = "uitnodiging-gesprek";

    @Autowired
    private ApplicationContext context;
    @Autowired
    private Brieven brieven;
    @Autowired
    private Dossiers dossiers;
    @Autowired
    private Leerlingen leerlingen;
    @Autowired
    private TransactionTemplate transactie;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private ApplicationEventPublisher gebeurtenissen;

    private Verhaal verhaal;
    private Zaak zaak;

    @BeforeEach
    void begin() {
        verhaal = new Verhaal(context);
    }

    @Test
    void elkeOuderMetGezagEnDeJongereHebbenEenEigenBrief() throws Exception {
        gegeven(13);
        ouder("Rima", "Haddad", "moeder", true, false, "Bloesemweg", "Turks");
        ouder("Karim", "Haddad", "vader", true, true, "Schuilpad", null);
        ouder("Piet", "Zonder", "stiefvader", false, false, "Elders", null);
        uitgenodigd("Neem het rapport mee.\n\nTot dan.");

        List<Brief> gemaakt = zetKlaar();

        assertThat(gemaakt).extracting(Brief::aanSoort).containsExactlyInAnyOrder(Aansoort.OUDER, Aansoort.OUDER, Aansoort.JONGERE);
        assertThat(gemaakt).allSatisfy(b -> assertThat(b.status()).isEqualTo(Briefstatus.KLAAR));
        String moeder = tekst(van(gemaakt, "Rima Haddad"), true);
        assertThat(moeder).contains("Geachte mevrouw Haddad,", "Bloesemweg 1", "3981 XA", "donderdag 12 maart 2026 om 10.00 uur", "Neem het rapport mee.",
                "Tot dan.", "een tolk", "Turks", "kopie", zaak.zaaknummer()).doesNotContain("Schuilpad", "bezwaar");
        Brief vader = van(gemaakt, "Karim Haddad");
        assertThat(tekst(vader, true)).contains("Schuilpad 1").doesNotContain("Bloesemweg");
        assertThat(tekst(vader, false)).contains("geheim adres").doesNotContain("Schuilpad");
        assertThat(dossiers.vanZaak(zaak.id(), Verhaal.medewerker(context, Rol.LEERPLICHTAMBTENAAR, BUNNIK)))
                .filteredOn(s -> s.soort().equals("brief")).hasSize(3).extracting(Dossierstuk::label).containsOnly(Label.WPG);
    }

    @Test
    void pdfIsToegankelijkEnDuurzaam() throws Exception {
        gegeven(13);
        ouder("Şükrü Łukasz", "Çelikbaş 😀", "moeder", true, false, "Bloesemweg", null);
        uitgenodigd("Eén regel met € en “aanhalingstekens”.");
        byte[] pdf = brieven.pdf(van(zetKlaar(), "Şükrü Łukasz Çelikbaş 😀"), true).inhoud();

        assertThat(Pdfkeuring.fouten(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
        assertThat(Pdfkeuring.fouten(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("nl");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Uitnodiging voor een gesprek over schoolverzuim");
            assertThat(new PDFTextStripper().getText(document)).contains("Çelikbaş", "€ en “aanhalingstekens”");
        }
    }

    @Test
    void zonderAdresBlijftDeBriefStaan() {
        gegeven(9);
        uitgenodigd("");

        List<Brief> gemaakt = zetKlaar();

        assertThat(gemaakt).hasSize(1);
        assertThat(gemaakt.get(0).status()).isEqualTo(Briefstatus.ADRES_NODIG);
        assertThat(gemaakt.get(0).heeftPdf()).isFalse();
    }

    @Test
    void eenGeheimAdresStaatAlleenBijDePersoonZelf() {
        gegeven(9);
        leerlingen.voegOuderToe(zaak.leerlingId(), new NieuweOuder(BUNNIK, null, "Karim", null, "Haddad", null, Adres.ONBEKEND, true, null, null,
                null, false), "vader", true);
        uitgenodigd("");
        Brief brief = van(zetKlaar(), "Karim Haddad");

        assertThatThrownBy(() -> transactie.executeWithoutResult(t -> brieven.opnieuw(brief.id(), List.of("Schuilpad 1", "3981 XA  Bunnik"), null)))
                .isInstanceOf(OngeldigeInvoer.class).hasMessageNotContaining("Schuilpad");
        assertThat(brieven.metId(brief.id()).status()).isEqualTo(Briefstatus.ADRES_NODIG);
    }

    @Test
    void hetVerkeerdeGezinKrijgtOokGeenMailMeer() {
        gegeven(9);
        leerlingen.voegOuderToe(zaak.leerlingId(), new NieuweOuder(BUNNIK, null, "Rima", null, "Haddad", null,
                new Adres("Bloesemweg", "1", "3981 XA", "Bunnik"), false, null, "rima@example.org", null, false, true), "moeder", true);
        uitgenodigd("");
        UUID melding = jdbc.sql("select id from melding where zaak_id = ?").param(zaak.id()).query(UUID.class).single();
        Brief brief = transactie.execute(t -> brieven.zetKlaar(zaak.id(), melding, CODE, null)).get(0);
        assertThat(brief.kanaal()).isEqualTo(Kanaal.E_MAIL);

        transactie.executeWithoutResult(t -> gebeurtenissen.publishEvent(
                new MeldingVerplaatst(melding, zaak.id(), zaak.id(), zaak.leerlingId(), UUID.randomUUID())));

        assertThat(brieven.metId(brief.id()).status()).isEqualTo(Briefstatus.VERVALLEN);
        assertThat(jdbc.sql("select m.status from bericht m join brief b on b.bericht_id = m.id where b.id = ?").param(brief.id())
                .query(String.class).single()).isEqualTo("vervallen");
    }

    @Test
    void vanafAchttienKrijgenDeOudersGeenBrief() {
        gegeven(18);
        ouder("Rima", "Haddad", "moeder", true, false, "Bloesemweg", null);
        uitgenodigd("");

        assertThat(zetKlaar()).extracting(Brief::aanSoort).containsExactly(Aansoort.JONGERE);
        List<Brief> voorOuders = transactie.execute(t -> brieven.zetKlaar(zaak.id(), null, "afsluitbericht", null));
        assertThat(voorOuders).as("'uw kind' is not for the youth").isEmpty();
    }

    /** First a conversation at the office, later a home visit: the letter says what was agreed in the last one, and nothing of the first. */
    @Test
    void deBevestigingZegtWatInHetLaatsteGesprekIsAfgesproken() throws Exception {
        gegeven(9);
        ouder("Rima", "Haddad", "moeder", true, false, "Bloesemweg", null);
        stuk("gesprek-voeren", regel("datumGesprek", "2026-03-12"), regel("afspraken", "Elke dag op tijd."), regel("afspraakDatum", "2026-04-10"));
        stuk("huisbezoek-afleggen", regel("datumGesprek", "2026-05-06"), regel("afspraken", "Samen naar de mentor."));

        String brief = tekst(zetKlaar("bevestiging-afspraken").get(0), true);

        assertThat(brief).contains("6 mei 2026", "Samen naar de mentor.").doesNotContain("12 maart 2026", "Elke dag op tijd.", "10 april 2026");
        stuk("gesprek-voeren", regel("datumGesprek", "2026-06-10"), regel("afspraken", "Een nieuwe start."));
        assertThat(tekst(zetKlaar("bevestiging-afspraken").get(0), true)).contains("10 juni 2026", "Een nieuwe start.").doesNotContain("mentor");
    }

    @Test
    void eenBriefOverDeZaakGaatOverAlleVerzuimDatTelt() throws Exception {
        var eerste = verzuimmelding().in(BUNNIK).leeftijd(9);
        gegeven(eerste);
        ouder("Rima", "Haddad", "moeder", true, false, "Bloesemweg", null);
        uitgenodigd("");
        verhaal.gegeven(verzuimmelding().van(eerste).uren(5).verzuim("2026-02-23", "2026-02-24"));
        var ingetrokken = verzuimmelding().van(eerste).uren(3).verzuim("2026-02-25", "2026-02-26");
        verhaal.gegeven(ingetrokken);
        verhaal.lever(ingetrokken.kopie().status("ingetrokken"), 200);

        assertThat(tekst(zetKlaar().get(0), true)).contains("2 februari 2026", "23").doesNotContain("26 februari");
        assertThat(jdbc.sql("select gegevens->'melding'->>'uren' from brief where zaak_id = ?").param(zaak.id()).query(String.class).single())
                .isEqualTo("23");
    }

    @Test
    void eenBuurHoortNietsOverDeLeerling() throws Exception {
        gegeven(9);
        jdbc.sql("update melding set bron = 'andere-bron', contact_email = 'buur@example.org' where zaak_id = ?").param(zaak.id()).update();
        assertThat(voorbeeldMelder()).contains("afgehandeld").doesNotContain(leerlingen.metId(zaak.leerlingId()).achternaam(), "geboren", " uur");
        jdbc.sql("update melding set bron = 'duo' where zaak_id = ?").param(zaak.id()).update();
        assertThat(voorbeeldMelder()).contains("geboren", " uur");
    }

    private String voorbeeldMelder() throws Exception {
        jdbc.sql("update melding set contact_email = null where zaak_id = ?").param(zaak.id()).update();
        try (PDDocument document = Loader.loadPDF(brieven.voorbeeld("afhandelen", "afsluitbericht-melder", 0, zaak.id(), null, Map.of(), null))) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    /** Nobody promises that somebody will call when no case was opened for it. */
    @Test
    void wieAchttienIsHoortAlleenVanContactAlsDeZaakIsOvergedragen() throws Exception {
        gegeven(18);
        assertThat(tekst(zetKlaar("overdracht-18").get(0), true)).contains("zelf naar bellen").doesNotContain("neemt contact met u op");
        UUID vervolg = context.getBean(Zaken.class).open(BUNNIK, "verzuim-18-plus", zaak.leerlingId()).id();
        context.getBean(Zaken.class).koppel(zaak.id(), vervolg, "overdracht-18-plus");
        assertThat(tekst(zetKlaar("overdracht-18").get(0), true)).contains("neemt contact met u op");
    }

    @Test
    void warenDeOudersOnbekendDanKrijgtElkeOuderDieNuBekendIsEenBrief() {
        gegeven(9);
        uitgenodigd("");
        Brief onbekend = zetKlaar().get(0);
        ouder("Rima", "Haddad", "moeder", true, false, "Bloesemweg", null);
        ouder("Karim", "Haddad", "vader", true, false, "Schuilpad", null);

        Brief vervanger = transactie.execute(t -> brieven.opnieuw(onbekend.id(), List.of(), null));

        List<Brief> nu = brieven.vanZaak(zaak.id()).stream().filter(b -> b.status() == Briefstatus.KLAAR).toList();
        assertThat(nu).extracting(Brief::aanNaam).containsExactlyInAnyOrder("Rima Haddad", "Karim Haddad");
        assertThat(vervanger.vervangt()).isEqualTo(onbekend.id());
        assertThat(brieven.metId(onbekend.id()).status()).isEqualTo(Briefstatus.VERVALLEN);
    }

    private void gegeven(int leeftijd) {
        gegeven(verzuimmelding().in(BUNNIK).leeftijd(leeftijd));
    }

    private void gegeven(Meldingsbouwer melding) {
        zaak = verhaal.gegeven(melding).zaak();
        Leerling kind = leerlingen.metId(zaak.leerlingId());
        leerlingen.wijzig(new Leerling(kind.id(), kind.gemeente(), null, null, kind.voornamen(), kind.voorvoegsel(), kind.achternaam(),
                kind.geboortedatum(), kind.geslacht(), new Adres("Kindpad", "1", "3981 XA", "Bunnik"), null, null));
    }

    private void ouder(String voornaam, String achternaam, String relatie, boolean gezag, boolean geheim, String straat, String taal) {
        leerlingen.voegOuderToe(zaak.leerlingId(), new NieuweOuder(BUNNIK, null, voornaam, null, achternaam, null,
                new Adres(straat, "1", "3981 XA", "Bunnik"), geheim, null, null, taal, taal != null), relatie, gezag);
    }

    private void uitgenodigd(String briefTekst) {
        stuk("gesprek-uitnodigen", regel("gesprekMoment", "2026-03-12T10:00"), regel("gesprekPlaats", "kantoor"), regel("briefTekst", briefTekst));
    }

    @SafeVarargs
    private void stuk(String taak, Map<String, Object>... regels) {
        dossiers.voegToe(new NieuwDossierstuk(BUNNIK, zaak.leerlingId(), zaak.id(), null, taak, taak, Label.WPG,
                Map.of("antwoorden", List.of(regels)), null, null));
    }

    private static Map<String, Object> regel(String sleutel, String waarde) {
        return Map.of("sleutel", sleutel, "label", sleutel, "waarde", waarde, "tekst", waarde);
    }

    private List<Brief> zetKlaar() {
        return zetKlaar(CODE);
    }

    private List<Brief> zetKlaar(String code) {
        return transactie.execute(t -> brieven.zetKlaar(zaak.id(), null, code, Verhaal.medewerker(context, Rol.LEERPLICHTAMBTENAAR, BUNNIK)
                .gebruikersnaam()));
    }

    private static Brief van(List<Brief> gemaakt, String naam) {
        return gemaakt.stream().filter(b -> b.aanNaam().equals(naam)).findFirst().orElseThrow();
    }

    private String tekst(Brief brief, boolean omAfTeDrukken) throws Exception {
        try (PDDocument document = Loader.loadPDF(brieven.pdf(brief, omAfTeDrukken).inhoud())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

}
