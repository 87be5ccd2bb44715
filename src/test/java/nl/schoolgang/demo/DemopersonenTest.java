package nl.schoolgang.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DemopersonenTest {

    private final List<Demoleerling> leerlingen = Demopersonen.alle();

    @Test
    @DisplayName("elke keer dezelfde leerlingen, veertig per gemeente, elk met minstens twee ouders")
    void altijdDezelfde() {
        assertThat(leerlingen).isEqualTo(Demopersonen.alle()).hasSize(80);
        assertThat(leerlingen).filteredOn(l -> l.gemeente().equals(Demoschool.BUNNIK)).hasSize(40);
        assertThat(leerlingen).allSatisfy(l -> assertThat(l.ouders()).hasSizeGreaterThanOrEqualTo(2));
    }

    @Test
    @DisplayName("elk BSN komt uit de testreeks, klopt en is van één persoon")
    void burgerservicenummers() {
        List<String> bsns = leerlingen.stream()
                .flatMap(l -> Stream.concat(Stream.of(l.bsn()), l.ouders().stream().map(Demoleerling.Ouder::bsn))).toList();
        assertThat(bsns).doesNotHaveDuplicates().allMatch(bsn -> bsn.matches("99999\\d{4}"));
        assertThat(Testnummers.bsns()).contains("999990019").doesNotContain("999990707");
    }

    @Test
    @DisplayName("elke gemeente heeft een geheim adres, een tolk, gescheiden ouders, een derde verzorger en alle soorten scholen")
    void bijzondereGezinnen() {
        for (String gemeente : List.of(Demoschool.NOORDOOSTPOLDER, Demoschool.BUNNIK)) {
            List<Demoleerling> eigen = leerlingen.stream().filter(l -> l.gemeente().equals(gemeente)).toList();
            List<Demoleerling.Ouder> ouders = eigen.stream().flatMap(l -> l.ouders().stream()).toList();
            assertThat(ouders).filteredOn(Demoleerling.Ouder::geheimAdres).hasSize(1);
            assertThat(ouders).filteredOn(Demoleerling.Ouder::tolkNodig).hasSize(2);
            assertThat(ouders).extracting(Demoleerling.Ouder::taal).filteredOn(Objects::nonNull).contains("Arabisch", "Pools");
            assertThat(ouders).anyMatch(o -> !o.gezag());
            assertThat(eigen).anyMatch(l -> l.ouders().size() == 3);
            assertThat(eigen).anyMatch(l -> !l.ouders().get(0).adres().equals(l.ouders().get(1).adres()));
            assertThat(eigen).extracting(l -> l.school().soort()).contains("po", "vo", "mbo", "particulier");
        }
    }

    @Test
    @DisplayName("niemand is jonger dan vier of ouder dan tweeëntwintig als de demo begint")
    void leeftijden() {
        assertThat(leerlingen).allSatisfy(l -> assertThat(l.geboortedatum())
                .isBetween(LocalDate.of(2003, 3, 2), LocalDate.of(2022, 3, 2)));
    }
}
