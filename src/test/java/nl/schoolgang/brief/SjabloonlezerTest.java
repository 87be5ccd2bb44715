package nl.schoolgang.brief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A template that cannot work is refused with its file, the line and what is wrong. */
class SjabloonlezerTest {

    private static final String KOP = """
            <!--
            titel: Proefbrief
            aan: ouders
            antwoorden: gesprek-uitnodigen
            label: WPG
            norm: BUN-06.03-01
            -->
            """;

    private final Sjabloonlezer lezer = new Sjabloonlezer(Map.of("gesprek-uitnodigen", Set.of("gesprekMoment")));

    @Test
    void eenGoedeBriefWordtGelezen() {
        Sjabloon brief = lees(KOP + "<html><body><p th:text=\"${antwoord.gesprekMoment}\">dag</p></body></html>");

        assertThat(brief.titel()).isEqualTo("Proefbrief");
        assertThat(brief.aan()).containsExactly("ouders");
        assertThat(brief.normen()).containsExactly("BUN-06.03-01");
        assertThat(brief.besluit()).isFalse();
    }

    @Test
    void watErNietKanStaatErMetRegelEnReden() {
        weiger("<html><body><p>x</p></body></html>", "regel 1", "titel, aan, label en norm");
        weiger(KOP.replace("aan: ouders", "aan: buren") + "<html><body/></html>", "regel 3", "buren");
        weiger(KOP.replace("gesprek-uitnodigen", "bestaat-niet") + "<html><body></body></html>", "regel 4", "geen taak bestaat-niet");
        weiger(KOP.replace("titel: Proefbrief", "kleur: rood") + "<html><body></body></html>", "regel 2", "kleur: rood");
        weiger(KOP.replace("label:", "gekozen: verslagAan\nlabel:") + "<html><body></body></html>", "regel 5", "verslagAan");
        weiger(KOP.replace("label: WPG", "label: GEHEIM") + "<html><body></body></html>", "regel 5", "WPG, AVG of STRAFRECHT");
        weiger(KOP + "<html><body>\n<p>${antwoord.onbekend}</p></body></html>", "regel 9", "antwoord.onbekend");
        weiger(KOP + "<html><body>\n<p>${leerling.bsn}</p></body></html>", "regel 9", "leerling.bsn");
        weiger(KOP + "<html><body>\n<p>${@bean.doe()}</p></body></html>", "regel 9", "alleen een naam");
        weiger(KOP + "<html><body>\n<p th:utext=\"${aan.naam}\"/></body></html>", "regel 9", "th:utext");
        weiger(KOP + "<html><body>\n<script>x</script></body></html>", "regel 9", "<script>");
        weiger(KOP + "<html><body>\n<p>open</body></html>", "regel 9", "geen goede XHTML");
    }

    @Test
    void voorafIsTeZienBijWelkAntwoordEenBriefUitgaat() {
        Sjabloon brief = lees(KOP.replace("label:", "als: gesprekMoment != morgen\nlabel:") + "<html><body></body></html>");

        assertThat(brief.gaatUitBij(Map.of("gesprekMoment", "vandaag"))).isTrue();
        assertThat(brief.gaatUitBij(Map.of("gesprekMoment", "morgen"))).isFalse();
    }

    private Sjabloon lees(String tekst) {
        return lezer.lees("proef", "processes/proef/brieven/proef.html", tekst);
    }

    private void weiger(String tekst, String... inMelding) {
        assertThatThrownBy(() -> lees(tekst)).isInstanceOf(Sjabloonfout.class).hasMessageContaining("processes/proef/brieven/proef.html")
                .hasMessageContainingAll(inMelding);
    }
}
