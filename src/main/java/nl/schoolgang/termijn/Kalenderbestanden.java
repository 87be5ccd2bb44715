package nl.schoolgang.termijn;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The days that come along with the application, or that an administrator gives in files: at every start what the database lacks is added.
 * What a person changed or took off there stays.
 */
@Component
class Kalenderbestanden {

    private final Resource kbDagen;
    private final Resource schoolvakanties;
    private final JdbcClient jdbc;
    private final Clock klok;

    Kalenderbestanden(@Value("${schoolgang.kalender.kb-dagen:classpath:kalender/kb-dagen.csv}") Resource kbDagen,
            @Value("${schoolgang.kalender.schoolvakanties:classpath:kalender/schoolvakanties.csv}") Resource schoolvakanties, JdbcClient jdbc, Clock klok) {
        this.kbDagen = kbDagen;
        this.schoolvakanties = schoolvakanties;
        this.jdbc = jdbc;
        this.klok = klok;
    }

    /**
     * Adds what is new.
     *
     * @return how many days and holidays were added
     * @throws IllegalStateException when a file cannot be read
     */
    int laad() {
        Timestamp nu = Timestamp.from(klok.instant());
        int erbij = 0;
        for (NamedCsvRecord r : lees(kbDagen)) {
            erbij += jdbc.sql("insert into kb_dag (datum, omschrijving, gewijzigd_op) values (?, ?, ?) on conflict (datum) do nothing")
                    .params(LocalDate.parse(r.getField("datum")), r.getField("omschrijving"), nu).update();
        }
        for (NamedCsvRecord r : lees(schoolvakanties)) {
            erbij += jdbc.sql("""
                    insert into schoolvakantie (schooljaar, naam, regio, begin, eind, status, gewijzigd_op) values (?, ?, ?, ?, ?, ?, ?)
                    on conflict (schooljaar, naam, regio) where school_id is null do nothing""")
                    .params(r.getField("schooljaar"), r.getField("vakantie"), r.getField("regio"), LocalDate.parse(r.getField("begin")),
                            LocalDate.parse(r.getField("eind")), r.getField("status"), nu).update();
        }
        return erbij;
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
