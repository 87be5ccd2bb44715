package nl.schoolgang.leerling;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts the parts of a name together. */
final class Persoonsnaam {

    private Persoonsnaam() {
    }

    static String volledig(String voornamen, String voorvoegsel, String achternaam) {
        return Stream.of(voornamen, voorvoegsel, achternaam).filter(d -> d != null && !d.isBlank()).collect(Collectors.joining(" "));
    }
}
