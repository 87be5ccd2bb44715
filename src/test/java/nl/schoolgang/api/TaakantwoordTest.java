package nl.schoolgang.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import nl.schoolgang.api.Taakantwoord.Formulierveld;
import nl.schoolgang.werkvoorraad.Veld;
import nl.schoolgang.werkvoorraad.Veldsoort;
import org.junit.jupiter.api.Test;

class TaakantwoordTest {

    private static final Veld.Eisen GEEN = new Veld.Eisen(false, null, null, null, null, null, null, null, false, null, List.of(), List.of(), null, null);

    @Test
    void eenVeldDraagtDeVoorwaardenVanZijnGroepen() {
        Veld binnen = veld("binnen", "=b = 2", List.of());
        Veld groep = new Veld(Veldsoort.GROEP, "groep", "Groep", null, GEEN, List.of(), "=a = 1", null, null, false, List.of(),
                List.of(binnen, veld("los", null, List.of()), new Veld(Veldsoort.GROEP, "diep", "Diep", null, GEEN, List.of(), null, null, null, false,
                        List.of(), List.of(veld("dieper", "=c = 3", List.of())))));

        assertThat(Formulierveld.van(groep, null, Map.of())).extracting(Formulierveld::sleutel, Formulierveld::verborgenAls).containsExactly(
                tuple("binnen", "=(a = 1) or (b = 2)"), tuple("los", "=a = 1"),
                tuple("dieper", "=(a = 1) or (c = 3)"));
        assertThat(Formulierveld.van(veld("vrij", null, List.of()), null, Map.of())).singleElement()
                .satisfies(v -> assertThat(v.verborgenAls()).isNull());
    }

    private static Veld veld(String sleutel, String verbergen, List<Veld> onderdelen) {
        return new Veld(Veldsoort.TEKST, sleutel, sleutel, null, GEEN, List.of(), verbergen, null, null, false, List.of(), onderdelen);
    }
}
