package nl.schoolgang.procedure.schriftelijkewaarschuwing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.schoolgang.kalender.Kalender;
import nl.schoolgang.kalender.Schoolvakantie;
import nl.schoolgang.melding.Contact;
import nl.schoolgang.melding.Melding;
import org.junit.jupiter.api.Test;

/** BUN art. 6 lid 9: shorter than 16 hours within four successive weeks; explanation of lid 14: at most five school days. */
class VerzuimomvangTest {

    private static final Kalender KALENDER = new Kalender(Set.of(), Stream.of(
            vakantie("zomer", "2024/2025", "2025-07-12", "2025-08-24"), vakantie("herfst", "2025/2026", "2025-10-18", "2025-10-26"),
            vakantie("kerst", "2025/2026", "2025-12-20", "2026-01-04"), vakantie("voorjaar", "2025/2026", "2026-02-21", "2026-03-01"),
            vakantie("mei", "2025/2026", "2026-04-25", "2026-05-03"), vakantie("zomer", "2025/2026", "2026-07-04", "2026-08-16")).toList());

    @Test
    void urenVanEenMelding() {
        assertThat(Verzuimomvang.uren(List.of(melding("overig", "2026-02-02", "2026-02-20", "15.5")))).contains(15.5);
    }

    @Test
    void meldingenBinnenVierWekenTellenSamen() {
        assertThat(Verzuimomvang.uren(List.of(melding("overig", "2026-02-02", "2026-02-03", "9"), melding("overig", "2026-03-01", "2026-03-02", "8"))))
                .contains(17.0);
    }

    @Test
    void meldingenVerderUitElkaarTellenNietSamen() {
        assertThat(Verzuimomvang.uren(List.of(melding("overig", "2026-02-02", "2026-02-03", "9"), melding("overig", "2026-03-02", "2026-03-03", "8"))))
                .contains(9.0);
    }

    @Test
    void deZwaarsteVierWekenTellen() {
        assertThat(Verzuimomvang.uren(List.of(melding("overig", "2026-01-05", "2026-01-06", "4"), melding("overig", "2026-01-30", "2026-01-30", "7"),
                melding("overig", "2026-02-10", "2026-02-11", "6")))).contains(13.0);
    }

    @Test
    void zonderUrenBijEenMelding_isDeSomNietBekend() {
        assertThat(Verzuimomvang.uren(List.of(melding("overig", "2026-02-02", "2026-02-03", "9"), melding("luxe", "2026-02-09", "2026-02-10", null))))
                .isEmpty();
        assertThat(Verzuimomvang.uren(List.of())).isEmpty();
    }

    @Test
    void zestienUurIsZestienUur_ookZonderGetal() {
        assertThat(Verzuimomvang.uren(List.of(melding("16-uur", "2026-02-02", "2026-02-20", null)))).contains(16.0);
        assertThat(Verzuimomvang.uren(List.of(melding("langdurig", "2026-02-02", "2026-03-20", null)))).contains(16.0);
    }

    @Test
    void schooldagenZonderWeekendEnVakantie_elkeDagEenKeer() {
        // Thursday 19 February to Tuesday 3 March: 19, 20 | holiday | 2, 3.
        assertThat(Verzuimomvang.schooldagen(List.of(melding("overig", "2026-02-19", "2026-03-03", "9"),
                melding("overig", "2026-03-03", "2026-03-03", "2")), KALENDER, "noord")).contains(4);
    }

    @Test
    void schooldagenNietBekend_zonderEinddatumOfVakanties() {
        assertThat(Verzuimomvang.schooldagen(List.of(melding("overig", "2026-02-19", null, "9")), KALENDER, "noord")).isEmpty();
        assertThat(Verzuimomvang.schooldagen(List.of(melding("overig", "2031-02-19", "2031-02-20", "9")), KALENDER, "noord")).isEmpty();
        assertThat(Verzuimomvang.schooldagen(List.of(), KALENDER, "noord")).isEmpty();
    }

    private static Schoolvakantie vakantie(String naam, String schooljaar, String begin, String eind) {
        return new Schoolvakantie(schooljaar, naam, "noord", LocalDate.parse(begin), LocalDate.parse(eind));
    }

    private static Melding melding(String soort, String begin, String eind, String uren) {
        return new Melding(UUID.randomUUID(), "bunnik", "duo", "1", soort, "geregistreerd", null, UUID.randomUUID(), null, LocalDate.parse(begin),
                eind == null ? null : LocalDate.parse(eind), uren == null ? null : new BigDecimal(uren), null, null, null, null, null,
                new Contact(null, null, null, null), "directeur", Instant.EPOCH, null, null, null, null);
    }
}
