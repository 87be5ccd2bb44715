package nl.schoolgang.bericht;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.schoolgang.Databanktest;
import nl.schoolgang.Testklok;
import nl.schoolgang.bericht.Berichtinstellingen.Beveiliging;
import nl.schoolgang.bericht.Berichtinstellingen.Smtp;
import nl.schoolgang.normen.Norm;
import nl.schoolgang.zaak.Tijdlijn;
import nl.schoolgang.zaak.Zaak;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.thymeleaf.exceptions.TemplateEngineException;

/**
 * What goes out, to whom, what is told of it, and what no longer may; {@link Wachtrij} logs each disclosure when it leaves.
 */
@Databanktest
@Import(Berichtproef.class)
class BerichtinhoudTest {

    @Autowired
    private Berichtproef proef;
    @Autowired
    private Berichten berichten;
    @Autowired
    private Berichtteksten teksten;
    @Autowired
    private Tijdlijn tijdlijn;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Testklok klok;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private Zaak zaak;

    @BeforeEach
    void begin() {
        zaak = proef.zaak();
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    @Norm("BUN-04.03-01")
    void elkeVerstrekkingStaatInHetVerwerkingslog_metDoelEnGrondslag() {
        UUID id = proef.mail(zaak, "zat@partner.example");
        verzending().verzendAlles();
        assertThat(jdbc.sql("select actie, doel, grondslag, ontvanger, onderwerp from verwerkingslog where zaak_id = ?").param(zaak.id()).query()
                .singleRow()).containsExactlyInAnyOrderEntriesOf(Map.of("actie", "verstrekken", "doel", "terugmelding versturen",
                        "grondslag", "Wpg 20", "ontvanger", "school", "onderwerp", "bericht " + id));
    }

    @Test
    void deMetersTellenWatWacht_enHoeLangAl() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        proef.meters().bindTo(meters);
        double voor = meters.get("schoolgang.berichten").tags("kanaal", "smtp", "status", "klaar").gauge().value();
        proef.mail(zaak, "zat@partner.example");
        klok.vooruit(Duration.ofMinutes(5));
        assertThat(meters.get("schoolgang.berichten").tags("kanaal", "smtp", "status", "klaar").gauge().value()).isEqualTo(voor + 1);
        assertThat(meters.get("schoolgang.berichten.oudste").tags("kanaal", "smtp").gauge().value()).isGreaterThanOrEqualTo(300);
        assertThat(meters.getMeters()).allSatisfy(m -> assertThat(m.getId().getTags()).extracting(Tag::getKey).isSubsetOf("kanaal", "status"));
    }

    @Test
    void eenSjabloonNoemtAlleenNamen_enVoertNietsUit() {
                assertThat(teksten.vul("Zaak [(${zaaknummer})][# th:if=\"${leeg}\"]niet[/]", new HashMap<>(Map.of("zaaknummer", "BUN-${1+1}-[(${x})]", "leeg", "")
                ))).contains("BUN-${1+1}-[(${x})]");
        for (String kwaad : List.of("${T(java.lang.Runtime).getRuntime()}", "${''.getClass()}", "${zaaknummer.length()}", "${@berichten}",
                "${new java.io.File('/')}", "__${T(java.lang.System).exit(1)}__", "${1 + 1}")) {
            assertThatThrownBy(() -> teksten.vul("[(" + kwaad + ")]", Map.of("zaaknummer", "BUN-1"))).as(kwaad)
                    .isInstanceOf(TemplateEngineException.class);
        }
        assertThatThrownBy(() -> teksten.vul("[(${bestaatNiet})]", Map.of())).isInstanceOf(TemplateEngineException.class);
    }

    @Test
    void deSchoolLeestNederlands_enAlleenWatHaarAangaat() throws Exception {
        proef.transactie().executeWithoutResult(s -> List.of("school", "melder").forEach(aan -> berichten.zetKlaar(new NieuwBericht(zaak.id(),
                "bunnik", null, "terugmelding", aan, Ontvangersoort.van(aan), Map.of("meldingsnummer", "2026-0001234", "status",
                "In behandeling", "actie", "huisbezoek"), aan + "@ontvanger.example", null, null, List.of()))));
        assertThat(verzending().verzendAlles()).isEqualTo(2);
        MimeMessage school = ontvangen("school@ontvanger.example");
        assertThat(school.getSubject()).isEqualTo("Terugmelding verzuim, zaak " + zaak.zaaknummer());
        assertThat(tekst(school)).contains("U heeft verzuim bij ons gemeld (meldingsnummer 2026-0001234)", "Wij gaan op huisbezoek.",
                "noem zaaknummer " + zaak.zaaknummer(), "gemeente Bunnik").doesNotContain("[", "{", "\n\n\n");
        assertThat(tekst(ontvangen("melder@ontvanger.example"))).contains("in behandeling genomen").doesNotContain("huisbezoek");
    }

    @Test
    void watNietMeerMag_gaatNietWeg_metEenSpoor() {
        UUID aanPartner = proef.mail(zaak, "zat@partner.example");
        UUID aanDuo = bestand();
        int aantal = proef.transactie().execute(s -> berichten.laatVervallen(zaak.id(), List.of(Ontvangersoort.PARTNER),
                "de leerling is overleden", "beheerder"));
        assertThat(aantal).isEqualTo(1);
        verzending().verzendAlles();
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(proef.bericht(aanPartner).status()).isEqualTo(Berichtstatus.VERVALLEN);
        assertThat(proef.bericht(aanDuo).status()).isEqualTo(Berichtstatus.KLAAR);
        assertThat(tijdlijn.van(zaak.id())).singleElement().satisfies(g -> {
            assertThat(g.omschrijving()).endsWith("de leerling is overleden");
            assertThat(g.door()).isEqualTo("beheerder");
        });
    }

    @Test
    void eenLuisteraarDieWeigertHoortHetLaterNogEens_zonderDatHetBerichtOpnieuwGaat() {
        UUID id = proef.mail(zaak, "mentor@school.example");
        proef.luisteraarWeigert = true;
        assertThat(verzending().verzendAlles()).isEqualTo(1);
        assertThat(proef.bericht(id).status()).isEqualTo(Berichtstatus.VERZONDEN);
        proef.luisteraarWeigert = false;
        assertThat(verzending().verzendAlles()).isZero();
        assertThat(proef.gemeld).hasSize(1);
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    private MimeMessage ontvangen(String adres) throws MessagingException {
        for (MimeMessage mail : server.getReceivedMessages()) {
            if (mail.getAllRecipients()[0].toString().equals(adres)) {
                return mail;
            }
        }
        throw new AssertionError("niets voor " + adres);
    }

    private static String tekst(MimeMessage mail) throws Exception {
        return mail.getContent().toString().replace("\r\n", "\n");
    }

    private UUID bestand() {
        return proef.transactie().execute(s -> berichten.zetKlaar(zaak.id(), "bunnik", null, "terugmelding", "duo", Map.of()));
    }

    private Verzending verzending() {
        return proef.verzending(proef.smtp(new Smtp("127.0.0.1", server.getSmtp().getPort(), null, null, "leerplicht@gemeente.example",
                Beveiliging.GEEN, null, Duration.ofSeconds(2), Duration.ofSeconds(10)), null));
    }
}
