package nl.schoolgang.kalender;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** The calendar of the application's own data files, for tests of the calendar that know no Spring. */
public final class Kalenderbestand {

    private Kalenderbestand() {
    }

    public static Kalender kalender() {
        return new Kalender(regels("/kalender/kb-dagen.csv").stream().map(r -> LocalDate.parse(r[0])).collect(Collectors.toSet()),
                regels("/kalender/schoolvakanties.csv").stream()
                        .map(r -> new Schoolvakantie(r[0], r[1], r[2], LocalDate.parse(r[3]), LocalDate.parse(r[4]))).toList());
    }

    private static List<String[]> regels(String bestand) {
        try (InputStream bron = Kalenderbestand.class.getResourceAsStream(bestand)) {
            return new String(bron.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).map(regel -> regel.split(";")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
