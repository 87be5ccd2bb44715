package nl.schoolgang.bewaking;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import nl.schoolgang.werkvoorraad.Woorden;
import org.dhatim.fastexcel.HyperLink;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;

/** A list of terms as a file: the same lines as on the screen, with the explanation, without anything of the pupil. */
@Component
class Termijnexport {

    private static final List<String> KOP = List.of("zaaknummer", "gemeente", "procedure", "termijn", "begin", "laatste dag", "stand", "soort",
            "grondslag", "standaard", "wie is aan zet", "taak", "uitleg", "adres");
    private static final String BOM = "\uFEFF";

    private final Woorden woorden;

    Termijnexport(Woorden woorden) {
        this.woorden = woorden;
    }

    /** Hands over the lines, a part at a time. */
    interface Bron {
        void lees(Consumer<BewaakteTermijn> ontvanger);
    }

    /** CSV as spreadsheets of this country read it: UTF-8 with a BOM, semicolons. */
    void csv(Bron bron, String adres, OutputStream uit) throws IOException {
        Writer tekst = new OutputStreamWriter(uit, StandardCharsets.UTF_8);
        tekst.write(BOM);
        try (CsvWriter csv = CsvWriter.builder().fieldSeparator(';').lineDelimiter(LineDelimiter.CRLF).build(tekst)) {
            csv.writeRecord(KOP);
            bron.lees(t -> csv.writeRecord(cellen(t, adres).stream().map(Termijnexport::zonderFormule).toList()));
        }
    }

    /** A workbook with one sheet; days are days, the case is a link. */
    void xlsx(Bron bron, String adres, OutputStream uit) throws IOException {
        try (Workbook boek = new Workbook(uit, "Schoolgang", "1.0")) {
            Worksheet blad = boek.newWorksheet("Termijnen");
            for (int kolom = 0; kolom < KOP.size(); kolom++) {
                blad.value(0, kolom, KOP.get(kolom));
                blad.style(0, kolom).bold().set();
            }
            blad.freezePane(0, 1);
            Regel regel = new Regel(blad, adres);
            bron.lees(regel::schrijf);
        }
    }

    private List<String> cellen(BewaakteTermijn t, String adres) {
        return List.of(t.zaaknummer(), woorden.gemeente(t.gemeente()), woorden.van("procedure", t.procedure()), t.omschrijving(),
                t.begin().toString(), t.laatsteDag().toString(), woorden.van("bewaking.stand", t.stand().code()),
                woorden.van("termijnsoort", t.soort()), t.grondslag(), t.standaard() ? "ja" : "nee",
                t.behandelaar() == null ? woorden.van("wie", t.wie()) : woorden.naam(t.behandelaar()), t.taakNaam() == null ? "" : t.taakNaam(),
                t.uitleg().stream().map(r -> r.datum() == null ? r.regel() : r.datum() + ": " + r.regel()).collect(Collectors.joining("; ")),
                adres + t.zaaknummer());
    }

    /** A spreadsheet that opens CSV runs what begins like a formula (OWASP, "CSV Injection"). */
    private static String zonderFormule(String cel) {
        return !cel.isEmpty() && "=+-@\t\r".indexOf(cel.charAt(0)) >= 0 ? "'" + cel : cel;
    }

    private final class Regel {
        private static final int BEGIN = 4;
        private static final int LAATSTE_DAG = 5;
        private static final String DAG = "dd-mm-yyyy";
        private final Worksheet blad;
        private final String adres;
        private int nummer;

        private Regel(Worksheet blad, String adres) {
            this.blad = blad;
            this.adres = adres;
        }

        private void schrijf(BewaakteTermijn t) {
            nummer++;
            List<String> cellen = cellen(t, adres);
            for (int kolom = 0; kolom < cellen.size(); kolom++) {
                blad.value(nummer, kolom, cellen.get(kolom));
            }
            blad.value(nummer, BEGIN, t.begin());
            blad.style(nummer, BEGIN).format(DAG).set();
            blad.value(nummer, LAATSTE_DAG, t.laatsteDag());
            blad.style(nummer, LAATSTE_DAG).format(DAG).set();
            blad.hyperlink(nummer, cellen.size() - 1, new HyperLink(adres + t.zaaknummer()));
        }
    }
}
