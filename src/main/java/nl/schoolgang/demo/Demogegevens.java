package nl.schoolgang.demo;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import nl.schoolgang.demo.Demoleerling.Achternaam;
import nl.schoolgang.leerling.Adres;
import nl.schoolgang.leerling.Leerlingen;
import nl.schoolgang.leerling.NieuweLeerling;
import nl.schoolgang.leerling.NieuweOuder;
import nl.schoolgang.leerling.Scholen;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fills an empty installation with the demo's municipalities, employees, schools, pupils and parents; once. */
@Component
@Profile("demo")
class Demogegevens {

    private static final String GEVULD = "demo.gevuld";

    private final JdbcClient jdbc;
    private final Demomedewerkers medewerkers;
    private final Scholen scholen;
    private final Leerlingen leerlingen;

    Demogegevens(JdbcClient jdbc, Demomedewerkers medewerkers, Scholen scholen, Leerlingen leerlingen) {
        this.jdbc = jdbc;
        this.medewerkers = medewerkers;
        this.scholen = scholen;
        this.leerlingen = leerlingen;
    }

    /** @return false when the data were there already; then nothing is changed */
    @Transactional
    public boolean vul() {
        if (jdbc.sql("insert into instelling (sleutel, waarde) values (?, 'ja') on conflict (sleutel) do nothing").param(GEVULD).update() == 0) {
            return false;
        }
        medewerkers.vul();
        Map<Demoschool, UUID> schoolIds = new HashMap<>();
        Demoschool.ALLE.forEach(s -> schoolIds.put(s, scholen.registreer(s.brin(), Demoschool.VESTIGING, s.soort(), s.naam())));
        Demopersonen.alle().forEach(leerling -> registreer(leerling, schoolIds.get(leerling.school())));
        return true;
    }

    private void registreer(Demoleerling leerling, UUID school) {
        Achternaam naam = leerling.achternaam();
        UUID id = leerlingen.registreer(new NieuweLeerling(leerling.gemeente(), leerling.bsn(), null, leerling.voornamen(),
                naam.voorvoegsel(), naam.naam(), leerling.geboortedatum(), leerling.geslacht(), adres(leerling.adres()),
                leerling.telefoon(), leerling.email()));
        leerling.ouders().forEach(ouder -> leerlingen.voegOuderToe(id, nieuw(leerling.gemeente(), ouder), ouder.relatie(), ouder.gezag()));
        leerlingen.noteerInschrijving(id, school, leerling.ingeschreven());
    }

    private static NieuweOuder nieuw(String gemeente, Demoleerling.Ouder ouder) {
        return new NieuweOuder(gemeente, ouder.bsn(), ouder.voornamen(), ouder.achternaam().voorvoegsel(), ouder.achternaam().naam(),
                null, adres(ouder.adres()), ouder.geheimAdres(), ouder.telefoon(), ouder.email(), ouder.taal(), ouder.tolkNodig());
    }

    private static Adres adres(Demoleerling.Adres adres) {
        return new Adres(adres.straat(), adres.huisnummer(), adres.postcode(), adres.woonplaats());
    }
}
