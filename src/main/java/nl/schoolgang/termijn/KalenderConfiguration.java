package nl.schoolgang.termijn;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.schoolgang.kalender.Kalender;
import nl.schoolgang.kalender.Schoolvakantie;
import nl.schoolgang.kalender.Termijnberekening;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;

/** Reads the days of the calendar that change by decree from files that the administrator can replace. */
@Configuration(proxyBeanMethods = false)
class KalenderConfiguration {

    @Bean
    Kalender kalender(@Value("${schoolgang.kalender.kb-dagen:classpath:kalender/kb-dagen.csv}") Resource kbDagen,
            @Value("${schoolgang.kalender.schoolvakanties:classpath:kalender/schoolvakanties.csv}") Resource schoolvakanties) {
        Set<LocalDate> dagen = lees(kbDagen).stream().map(r -> LocalDate.parse(r.getField("datum"))).collect(Collectors.toSet());
        List<Schoolvakantie> vakanties = lees(schoolvakanties).stream()
                .map(r -> new Schoolvakantie(r.getField("schooljaar"), r.getField("vakantie"), r.getField("regio"),
                        LocalDate.parse(r.getField("begin")), LocalDate.parse(r.getField("eind"))))
                .toList();
        return new Kalender(dagen, vakanties);
    }

    @Bean
    Termijnberekening termijnberekening(Kalender kalender) {
        return new Termijnberekening(kalender);
    }

    private static List<NamedCsvRecord> lees(Resource bron) {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().fieldSeparator(';').skipEmptyLines(true)
                .ofNamedCsvRecord(new InputStreamReader(bron.getInputStream(), StandardCharsets.UTF_8))) {
            return csv.stream().toList();
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException("Het kalenderbestand " + bron.getDescription() + " is niet te lezen", e);
        }
    }
}
