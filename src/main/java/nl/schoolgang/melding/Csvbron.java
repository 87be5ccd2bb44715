package nl.schoolgang.melding;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.CharArrayReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.schoolgang.gemeente.Fout;
import nl.schoolgang.gemeente.OngeldigeInvoer;

/**
 * Reads verzuimmeldingen from a CSV file (02): UTF-8, {@code ;}, a header, RFC 4180 quoting. A record that cannot be read is named by
 * the line on which it begins, and reading goes on at the very next line: one forgotten quote must not swallow the good lines below it.
 */
final class Csvbron {

    static final int MEESTE_REGELS = 20_000;
    /** The field that a fault about the whole file or the whole line is reported under. */
    static final String BESTAND = "bestand";
    static final String REGEL = "regel";

    private static final char SCHEIDINGSTEKEN = ';';
    /** More than the longest field; bounds what one forgotten quote can cost. */
    private static final int LANGSTE_VELD = 32_768;
    private static final List<String> VERPLICHTE_KOLOMMEN = List.of("gemeente", "meldingsnummer", "soort", "leerling.achternaam",
            "leerling.geboortedatum", "school.brin", "begindatum", "gemeldDoor");

    /**
     * @param regel number of the line in the file on which the record begins; the header is line 1
     */
    record Regel(int regel, Bronrij rij) {
    }

    private final char[] tekst;
    private final int[] regelbegin;
    private final List<Regel> regels = new ArrayList<>();
    private List<String> kop;

    private Csvbron(char[] tekst) {
        this.tekst = tekst;
        this.regelbegin = regelbegin(tekst);
    }

    /** @throws OngeldigeInvoer when the file as a whole cannot be used: encoding, header, size */
    static List<Regel> lees(byte[] bestand) {
        return new Csvbron(decodeer(bestand)).lees();
    }

    private List<Regel> lees() {
        int volgende = 1;
        while (volgende > 0 && volgende <= regelbegin.length) {
            volgende = leesVanaf(volgende);
        }
        if (kop == null) {
            throw new OngeldigeInvoer(BESTAND, "Het bestand is leeg. De eerste regel hoort de namen van de kolommen te bevatten.");
        }
        return regels;
    }

