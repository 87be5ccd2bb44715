package nl.schoolgang.bewaking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GrafiekTest {

    @Test
    void staafDelenStaanOpElkaarEnVullenHunGetal() {
        Map<String, List<Long>> reeksen = new LinkedHashMap<>();
        reeksen.put("a", List.of(3L, 0L));
        reeksen.put("b", List.of(5L, 0L));
        Grafiek grafiek = Grafiek.van(reeksen, 2);

        Grafiek.Staaf staaf = grafiek.staven().get(0);
        assertThat(staaf.aantal()).isEqualTo(8);
        assertThat(staaf.delen()).extracting(Grafiek.Deel::naam).containsExactly("a", "b");
        assertThat(staaf.delen().get(0).y()).isEqualTo(staaf.delen().get(1).y() + staaf.delen().get(1).hoogte());
        assertThat(staaf.top()).isEqualTo(staaf.delen().get(1).y());
        assertThat(grafiek.staven().get(1).delen()).isEmpty();
        assertThat(grafiek.lijnen()).extracting(Grafiek.Lijn::waarde).containsExactly(0L, 2L, 4L, 6L, 8L);
    }

    @Test
    void zonderTermijnenIsErEenLegeSchaal() {
        assertThat(Grafiek.van(Map.of(), 9).staven()).hasSize(9).allMatch(s -> s.aantal() == 0);
    }

    @Test
    void watZeldzaamIsStaatBijElkaar() {
        Map<String, List<Long>> procedures = new LinkedHashMap<>();
        for (int i = 0; i < 8; i++) {
            procedures.put("p" + i, List.of(10L - i));
        }
        Weekoverzicht weken = new Weekoverzicht(List.of(java.time.LocalDate.of(2026, 3, 2)), procedures);
        assertThat(weken.reeksen().keySet()).containsExactly("p0", "p1", "p2", "p3", "p4", "overige");
        assertThat(weken.reeksen().get("overige")).containsExactly(5L + 4L + 3L);
    }
}
