package nl.schoolgang.bericht;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.schoolgang.dossier.Documenten;
import nl.schoolgang.dossier.Verwerkingslog;
import nl.schoolgang.gemeente.Gemeente;
import nl.schoolgang.gemeente.Gemeenten;
import nl.schoolgang.zaak.Tijdlijn;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaken;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Cases with messages, and sending as a test wants it. It keeps what the rest of the application was told. */
@Import({Berichten.class, Berichtbeheer.class, Berichtmeters.class, Berichtteksten.class, Verwerkingslog.class, Berichtlezer.class, Wachtrij.class, Afloopmelder.class, Zaken.class, Tijdlijn.class, Gemeenten.class,
        Documenten.class})
@EnableConfigurationProperties(Berichtinstellingen.class)
class Berichtproef {

    private final Berichten berichten;
    private final Berichtlezer lezer;
    private final Wachtrij wachtrij;
    private final Afloopmelder melder;
    private final Zaken zaken;
    private final Gemeenten gemeenten;
    private final Documenten documenten;
    private final ObjectMapper json;
    private final JdbcClient jdbc;
    private final PlatformTransactionManager transacties;
    private final Clock klok;

    final List<Object> gemeld = new ArrayList<>();
    boolean luisteraarWeigert;

    Berichtproef(Berichten berichten, Berichtlezer lezer, Wachtrij wachtrij, Afloopmelder melder, Zaken zaken, Gemeenten gemeenten, Documenten documenten,
            ObjectMapper json, JdbcClient jdbc, PlatformTransactionManager transacties, Clock klok) {
        this.berichten = berichten;
        this.lezer = lezer;
        this.wachtrij = wachtrij;
        this.melder = melder;
        this.zaken = zaken;
        this.gemeenten = gemeenten;
        this.documenten = documenten;
        this.json = json;
        this.jdbc = jdbc;
        this.transacties = transacties;
        this.klok = klok;
    }

    /** A new case; of other tests nothing is left to be sent. */
    Zaak zaak() {
        gemeld.clear();
        luisteraarWeigert = false;
        jdbc.sql("update bericht set status = 'vervallen' where status = 'klaar'").update();
        jdbc.sql("update bericht set gemeld_op = now()").update();
        gemeenten.bewaar(new Gemeente("bunnik", "Bunnik", "midden"));
        UUID leerling = UUID.randomUUID();
        jdbc.sql("insert into leerling (id, gemeente, achternaam, geboortedatum, aangemaakt_op) values (?, 'bunnik', 'Test', '2012-01-01', now())")
                .param(leerling).update();
        return zaken.open("bunnik", "relatief-verzuim", leerling);
    }

    UUID mail(Zaak zaak, String adres) {
        return transactie().execute(s -> berichten.zetKlaar(new NieuwBericht(zaak.id(), zaak.gemeente(), null, "terugmelding", "school",
                Ontvangersoort.PARTNER, Map.of(), adres, "Terugmelding", "Wij nemen de melding in behandeling.", List.of())));
    }

    /** A letter as a file of the dossier, on its way by e-mail. */
    UUID mailMetBijlage(Zaak zaak, byte[] inhoud) {
        return transactie().execute(s -> {
            UUID bijlage = documenten.bewaar(zaak.gemeente(), zaak.leerlingId(), "uitnodiging-gesprek.pdf", "application/pdf", inhoud);
            return berichten.zetKlaar(new NieuwBericht(zaak.id(), zaak.gemeente(), null, "brief", "ouder", Ontvangersoort.BURGER, Map.of(),
                    "ouder@example.org", "Brief", "Als bijlage vindt u een brief.", List.of(bijlage)));
        });
    }

    Berichtmeters meters() {
        return new Berichtmeters(jdbc, klok);
    }

    TransactionTemplate transactie() {
        return new TransactionTemplate(transacties);
    }

    Bericht bericht(UUID id) {
        return lezer.metId(id);
    }

    Kanaal bestanden(Path map) {
        return new Bestandskanaal(zaken, json, new Berichtinstellingen(map, null, null));
    }

    Kanaal smtp(Berichtinstellingen.Smtp smtp, SslBundles bundels) {
        return new Smtpkanaal(new Berichtinstellingen(null, smtp, null), zaken, documenten, bundels);
    }

    Verzending verzending(Kanaal... kanalen) {
        return new Verzending(wachtrij, lezer, List.of(kanalen), melder, transacties, klok);
    }

    @EventListener
    void verzonden(BerichtVerzonden gebeurtenis) {
        onthoud(gebeurtenis);
    }

    @EventListener
    void mislukt(BerichtMislukt gebeurtenis) {
        onthoud(gebeurtenis);
    }

    private void onthoud(Object gebeurtenis) {
        if (luisteraarWeigert) {
            throw new IllegalStateException("De luisteraar weigert");
        }
        gemeld.add(gebeurtenis);
    }
}
