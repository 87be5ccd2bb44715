package nl.schoolgang.brief;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.schoolgang.dossier.Label;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Every letter of both municipalities, made and tested as a PDF. */
class BriefsjablonenTest {

    private static final Sjablonen SJABLONEN = new Sjablonen(new PathMatchingResourcePatternResolver(), new ObjectMapper());
    private static final Briefhoofden HOOFDEN = new Briefhoofden(new DefaultResourceLoader(), "classpath:processes/beleid/briefhoofden.yaml");
    private static final Briefopmaak OPMAAK = new Briefopmaak(HOOFDEN);
    private static final Pdfmaker PDFMAKER = new Pdfmaker();

    static Stream<Arguments> alle() {
        return Stream.of("noordoostpolder", "bunnik").flatMap(g -> SJABLONEN.alle().stream().map(s -> Arguments.of(g, s.code())));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("alle")
    void elkeBriefIsToegankelijkEnVolledig(String gemeente, String code) throws Exception {
        Sjabloon sjabloon = SJABLONEN.metCode(code);
        byte[] pdf = maak(sjabloon, gemeente);

        assertThat(Pdfkeuring.fouten(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
        assertThat(Pdfkeuring.fouten(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
        String tekst = tekst(pdf);
        assertThat(tekst).contains(sjabloon.titel(), HOOFDEN.van(gemeente).organisatie(), HOOFDEN.van(gemeente).telefoon(), "ZAAK-2026-000123",
                "2 maart 2026", "Bloesemweg 12").doesNotContain("bezwaar", "null", "${", "  ,");
        assertThat(sjabloon.normen()).isNotEmpty();
    }

    @Test
    void alleBrievenVanRelatiefVerzuimZijnEr() {
        assertThat(SJABLONEN.alle()).extracting(Sjabloon::code).contains("contact-verzuim", "afsluitbericht", "afsluitbericht-jongere",
                "afsluitbericht-melder", "afsluitbericht-betrokkenen", "mbo-waarschuwing", "overdracht-18", "verhuisbericht", "uitnodiging-gesprek",
                "tweede-uitnodiging", "aankondiging-huisbezoek", "gespreksverslag", "bevestiging-afspraken", "waarschuwing-ouders", "waarschuwing-jongere");
    }

    @Test
    void eenWaarschuwingNoemtDeWet() throws Exception {
        assertThat(tekst(maak(SJABLONEN.metCode("waarschuwing-ouders"), "bunnik"))).contains("artikel 2 lid 1", "artikel 26 lid 1", "proces-verbaal");
        assertThat(tekst(maak(SJABLONEN.metCode("waarschuwing-jongere"), "bunnik"))).contains("artikel 2 lid 3", "artikel 26 lid 2");
    }

    @Test
    void gemeentenVerschillenWaarHunInstructieVerschilt() throws Exception {
        assertThat(tekst(maak(SJABLONEN.metCode("uitnodiging-gesprek"), "noordoostpolder"))).contains("U krijgt daar een kopie van");
        assertThat(tekst(maak(SJABLONEN.metCode("uitnodiging-gesprek"), "bunnik"))).contains("Vraagt u erom?");
    }

    @Test
    void zonderToestemmingStaatErNietsInhoudelijksInHetBerichtAanAnderen() throws Exception {
        Sjabloon sjabloon = SJABLONEN.metCode("afsluitbericht-betrokkenen");
        assertThat(tekst(maak(sjabloon, "bunnik", "niet-gedeeld"))).contains("Daarvoor is toestemming nodig").doesNotContain("Het verzuim is gestopt", "Vrij deel");
        assertThat(tekst(maak(sjabloon, "bunnik", "ouders"))).contains("Het verzuim is gestopt", "Vrij deel");
    }

    @Test
    void alleenEenBesluitHeeftEenBezwaarclausule() throws Exception {
        Sjabloon besluit = new Sjabloon("proef", "proef.html", "Besluit op uw aanvraag", List.of("ouders"), List.of(), null, null, null, Label.AVG, List.of(), null,
                "college", true, "<p>Wij wijzen uw aanvraag af.</p>");
        assertThat(tekst(maak(besluit, "bunnik"))).contains("binnen zes weken na de dag waarop dit besluit is verzonden", "Algemene wet bestuursrecht",
                "namens het college van burgemeester en wethouders van Bunnik");
    }

    /** The validator is no rubber stamp. */
    @Test
    void deKeuringZietEenGewonePdf() throws Exception {
        try (PDDocument kaal = new PDDocument(); ByteArrayOutputStream uit = new ByteArrayOutputStream()) {
            kaal.addPage(new PDPage());
            kaal.save(uit);
            assertThat(Pdfkeuring.fouten(uit.toByteArray(), PDFAFlavour.PDFA_2_A)).isNotEmpty();
            assertThat(Pdfkeuring.fouten(uit.toByteArray(), PDFAFlavour.PDFUA_1)).isNotEmpty();
        }
    }

    private static byte[] maak(Sjabloon sjabloon, String gemeente) {
        return maak(sjabloon, gemeente, "ouders");
    }

    private static byte[] maak(Sjabloon sjabloon, String gemeente, String toestemming) {
        Aansoort soort = sjabloon.aan().get(0).startsWith("jongere") ? Aansoort.JONGERE : Aansoort.OUDER;
        Geadresseerde aan = new Geadresseerde(soort, null, "R. Haddad", "Geachte mevrouw Haddad,", List.of("Bloesemweg 12", "3981 XA  Bunnik"), false,
                "Turks", true, null, null);
        return PDFMAKER.maak(OPMAAK.pagina(sjabloon, gegevens(sjabloon, gemeente, toestemming), aan, gemeente, false));
    }

    private static Map<String, Object> gegevens(Sjabloon sjabloon, String gemeente, String toestemming) {
        Briefhoofd hoofd = HOOFDEN.van(gemeente);
        Map<String, Object> gegevens = new LinkedHashMap<>();
        Briefgegevens.NAMEN.forEach((naam, delen) -> {
            Map<String, Object> waarden = new LinkedHashMap<>();
            delen.forEach(deel -> waarden.put(deel, "(" + naam + " " + deel + ")"));
            gegevens.put(naam, waarden);
        });
        gegevens.put("gemeente", Map.of("code", gemeente, "organisatie", hoofd.organisatie(), "onderdeel", hoofd.onderdeel(), "bezoekadres",
                hoofd.bezoekadres(), "telefoon", hoofd.telefoon(), "email", hoofd.email(), "website", hoofd.website()));
        gegevens.put("brief", Map.of("datum", "2 maart 2026", "kenmerk", "ZAAK-2026-000123", "titel", sjabloon.titel()));
        gegevens.put("zaak", Map.of("nummer", "ZAAK-2026-000123"));
        gegevens.put("zin", hoofd.zinnen());
        gegevens.put("antwoord", Map.of("gespreksverslag", "Het verslag.", "afspraken", "De afspraken.", "gesprekMoment", "donderdag 12 maart 2026 om 10.00 uur"));
        gegevens.put("keuze", Map.of("gesprekPlaats", "kantoor", "huisbezoekReden", "geen-reactie", "gesprekUitkomst", "afspraken", "afsluitreden",
                "verzuim-geeindigd", "toestemmingInhoud", toestemming));
        gegevens.put("vrij", new ArrayList<>(List.of("Vrij deel van de brief.")));
        return gegevens;
    }

    private static String tekst(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
