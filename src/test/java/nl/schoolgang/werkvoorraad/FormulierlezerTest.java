package nl.schoolgang.werkvoorraad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import nl.schoolgang.werkvoorraad.Formulierlezer.OngeldigFormulier;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class FormulierlezerTest {

    private final Formulierlezer lezer = new Formulierlezer(new ObjectMapper());

    /** Every form that we ship can be drawn and validated. */
    @TestFactory
    Stream<DynamicTest> alleFormulieren() throws IOException {
        Resource[] formulieren = new PathMatchingResourcePatternResolver().getResources("classpath*:forms/**/*.form");
        return Stream.concat(Stream.of(DynamicTest.dynamicTest("de map is te lezen", () -> assertThat(formulieren).isNotNull())),
                Stream.of(formulieren).map(f -> DynamicTest.dynamicTest(f.getFilename(),
                        () -> assertThat(lezer.lees(f.getContentAsString(StandardCharsets.UTF_8)).velden()).isNotNull())));
    }

    @Test
    void leestAllesWatEenFormulierKan() {
        Formulier formulier = lezer.lees(Voorbeeldformulier.JSON);

        assertThat(formulier.id()).isEqualTo("voorbeeld");
        assertThat(formulier.velden()).extracting(Veld::sleutel).containsExactly("soort", "reden", "toelichting", "uren", "dag", "tijd",
                "afspraak", "akkoord", "wie", "school", "email");
        Veld uren = formulier.veld("uren").orElseThrow();
        assertThat(uren.eisen().minimum()).isEqualByComparingTo("1");
        assertThat(uren.eisen().maximum()).isEqualByComparingTo("60");
        assertThat(uren.eisen().cijfers()).isEqualTo(1);
        assertThat(uren.beslissing()).isTrue();
        assertThat(uren.normen()).containsExactly("BUN-6.1", "NOP-3.1");
        assertThat(formulier.veld("dag").orElseThrow().label()).isEqualTo("Dag van het gesprek");
        assertThat(formulier.veld("soort").orElseThrow().standaard()).isEqualTo("gesprek");
        assertThat(formulier.onderdelen().get(0).soort()).isEqualTo(Veldsoort.UITLEG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"button", "html", "image", "table", "iframe", "filepicker", "dynamiclist", "expression", "taglist", "onbekend"})
    void eenOnbekendeSoortWordtGeweigerdMetNaam(String soort) {
        assertThatThrownBy(() -> lezer.lees(een("\"type\": \"" + soort + "\", \"key\": \"x\", \"label\": \"X\"")))
                .isInstanceOf(OngeldigFormulier.class).hasMessageContaining("Formulier f").hasMessageContaining("x")
                .hasMessageContaining("'" + soort + "'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"type\": \"datetime\", \"key\": \"x\", \"dateLabel\": \"X\", \"subtype\": \"week\" | 'datetime'",
        "\"type\": \"textfield\", \"key\": \"x y\", \"label\": \"X\" | sleutel 'x y'",
        "\"type\": \"textfield\", \"key\": \"x\", \"label\": \" \" | heeft geen label",
        "\"type\": \"textfield\", \"key\": \"x\", \"label\": \"X\", \"validate\": {\"pattern\": \"(\"} | ongeldig patroon",
        "\"type\": \"textfield\", \"key\": \"x\", \"label\": \"X\", \"validate\": {\"validationType\": \"iban\"} | 'iban'",
        "\"type\": \"textfield\", \"key\": \"x\", \"label\": \"X\", \"properties\": {\"opslag\": \"beslissing\"} | vrije tekst",
        "\"type\": \"textfield\", \"key\": \"x\", \"label\": \"X\", \"properties\": {\"opslag\": \"engine\"} | kies beslissing of dossier",
        "\"type\": \"textfield\", \"key\": \"x\", \"label\": \"X\", \"readonly\": true | 'readonly'",
        "\"type\": \"number\", \"key\": \"x\", \"label\": \"X\", \"validate\": {\"min\": \"veel\"} | geen getal",
        "\"type\": \"textfield\", \"key\": \"x\", \"label\": \"X\", \"conditional\": {\"hide\": \"=a = = b\"} | FEEL",
        "\"type\": \"textfield\", \"key\": \"x\", \"label\": \"X\", \"properties\": {\"verplichtAls\": \"=a = = b\"} | FEEL",
        "\"type\": \"textfield\", \"key\": \"x\", \"label\": \"X\", \"properties\": {\"weigerAls\": \"=x = 1\"} | weigerReden",
        "\"type\": \"textfield\", \"key\": \"x\", \"label\": \"X\", \"properties\": {\"nietNa\": \"vandaag\"} | geen datum",
        "\"type\": \"datetime\", \"key\": \"x\", \"dateLabel\": \"X\", \"subtype\": \"time\", \"properties\": {\"nietVoor\": \"vandaag\"} | geen datum",
        "\"type\": \"datetime\", \"key\": \"x\", \"dateLabel\": \"X\", \"subtype\": \"date\", \"properties\": {\"nietVoor\": \"y\"} | met 'y'",
        "\"type\": \"radio\", \"key\": \"x\", \"label\": \"X\", \"values\": [] | opties",
        "\"type\": \"radio\", \"key\": \"x\", \"label\": \"X\", \"values\": [{\"value\":\"a\",\"label\":\"A\"},{\"value\":\"a\",\"label\":\"B\"}] | opties",
        "\"type\": \"checklist\", \"key\": \"x\", \"label\": \"X\", \"values\": [{\"value\":\"a,b\",\"label\":\"A\"}] | komma",
        "\"type\": \"select\", \"key\": \"x\", \"label\": \"X\", \"properties\": {\"keuze\": \"iedereen\"} | 'select'",
        "\"type\": \"select\", \"key\": \"x\", \"label\": \"X\", \"valuesKey\": \"lijst\", \"values\": [{\"value\":\"a\",\"label\":\"A\"}] | 'valuesKey'"})
    void eenGebrekWordtGenoemd(String onderdeel, String melding) {
        assertThatThrownBy(() -> lezer.lees(een(onderdeel))).isInstanceOf(OngeldigFormulier.class).hasMessageContaining(melding);
    }

    /** Who can be chosen is filled in when the form is shown. */
    @Test
    void eenKeuzeUitCollegasHeeftZelfGeenOptiesNodig() {
        Veld veld = lezer.lees(een("\"type\": \"select\", \"key\": \"x\", \"label\": \"X\", \"properties\": {\"keuze\": \"collega\"}")).veld("x").orElseThrow();
        assertThat(veld.soort()).isEqualTo(Veldsoort.COLLEGA);
        assertThat(veld.soort().code()).isEqualTo("keuzelijst");
        assertThat(veld.opties()).isEmpty();
    }

    @Test
    void dubbeleSleutelsEnKapotteJsonWordenGeweigerd() {
        String veld = "{\"type\": \"textfield\", \"key\": \"x\", \"label\": \"X\"}";
        assertThatThrownBy(() -> lezer.lees("{\"id\": \"f\", \"components\": [" + veld + "," + veld + "]}"))
                .hasMessageContaining("komt vaker voor");
        assertThatThrownBy(() -> lezer.lees("{")).hasMessageContaining("JSON");
        assertThatThrownBy(() -> lezer.lees("{\"components\": []}")).hasMessageContaining("geen id");
    }

    private static String een(String onderdeel) {
        return "{\"id\": \"f\", \"components\": [{" + onderdeel + "}]}";
    }
}
