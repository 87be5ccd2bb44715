package nl.schoolgang.melding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.schoolgang.gemeente.Fout;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvbronTest {

    private static final String KOP = "gemeente;meldingsnummer;soort;leerling.bsn;leerling.achternaam;leerling.geboortedatum;school.brin;"
            + "begindatum;gemeldDoor;toelichting";

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void regeleindenMogenVerschillen(String eind) {
        List<Csvbron.Regel> regels = lees(KOP + eind + regel("1", "x") + eind + regel("2", "\"een" + eind + "twee\"") + eind + eind
                + regel("3", "y"));
        assertThat(regels).extracting(Csvbron.Regel::regel).containsExactly(2, 3, 6);
        assertThat(regels).extracting(r -> r.rij().velden().get("meldingsnummer")).containsExactly("1", "2", "3");
        assertThat(regels.get(1).rij().velden()).containsEntry("toelichting", "een" + eind + "twee");
    }

    @Test
    void bomEnAanhalingstekensVolgensRfc4180() {
        List<Csvbron.Regel> regels = lees("\uFEFF" + KOP + "\n" + regel("1", "\"zegt \"\"nee\"\"; echt\"") + "\n" + regel("2", "5\" scherm"));
        assertThat(regels.get(0).rij().velden()).containsEntry("toelichting", "zegt \"nee\"; echt").containsEntry("gemeente", "bunnik");
        assertThat(regels.get(1).rij().velden()).containsEntry("toelichting", "5\" scherm");
    }

    @Test
    void eenVergetenAanhalingstekenKostEenRegel() {
        List<Csvbron.Regel> regels = lees(KOP + "\n" + regel("1", "\"open") + "\n" + regel("2", "goed") + "\n" + regel("3", "\"ook\ngoed\"")
                + "\n" + regel("4", "\"dicht\" en meer") + "\n" + regel("5", "goed") + "\n" + regel("6", "\"open tot het eind") + "\n"
                + regel("7", "goed") + "\n");
        assertThat(regels).filteredOn(r -> r.rij().fouten().isEmpty()).extracting(r -> r.rij().velden().get("meldingsnummer"))
                .containsExactly("2", "3", "5", "7");
        assertThat(regels).filteredOn(r -> !r.rij().fouten().isEmpty()).extracting(Csvbron.Regel::regel).containsExactly(2, 6, 8);
    }

    @Test
    void eenRegelMetTeVeelOfTeWeinigKolommenWordtGenoemd() {
        List<Csvbron.Regel> regels = lees(KOP + "\n" + regel("1", "x") + ";extra\n" + "bunnik;2\n" + regel("3", "goed") + "\n");
        assertThat(regels).extracting(Csvbron.Regel::regel).containsExactly(2, 3, 4);
        assertThat(regels.get(0).rij().fouten()).singleElement().satisfies(f -> {
            assertThat(f.veld()).isEqualTo("regel");
            assertThat(f.reden()).contains("11 kolommen").contains("10");
        });
        assertThat(regels.get(1).rij().fouten()).hasSize(1);
        assertThat(regels.get(2).rij().fouten()).isEmpty();
    }

    @Test
    void eenEindeloosVeldKostEenRegel() {
        List<Csvbron.Regel> regels = lees(KOP + "\n" + regel("1", "x".repeat(100_000)) + "\n" + regel("2", "goed"));
        assertThat(regels).extracting(Csvbron.Regel::regel).containsExactly(2, 3);
        assertThat(regels.get(0).rij().fouten()).hasSize(1);
        assertThat(regels.get(1).rij().fouten()).isEmpty();
    }

    @Test
    void alleenEenKopIsEenLeegBestand() {
        assertThat(lees(KOP)).isEmpty();
        assertThat(lees(KOP + "\r\n\r\n")).isEmpty();
    }

    @Test
    void eenVerkeerdeKopIsEenFoutVanHetBestand() {
        assertThat(fouten("")).extracting(Fout::veld).containsExactly("bestand");
        assertThat(fouten("\n\n")).extracting(Fout::veld).containsExactly("bestand");
        assertThat(fouten(KOP.replace("soort;", ""))).extracting(Fout::veld).containsExactly("soort");
        assertThat(fouten(KOP.replace("leerling.bsn;", ""))).extracting(Fout::veld).containsExactly("leerling.bsn");
        assertThat(fouten(KOP + ";leerling.naam;reden;reden;")).extracting(Fout::veld).containsExactly("leerling.naam", "reden", "bestand");
        assertThat(fouten(KOP.replace(';', ','))).extracting(Fout::reden).first().asString().contains(";");
        assertThat(fouten(KOP.toUpperCase())).isNotEmpty();
        assertThat(fouten("\"open" + KOP)).extracting(Fout::veld).containsExactly("bestand");
    }

    @Test
    void eenAndereTekensetIsEenFoutVanHetBestand() {
        String tekst = KOP + "\n" + regel("1", "Çelikbaş, café");
        for (String naam : List.of("ISO-8859-9", "UTF-16", "UTF-16LE")) {
            assertThat(fouten(tekst.getBytes(Charset.forName(naam)))).as(naam).isNotEmpty();
        }
        assertThat(lees(tekst).get(0).rij().velden()).containsEntry("toelichting", "Çelikbaş, café");
    }

    @Test
    void twintigduizendRegelsEnNietMeer() {
        String goed = KOP + "\n" + (regel("1", "x") + "\n").repeat(20_000);
        assertThat(lees(goed)).hasSize(20_000);
        assertThat(fouten(goed + regel("1", "x"))).extracting(Fout::reden).first().asString().contains("20000");
    }

    private static String regel(String nummer, String toelichting) {
        return "bunnik;" + nummer + ";luxe;123456782;Vries;2012-05-14;01AB;2026-02-02;directeur;" + toelichting;
    }

    private static List<Csvbron.Regel> lees(String tekst) {
        return Csvbron.lees(tekst.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Fout> fouten(String tekst) {
        return fouten(tekst.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Fout> fouten(byte[] bestand) {
        OngeldigeInvoer fout = catchThrowableOfType(OngeldigeInvoer.class, () -> Csvbron.lees(bestand));
        return fout == null ? List.of() : fout.fouten();
    }
}
