package nl.schoolgang.werkdag;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Looks, in the database and at what was received, whether everything is there once and nothing is missing. */
final class Werkdagcontrole {

    /** Messages that wait, what happened to them that the case was not told yet, and what fell due and awaits the engine. */
    private static final String ONAF = """
            select (select count(*) from schoolgang.bericht where status = 'klaar' or gemeld_op is null and status in ('verzonden', 'mislukt'))
                + (select count(*) from act_ru_job where retries_ > 0 and duedate_ <= cast(:nu as timestamp))""";

    private final JdbcClient jdbc;
    private final GreenMail mailserver;
    private final Path berichten;

    /** @param berichten folder of the messages that go as a file */
    Werkdagcontrole(String jdbcUrl, GreenMail mailserver, Path berichten) {
        this.jdbc = JdbcClient.create(new DriverManagerDataSource(jdbcUrl));
        this.mailserver = mailserver;
        this.berichten = berichten;
    }

    /** How much there is of what. */
    record Telling(long zaken, long gesloten, long berichten, int mails, int bestanden, long termijnen, long timers, long herhaald) {
    }

    /** @param nu local time in Europe/Amsterdam */
    boolean isAf(LocalDateTime nu) {
        return jdbc.sql(ONAF).param("nu", nu.toString()).query(Long.class).single() == 0;
    }

    Telling alles(Werkdag werk) throws IOException {
        elkeMeldingHeeftEenZaakMetEenProces(werk);
        geenStapIsVerloren(werk);
        elkBerichtGingEenMaal();
        elkeTermijnHeeftEenTimer();
        for (Weg weg : werk.wegen()) {
            assertThat(jdbc.sql("select status from schoolgang.zaak where zaaknummer = ?").param(weg.zaaknummer).query(String.class).single())
                    .as("%s", weg).isEqualTo(weg.eindstatus);
        }
        int mails = mailserver.getReceivedMessages().length;
        return new Telling(tel("select count(*) from schoolgang.zaak"), tel("select count(*) from schoolgang.zaak where status <> 'open'"),
                tel("select count(*) from schoolgang.bericht where status = 'verzonden'"), mailnummers().size(), bestanden().size(),
                tel("select count(*) from schoolgang.termijn where status in ('lopend', 'verlengd')"),
                tel("select count(*) from act_ru_job where type_ = 'timer'"), mails - mailnummers().size());
    }

    private void elkeMeldingHeeftEenZaakMetEenProces(Werkdag werk) {
        Map<String, String> zaken = new TreeMap<>();
        Map<String, Long> processen = new TreeMap<>();
        jdbc.sql("""
                select m.meldingsnummer, z.zaaknummer, count(p.id_) from schoolgang.melding m join schoolgang.zaak z on z.id = m.zaak_id
                    left join act_hi_procinst p on p.business_key_ = z.zaaknummer and p.super_process_instance_id_ is null
                where m.meldingsnummer in (:nummers) group by m.meldingsnummer, z.zaaknummer""").param("nummers", werk.zaakVanMelding().keySet())
                .query(rs -> {
                    zaken.merge(rs.getString(1), rs.getString(2), (een, ander) -> een + " en " + ander);
                    processen.merge(rs.getString(1), rs.getLong(3), Long::sum);
                });
        assertThat(zaken).as("de zaak die werd beantwoord").isEqualTo(new TreeMap<>(werk.zaakVanMelding()));
        assertThat(processen.values()).as("processen van een zaak").containsOnly(1L);
        assertThat(tel("select count(*) from schoolgang.melding where zaak_id is null and status <> 'ingetrokken'")).isZero();
    }

    private void geenStapIsVerloren(Werkdag werk) {
        Set<String> klaar = Set.copyOf(jdbc.sql("select id_ from act_hi_taskinst where delete_reason_ = 'completed'").query(String.class).list());
        assertThat(klaar).as("wat is beantwoord is gedaan").containsAll(werk.afgerond());
        assertThat(jdbc.sql("select taak_id from schoolgang.werkvoorraad_taak").query(String.class).list()).as("werkvoorraad en engine")
                .containsExactlyInAnyOrderElementsOf(jdbc.sql("select id_ from act_ru_task").query(String.class).list());
        assertThat(tel("select count(*) from act_ru_job where retries_ = 0")).as("niets is opgegeven").isZero();
        assertThat(jdbc.sql("""
                select z.zaaknummer from schoolgang.zaak z where z.status = 'open'
                    and not exists (select 1 from act_ru_execution e where e.business_key_ = z.zaaknummer)""").query(String.class).list())
                .as("open zaken zonder proces").isEmpty();
    }

    private void elkBerichtGingEenMaal() throws IOException {
        assertThat(jdbc.sql("""
                select melding_id || ' ' || soort from schoolgang.bericht where melding_id is not null and soort in ('terugmelding', 'afsluiting')
                group by melding_id, soort, aan having count(*) > 1""").query(String.class).list()).as("twee keer klaargezet").isEmpty();
        assertThat(jdbc.sql("""
                select m.meldingsnummer from schoolgang.melding m where (m.teruggemeld_op is not null)
                    <> exists (select 1 from schoolgang.bericht b where b.melding_id = m.id and b.soort = 'terugmelding')""").query(String.class).list())
                .as("teruggemeld zonder bericht, of andersom").isEmpty();
        assertThat(jdbc.sql("select distinct status || coalesce(' ' || fout, '') from schoolgang.bericht where status not in ('verzonden', 'geen-adres', 'vervallen')")
                .query(String.class).list()).isEmpty();
        assertThat(tel("select count(*) from schoolgang.bericht_poging where wat = 'verzonden'")).as("een keer als verzonden vastgelegd")
                .isEqualTo(tel("select count(*) from schoolgang.bericht where status = 'verzonden'"));
        assertThat(bestanden()).as("bestanden").isNotEmpty().containsExactlyInAnyOrderElementsOf(verzonden("bestand"));
        assertThat(mailnummers()).as("mails, naar hun Message-ID").isNotEmpty().containsExactlyInAnyOrderElementsOf(verzonden("smtp"));
    }

    private void elkeTermijnHeeftEenTimer() {
        List<String> termijnen = jdbc.sql("""
                select z.zaaknummer || ' ' || (t.vervalmoment at time zone 'Europe/Amsterdam') from schoolgang.termijn t
                    join schoolgang.zaak z on z.id = t.zaak_id where t.status in ('lopend', 'verlengd')""").query(String.class).list();
        List<String> timers = jdbc.sql("""
                select e.business_key_ || ' ' || j.duedate_ from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
                where j.type_ = 'timer'""").query(String.class).list();
        assertThat(timers).as("timers en lopende termijnen").isNotEmpty().containsExactlyInAnyOrderElementsOf(termijnen);
    }

    private List<String> bestanden() throws IOException {
        try (Stream<Path> bestanden = Files.list(berichten)) {
            return bestanden.map(b -> b.getFileName().toString()).filter(b -> b.endsWith(".json")).map(b -> b.replace(".json", "")).toList();
        }
    }

    private Set<String> mailnummers() {
        return Arrays.stream(mailserver.getReceivedMessages()).map(Werkdagcontrole::nummer).collect(Collectors.toSet());
    }

    private List<String> verzonden(String kanaal) {
        return jdbc.sql("select cast(id as text) from schoolgang.bericht where status = 'verzonden' and kanaal = ?").param(kanaal)
                .query(String.class).list();
    }

    private long tel(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private static String nummer(MimeMessage mail) {
        try {
            return mail.getMessageID().replaceAll("^<|@.*$", "");
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
