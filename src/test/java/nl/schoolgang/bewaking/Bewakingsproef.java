package nl.schoolgang.bewaking;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.schoolgang.Unieke;
import nl.schoolgang.gemeente.Gemeente;
import nl.schoolgang.gemeente.Gemeenten;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Medewerkers;
import nl.schoolgang.gemeente.Rol;
import nl.schoolgang.kalender.Tijdzone;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaken;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A municipality of its own, with cases, terms and tasks laid in the tables: so that a test can count. */
final class Bewakingsproef {

    static final String ACHTERNAAM = "Geheimenaam";

    final String gemeente = Unieke.naam("proef").toLowerCase(java.util.Locale.ROOT);
    private final Medewerkers medewerkers;
    private final Zaken zaken;
    private final JdbcClient jdbc;

    Bewakingsproef(ApplicationContext context) {
        medewerkers = context.getBean(Medewerkers.class);
        zaken = context.getBean(Zaken.class);
        jdbc = context.getBean(JdbcClient.class);
        context.getBean(Gemeenten.class).bewaar(new Gemeente(gemeente, "Proefgemeente", "midden"));
    }

    /** An employee who may see police data too. */
    Medewerker mens(Rol... rollen) {
        Medewerker mens = mensZonderAutorisatie(rollen);
        medewerkers.autoriseer(mens.gebruikersnaam(), gemeente, "leerplicht", "uitvoering leerplicht", "verzuim", LocalDate.of(2026, 1, 1));
        return mens;
    }

    Medewerker mensZonderAutorisatie(Rol... rollen) {
        String naam = Unieke.naam("bewaking-");
        Medewerker mens = new Medewerker(naam, "Mens " + naam, naam + "@example.org", Map.of(gemeente, Set.of(rollen)));
        medewerkers.bewaar(mens, "{noop}proef");
        return mens;
    }

    Zaak zaak(String procedure) {
        UUID leerling = UUID.randomUUID();
        jdbc.sql("insert into leerling (id, gemeente, achternaam, geboortedatum, aangemaakt_op) values (?, ?, ?, '2012-01-01', now())")
                .params(leerling, gemeente, ACHTERNAAM).update();
        return zaken.open(gemeente, procedure, leerling);
    }

    Termijnbouwer termijn(Zaak zaak, String code, String laatsteDag) {
        return new Termijnbouwer(zaak, code, LocalDate.parse(laatsteDag));
    }

    /** A term and perhaps its task. */
    final class Termijnbouwer {

        private final UUID id = UUID.randomUUID();
        private final Zaak zaak;
        private final String code;
        private final LocalDate laatsteDag;
        private String status = "lopend";
        private LocalDate waarschuwen;
        private boolean mijlpaal;
        private boolean gedaan;

        private Termijnbouwer(Zaak zaak, String code, LocalDate laatsteDag) {
            this.zaak = zaak;
            this.code = code;
            this.laatsteDag = laatsteDag;
        }

        Termijnbouwer status(String code) {
            status = code;
            return this;
        }

        Termijnbouwer waarschuwen(String dag) {
            waarschuwen = LocalDate.parse(dag);
            return this;
        }

        Termijnbouwer mijlpaal() {
            mijlpaal = true;
            return this;
        }

        /** What lapsed was done afterwards. */
        Termijnbouwer gedaan() {
            gedaan = true;
            return this;
        }

        UUID zonderTaak() {
            Timestamp vervalt = Timestamp.from(laatsteDag.plusDays(1).atStartOfDay(Tijdzone.AMSTERDAM).toInstant());
            jdbc.sql("""
                    insert into termijn (id, zaak_id, gemeente, code, begin, laatste_dag, vervalmoment, waarschuwen_op, status, soort, omschrijving,
                        grondslag, wie, standaard, mijlpaal, uitleg, beeindigd_op, gedaan_op)
                    values (?, ?, ?, ?, date '2026-02-02', ?, ?, ?, ?, 'orde', ?, 'art. 6.1', 'leerplichtambtenaar', true, ?,
                        '[{"datum":"2026-02-02","regel":"ontvangen"}]'::jsonb, ?, ?)""")
                    .params(id, zaak.id(), gemeente, code, laatsteDag, vervalt, waarschuwen, status, "Termijn " + code, mijlpaal,
                            status.equals("overschreden") ? vervalt : null, gedaan ? vervalt : null).update();
            return id;
        }

        /** @param behandelaar user name of who has claimed the task; null: nobody */
        UUID metTaak(String behandelaar) {
            zonderTaak();
            jdbc.sql("""
                    insert into werkvoorraad_taak (taak_id, gemeente, zaak_id, zaaknummer, procedure, definitie, naam, rol, behandelaar, leerling_id,
                        leerling_naam, termijn_code, laatste_dag, gewicht, gemaakt_op)
                    values (?, ?, ?, ?, ?, 'proef', ?, 'leerplichtambtenaar', ?, ?, ?, ?, ?, 2, now())""")
                    .params("taak-" + id, gemeente, zaak.id(), zaak.zaaknummer(), zaak.procedure(), "Taak " + code, behandelaar, zaak.leerlingId(),
                            ACHTERNAAM, code, laatsteDag).update();
            return id;
        }
    }
}
