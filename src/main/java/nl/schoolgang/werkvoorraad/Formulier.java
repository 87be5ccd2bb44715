package nl.schoolgang.werkvoorraad;

import java.util.List;
import java.util.Optional;

/**
 * A form as it stands in a {@code .form} file.
 *
 * @param id         the form's id
 * @param onderdelen the components, in the order in which they are shown
 */
public record Formulier(String id, List<Veld> onderdelen) {

    public Formulier {
        onderdelen = List.copyOf(onderdelen);
    }

    /** All components that hold a value, in the order in which they are shown. */
    public List<Veld> velden() {
        return onderdelen.stream().flatMap(Veld::plat).filter(v -> v.soort().heeftWaarde()).toList();
    }

    Optional<Veld> veld(String sleutel) {
        return velden().stream().filter(v -> v.sleutel().equals(sleutel)).findFirst();
    }
}
