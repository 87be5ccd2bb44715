package nl.schoolgang.melding;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The OpenAPI document says what the intake takes: the same fields, lengths and codes. */
class MeldingsschemaTest {

    @ParameterizedTest
    @EnumSource(Meldingsvorm.class)
    void hetSchemaNoemtPreciesDeVelden(Meldingsvorm vorm) {
        Class<?> schema = vorm == Meldingsvorm.VERZUIMMELDING ? Meldingsschema.Verzuimmelding.class : Meldingsschema.Kennisgeving.class;
        List<Onderdeel> onderdelen = onderdelen("", schema).toList();
        assertThat(onderdelen).extracting(Onderdeel::naam)
                .containsExactlyInAnyOrderElementsOf(vorm.velden().stream().map(Veld::naam).toList());
        for (Onderdeel onderdeel : onderdelen) {
            Veld veld = vorm.velden().stream().filter(v -> v.naam().equals(onderdeel.naam())).findFirst().orElseThrow();
            Schema annotatie = onderdeel.annotatie();
            if (annotatie != null && annotatie.maxLength() != Integer.MAX_VALUE) {
                assertThat(annotatie.maxLength()).as(veld.naam()).isEqualTo(veld.maximum());
            }
            assertThat(annotatie == null ? List.of() : List.of(annotatie.allowableValues())).as(veld.naam()).isEqualTo(veld.waarden());
        }
    }

    @ParameterizedTest
    @EnumSource(Meldingsvorm.class)
    void hetVoorbeeldWordtAangenomen(Meldingsvorm vorm) {
        String voorbeeld = vorm == Meldingsvorm.VERZUIMMELDING ? Meldingsschema.VOORBEELD_VERZUIMMELDING : Meldingsschema.VOORBEELD_KENNISGEVING;
        Bronrij rij = Jsonbron.lees(voorbeeld.getBytes(StandardCharsets.UTF_8), vorm);
        assertThat(Meldingcontrole.controleer(rij, vorm, Set.of("noordoostpolder", "bunnik"), Instant.parse("2026-03-02T08:00:00Z"))).isNotNull();
    }

    private record Onderdeel(String naam, Schema annotatie) {
    }

    private static Stream<Onderdeel> onderdelen(String voor, Class<?> schema) {
        return Arrays.stream(schema.getRecordComponents()).flatMap(c -> c.getType().isRecord()
                ? onderdelen(voor + c.getName() + ".", c.getType()) : Stream.of(new Onderdeel(voor + c.getName(), annotatie(schema, c))));
    }

    private static Schema annotatie(Class<?> schema, RecordComponent onderdeel) {
        try {
            return schema.getDeclaredField(onderdeel.getName()).getAnnotation(Schema.class);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }
}
