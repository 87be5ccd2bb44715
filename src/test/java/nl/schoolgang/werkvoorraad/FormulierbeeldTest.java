package nl.schoolgang.werkvoorraad;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a form shows of the values of the process. */
class FormulierbeeldTest {

    private final Formulier formulier = new Formulierlezer(new ObjectMapper()).lees(Voorbeeldformulier.JSON);

    @Test
    void codesDieHetFormulierKent_staanErInWoorden_ookInEenLijstUitEenTabel() {
        assertThat(tekst("gesprek")).isEqualTo("Advies: Een gesprek");
        assertThat(tekst("ouders,jongere,ambtenaar-weegt")).isEqualTo("Advies: De ouders, De jongere, ambtenaar weegt");
    }

    @Test
    void eenAndereCodeStaatErZonderStreepjes() {
        assertThat(tekst("schriftelijke-waarschuwing")).isEqualTo("Advies: schriftelijke waarschuwing");
    }

    @Test
    void eenZinEenDatumEnEenNummerBlijvenZoalsZeZijn() {
        assertThat(tekst("2026-03-02")).isEqualTo("Advies: 2026-03-02");
        assertThat(tekst("BUN-2026-000001")).isEqualTo("Advies: BUN-2026-000001");
        assertThat(tekst("Ga na of dit kan, en vraag het.")).isEqualTo("Advies: Ga na of dit kan, en vraag het.");
    }

    private String tekst(String waarde) {
        return new Formulierbeeld(formulier, Map.of(), List.of(), Map.of("advies", waarde)).tekst("Advies: {{advies}}");
    }
}
