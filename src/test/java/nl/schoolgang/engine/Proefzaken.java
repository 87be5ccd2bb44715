package nl.schoolgang.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import nl.schoolgang.Unieke;
import nl.schoolgang.kalender.Tijdzone;
import nl.schoolgang.leerling.Leerlingen;
import nl.schoolgang.leerling.NieuweLeerling;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaken;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opens cases on the trial model {@code testmodellen/proef-taken.bpmn}. */
@Component
public class Proefzaken {

    private static final String PROCES = "proef-taken";

    private final RepositoryService repositoryService;
    private final Leerlingen leerlingen;
    private final Zaken zaken;
    private final Procesengine engine;
    private final Clock klok;
    private final JdbcClient jdbc;

    Proefzaken(RepositoryService repositoryService, Leerlingen leerlingen, Zaken zaken, Procesengine engine, Clock klok, JdbcClient jdbc) {
        this.repositoryService = repositoryService;
        this.leerlingen = leerlingen;
        this.zaken = zaken;
        this.engine = engine;
        this.klok = klok;
        this.jdbc = jdbc;
    }

    /** A melding in the case, by its number only. */
    UUID melding(Zaak zaak) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into melding (id, gemeente, bron, meldingsnummer, soort, status, zaak_id, leerling_id, begindatum, gemeld_door,
                    ontvangen, inhoud) values (?, ?, 'proef', ?, 'overig', 'geregistreerd', ?, ?, ?, 'directeur', ?, '{}')""")
                .params(id, zaak.gemeente(), Unieke.meldingsnummer(), zaak.id(), zaak.leerlingId(), LocalDate.now(klok),
                        Timestamp.from(klok.instant())).update();
        return id;
    }

    /** A case of a procedure of ours, as far as it gets by itself. */
    public Zaak startProcedure(String gemeente, String procedure) {
        UUID leerling = leerlingen.registreer(new NieuweLeerling(gemeente, null, null, "Proef", null, "Persoon",
                LocalDate.of(2012, 5, 14), null, null, null, null));
        Zaak zaak = zaken.open(gemeente, procedure, leerling);
        zaken.koppelProces(zaak.id(), engine.start(procedure, zaak, Map.of()));
        return zaken.metId(zaak.id());
    }

    /** A case on the trial model, with another term on its task, that starts on this day. */
    public Zaak startMetTermijn(String gemeente, String code, LocalDate begin) {
        return startMetTermijn(gemeente, code, begin, null);
    }

    /** The same for a pupil who is enrolled at this school; null for none. */
    public Zaak startMetTermijn(String gemeente, String code, LocalDate begin, UUID school) {
        String proces = PROCES + "-" + code.replace('.', '-');
        repositoryService.createDeployment().name("proef").addString(proces + ".bpmn", lees().replace("\"" + PROCES + "\"", "\"" + proces + "\"")
                .replace("verzuim.contact-melder", code)).addString("proef-formulier.form",
                        "{\"id\": \"proef-formulier\", \"type\": \"default\", \"components\": []}").deploy();
        UUID leerling = leerlingen.registreer(new NieuweLeerling(gemeente, null, null, "Proef", null, "Persoon",
                LocalDate.of(2012, 5, 14), null, null, null, null));
        if (school != null) {
            leerlingen.noteerInschrijving(leerling, school, begin.minusMonths(1));
        }
        Zaak zaak = zaken.open(gemeente, PROCES, leerling);
        zaken.koppelProces(zaak.id(), engine.start(proces, zaak, Map.of("ontvangen", Date.from(begin.atTime(12, 0).atZone(Tijdzone.AMSTERDAM).toInstant()))));
        return zaken.metId(zaak.id());
    }

    private static String lees() {
        try (InputStream bron = Proefzaken.class.getResourceAsStream("/testmodellen/proef-taken.bpmn")) {
            return new String(bron.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Zaak start(String gemeente) {
        repositoryService.createDeployment().name("proef").enableDuplicateFiltering(false)
                .addClasspathResource("testmodellen/proef-taken.bpmn").addString("proef-formulier.form",
                        "{\"id\": \"proef-formulier\", \"type\": \"default\", \"components\": []}").deploy();
        UUID leerling = leerlingen.registreer(new NieuweLeerling(gemeente, null, null, "Proef", null, "Persoon",
                LocalDate.of(2012, 5, 14), null, null, null, null));
        Zaak zaak = zaken.open(gemeente, PROCES, leerling);
        zaken.koppelProces(zaak.id(), engine.start(PROCES, zaak, Map.of("ontvangen", Date.from(klok.instant()))));
        return zaken.metId(zaak.id());
    }
}
