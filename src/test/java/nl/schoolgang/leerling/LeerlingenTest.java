package nl.schoolgang.leerling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.schoolgang.Databanktest;
import nl.schoolgang.Unieke;
import nl.schoolgang.gemeente.Gemeente;
import nl.schoolgang.gemeente.Gemeenten;
import nl.schoolgang.gemeente.NietGevonden;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

@Databanktest
@Import({Leerlingen.class, Scholen.class, Geheimen.class, Gemeenten.class})
@EnableConfigurationProperties(Geheiminstellingen.class)
class LeerlingenTest {

    private static final LocalDate GEBOREN = LocalDate.of(2012, 5, 14);

    @Autowired
    private Leerlingen leerlingen;
    @Autowired
    private Scholen scholen;
    @Autowired
    private Gemeenten gemeenten;
    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void gemeenten() {
        gemeenten.bewaar(new Gemeente("noordoostpolder", "Noordoostpolder", "noord"));
        gemeenten.bewaar(new Gemeente("bunnik", "Bunnik", "midden"));
    }

    @Test
    void nummersStaanVersleuteldInDeTabel() {
        String bsn = Unieke.bsn();
        UUID id = registreer(bsn, "Sem", "de", "Vries");

        Map<String, Object> rij = jdbc.sql("select * from leerling where id = ?").param(id).query().singleRow();
        assertThat(new String((byte[]) rij.get("bsn_versleuteld"), StandardCharsets.ISO_8859_1)).doesNotContain(bsn);
        assertThat(rij.values()).noneMatch(w -> w != null && w.toString().contains(bsn));
        assertThat(leerlingen.metBsn("noordoostpolder", bsn)).hasValueSatisfying(l -> {
            assertThat(l.id()).isEqualTo(id);
            assertThat(l.bsn()).isEqualTo(bsn);
            assertThat(l.bsnGemaskeerd()).isEqualTo("*****" + bsn.substring(5));
            assertThat(l.naam()).isEqualTo("Sem de Vries");
            assertThat(l.leeftijdOp(LocalDate.of(2026, 5, 13))).isEqualTo(13);
            assertThat(l.toString()).doesNotContain("Vries").doesNotContain(bsn);
        });
        assertThat(leerlingen.metBsn("bunnik", bsn)).isEmpty();
    }