    /** Returns the line at which to begin anew, or 0 when the file has been read. */
    private int leesVanaf(int beginregel) {
        CsvReader<CsvRecord> lezer = CsvReader.builder().fieldSeparator(SCHEIDINGSTEKEN).maxBufferSize(LANGSTE_VELD).allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE).missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(new CharArrayReader(tekst, regelbegin[beginregel - 1], tekst.length - regelbegin[beginregel - 1]));
        Iterator<CsvRecord> records = lezer.iterator();
        int regel = beginregel;
        while (true) {
            CsvRecord gelezen;
            try {
                if (!records.hasNext()) {
                    return 0;
                }
                gelezen = records.next();
            } catch (CsvParseException e) {
                int fout = eersteGevuldeRegel(regel);
                onleesbaar(fout, "De regel is niet te lezen: een aanhalingsteken sluit niet, er staat tekst na een afsluitend "
                        + "aanhalingsteken, of een veld is veel te lang.");
                return fout + 1;
            }
            regel = beginregel + (int) gelezen.getStartingLineNumber() - 1;
            int regelerna = regel + regeleinden(gelezen) + 1;
            if (kop == null) {
                kop = controleerKop(gelezen.getFields());
            } else if (gelezen.getFieldCount() != kop.size()) {
                onleesbaar(regel, "De regel heeft %d %s; de kop heeft er %d. Controleer de puntkomma's en de aanhalingstekens."
                        .formatted(gelezen.getFieldCount(), gelezen.getFieldCount() == 1 ? "kolom" : "kolommen", kop.size()));
                if (regelerna > regel + 1) {
                    return regel + 1;
                }
            } else {
                voegToe(regel, rij(gelezen));
            }
            regel = regelerna;
        }
    }

    private Bronrij rij(CsvRecord gelezen) {
        Map<String, Object> velden = new LinkedHashMap<>();
        for (int i = 0; i < kop.size(); i++) {
            velden.put(kop.get(i), gelezen.getField(i));
        }
        return new Bronrij(velden, true, List.of());
    }

    private void onleesbaar(int regel, String reden) {
        if (kop == null) {
            throw new OngeldigeInvoer(BESTAND, "De kop is niet te lezen. " + reden);
        }
        voegToe(regel, new Bronrij(Map.of(), true, List.of(new Fout(REGEL, reden))));
    }

    private void voegToe(int regel, Bronrij rij) {
        if (regels.size() == MEESTE_REGELS) {
            throw new OngeldigeInvoer(BESTAND, "Het bestand heeft meer dan %d regels. Verdeel het over meer bestanden.".formatted(MEESTE_REGELS));
        }
        regels.add(new Regel(regel, rij));
    }

    private static List<String> controleerKop(List<String> kolommen) {
        List<String> namen = kolommen.stream().map(String::strip).toList();
        List<String> bekend = Meldingsvorm.VERZUIMMELDING.velden().stream().map(Veld::naam).toList();
        List<Fout> fouten = new ArrayList<>();
        Set<String> gezien = new HashSet<>();
        for (String naam : namen) {
            if (!bekend.contains(naam)) {
                fouten.add(new Fout(naam.isEmpty() ? BESTAND : naam.substring(0, Math.min(100, naam.length())), naam.isEmpty()
                        ? "De kop bevat een kolom zonder naam." : "Deze kolom bestaat niet. Gebruik de namen uit de API en ; als scheidingsteken."));
            } else if (!gezien.add(naam)) {
                fouten.add(new Fout(naam, "Deze kolom staat dubbel in de kop."));
            }
        }
        VERPLICHTE_KOLOMMEN.stream().filter(v -> !gezien.contains(v))
                .forEach(v -> fouten.add(new Fout(v, "Deze kolom is verplicht en ontbreekt in de kop.")));
        if (!gezien.contains("leerling.bsn") && !gezien.contains("leerling.onderwijsnummer")) {
            fouten.add(new Fout("leerling.bsn", "De kop mist de kolom leerling.bsn of leerling.onderwijsnummer."));
        }
        if (!fouten.isEmpty()) {
            throw new OngeldigeInvoer(fouten);
        }
        return namen;
    }

    private static char[] decodeer(byte[] bestand) {
        try {
            CharBuffer gelezen = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bestand));
            boolean bom = gelezen.hasRemaining() && gelezen.get(0) == '\uFEFF';
            char[] tekst = new char[gelezen.remaining() - (bom ? 1 : 0)];
            gelezen.position(bom ? 1 : 0).get(tekst);
            return tekst;
        } catch (CharacterCodingException e) {
            throw new OngeldigeInvoer(BESTAND, "Het bestand is geen UTF-8. Sla het op als \"CSV UTF-8\".");
        }
    }

    private int eersteGevuldeRegel(int vanaf) {
        int regel = vanaf;
        while (regel < regelbegin.length && (tekst[regelbegin[regel - 1]] == '\n' || tekst[regelbegin[regel - 1]] == '\r')) {
            regel++;
        }
        return regel;
    }

    private static int regeleinden(CsvRecord gelezen) {
        int aantal = 0;
        for (String veld : gelezen.getFields()) {
            for (int i = 0; i < veld.length(); i++) {
                if (eindigtRegel(veld.charAt(i), i + 1 < veld.length() ? veld.charAt(i + 1) : 0)) {
                    aantal++;
                }
            }
        }
        return aantal;
    }

    /** Where each line begins. */
    private static int[] regelbegin(char[] tekst) {
        int[] begin = new int[1024];
        int aantal = 1;
        for (int i = 0; i < tekst.length; i++) {
            if (eindigtRegel(tekst[i], i + 1 < tekst.length ? tekst[i + 1] : 0)) {
                if (aantal == begin.length) {
                    begin = Arrays.copyOf(begin, 2 * aantal);
                }
                begin[aantal++] = i + 1;
            }
        }
        return Arrays.copyOf(begin, aantal);
    }

    /** LF, CRLF and CR end a line. */
    private static boolean eindigtRegel(char teken, int volgende) {
        return teken == '\n' || teken == '\r' && volgende != '\n';
    }
}