    @Test
    void eenBsnStaatEenKeerInEenGemeente() {
        String bsn = Unieke.bsn();
        registreer(bsn, "Sem", null, "Dubbel");
        assertThatThrownBy(() -> registreer(bsn, "Sam", null, "Dubbel")).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void eenNummerWordtAangevuldMaarNietOverschreven() {
        String bsn = Unieke.bsn();
        UUID id = registreer(null, "Zonder", null, "Nummer");
        leerlingen.vulNummersAan(id, bsn, null);
        assertThat(leerlingen.metId(id).bsn()).isEqualTo(bsn);
        leerlingen.vulNummersAan(id, Unieke.bsn(), null);
        assertThat(leerlingen.metId(id).bsn()).isEqualTo(bsn);

        UUID ander = registreer(null, "Ander", null, "Nummer");
        leerlingen.vulNummersAan(ander, bsn, null);
        assertThat(leerlingen.metId(ander).bsn()).isNull();
    }

    @Test
    void zoektOpDelenVanDeNaamBsnGeboortedatumEnSchool() {
        String bsn = Unieke.bsn();
        String achternaam = Unieke.naam("Zoekman");
        UUID id = registreer(bsn, "Anna Maria", "van der", achternaam);
        UUID school = scholen.registreer("77ZK", "00", "vo", "Zoeklicht College");
        leerlingen.noteerInschrijving(id, school, LocalDate.of(2025, 8, 1));

        for (String tekst : new String[] {achternaam, "maria " + achternaam.toLowerCase(), "van der " + achternaam, bsn,
            "2012-05-14 " + achternaam, "14-05-2012 " + achternaam, "zoeklicht " + achternaam, "77ZK " + achternaam}) {
            assertThat(leerlingen.zoek(Set.of("noordoostpolder"), tekst)).as(tekst).extracting(Leerling::id).containsExactly(id);
        }
        for (String tekst : new String[] {"", "  ", "%", "_", "'; drop table leerling; --", "2012-05-15 " + achternaam, "31-02-2012",
            "piet " + achternaam, "\u0000", "99999999999999999999"}) {
            assertThat(leerlingen.zoek(Set.of("noordoostpolder"), tekst)).as(tekst).extracting(Leerling::id).doesNotContain(id);
        }
        assertThat(leerlingen.zoek(Set.of("bunnik"), achternaam)).isEmpty();
        assertThat(leerlingen.zoek(Set.of(), achternaam)).isEmpty();
    }

    @Test
    void oudersHebbenEenEigenAdresTaalEnTolk() {
        UUID kind = registreer(Unieke.bsn(), "Lina", null, "Haddad");
        UUID broer = registreer(Unieke.bsn(), "Sami", null, "Haddad");
        NieuweOuder moeder = new NieuweOuder("noordoostpolder", Unieke.bsn(), "Rima", null, "Haddad", null,
                new Adres("Lange Nering", "12a", "8302 EB", "Emmeloord"), true, "0527-000001", null, "Arabisch", true);
        UUID moederId = leerlingen.voegOuderToe(kind, moeder, "moeder", true);
        leerlingen.voegOuderToe(kind, new NieuweOuder("noordoostpolder", null, null, "van", "Dijk", null, null, false, null, null, null,
                false), "vader", false);

        assertThat(leerlingen.voegOuderToe(broer, moeder, "moeder", true)).isEqualTo(moederId);
        assertThat(leerlingen.ouders(kind)).hasSize(2).first().satisfies(o -> {
            assertThat(o.naam()).isEqualTo("Rima Haddad");
            assertThat(o.adres().regel()).isEqualTo("Lange Nering 12a, 8302 EB Emmeloord");
            assertThat(o.geheimAdres()).isTrue();
            assertThat(o.tolkNodig()).isTrue();
            assertThat(o.taal()).isEqualTo("Arabisch");
            assertThat(o.gezag()).isTrue();
        });
        assertThat(leerlingen.ouders(kind).get(1).adres().regel()).isEmpty();
    }

    @Test
    void eenInschrijvingBegintHoogstensEerder() {
        UUID id = registreer(Unieke.bsn(), "Ine", null, "Schreef");
        UUID school = scholen.registreer("01IN", "00", null, null);
        leerlingen.noteerInschrijving(id, school, LocalDate.of(2026, 2, 2));
        leerlingen.noteerInschrijving(id, school, LocalDate.of(2026, 1, 5));
        leerlingen.noteerInschrijving(id, school, LocalDate.of(2026, 3, 2));
        assertThat(leerlingen.inschrijvingen(id)).singleElement().satisfies(i -> {
            assertThat(i.van()).isEqualTo(LocalDate.of(2026, 1, 5));
            assertThat(i.school().aanduiding()).isEqualTo("01IN 00");
        });
    }

    @Test
    void wijzigtGegevensEnLaatNummersStaan() {
        UUID id = registreer(Unieke.bsn(), "Oud", null, "Naam");
        Leerling was = leerlingen.metId(id);
        leerlingen.wijzig(new Leerling(id, was.gemeente(), null, null, "Nieuw", null, "Naam", GEBOREN, "x", Adres.ONBEKEND, null, null));
        assertThat(leerlingen.metId(id)).satisfies(l -> {
            assertThat(l.voornamen()).isEqualTo("Nieuw");
            assertThat(l.bsn()).isEqualTo(was.bsn());
        });
        assertThat(leerlingen.metNaam("noordoostpolder", "nieuw", "naam", GEBOREN)).extracting(Leerling::id).contains(id);
        assertThatThrownBy(() -> leerlingen.metId(UUID.randomUUID())).isInstanceOf(NietGevonden.class);
        assertThatThrownBy(() -> leerlingen.vergrendel(UUID.randomUUID())).isInstanceOf(NietGevonden.class);
    }

    @Test
    void eenSchoolStaatErEenKeer() {
        UUID id = scholen.registreer("01SC", "00", "vo", "Oude naam");
        assertThat(scholen.registreer("01SC", "00", null, null)).isEqualTo(id);
        assertThat(scholen.registreer("01SC", "00", null, "Nieuwe naam")).isEqualTo(id);
        assertThat(scholen.registreer("01SC", "01", null, null)).isNotEqualTo(id);
        assertThat(scholen.metId(id)).isEqualTo(new School(id, "01SC", "00", "vo", "Nieuwe naam"));
    }

    private UUID registreer(String bsn, String voornamen, String voorvoegsel, String achternaam) {
        return leerlingen.registreer(new NieuweLeerling("noordoostpolder", bsn, null, voornamen, voorvoegsel, achternaam, GEBOREN, "m",
                null, null, null));
    }
}
