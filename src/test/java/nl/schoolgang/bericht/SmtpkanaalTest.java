package nl.schoolgang.bericht;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import nl.schoolgang.Databanktest;
import nl.schoolgang.Testklok;
import nl.schoolgang.bericht.Berichtinstellingen.Beveiliging;
import nl.schoolgang.bericht.Berichtinstellingen.Smtp;
import nl.schoolgang.zaak.Gebeurtenis;
import nl.schoolgang.zaak.Tijdlijn;
import nl.schoolgang.zaak.Zaak;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** E-mail against a real mail server, which is there, gone, slow, or refuses. */
@Databanktest
@Import(Berichtproef.class)
class SmtpkanaalTest {

    private static final int VEEL = 250;
    private static final String AFZENDER = "leerplicht@gemeente.example";

    @TempDir
    private Path map;
    @Autowired
    private Berichtproef proef;
    @Autowired
    private Berichten berichten;
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
    void eenMailHeeftHetNummerVanHetBericht_enAlleenHetZaaknummerInHetOnderwerp() throws Exception {
        UUID id = proef.mail(zaak, "mentor@school.example");
        assertThat(verzending().verzendAlles()).isEqualTo(1);

        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getMessageID()).isEqualTo("<" + id + "@gemeente.example>");
        assertThat(mail.getSubject()).isEqualTo("Terugmelding, zaak " + zaak.zaaknummer());
        assertThat(mail.getFrom()[0]).hasToString(AFZENDER);
        assertThat(mail.getAllRecipients()[0]).hasToString("mentor@school.example");
        assertThat(GreenMailUtil.getBody(mail)).isEqualToIgnoringNewLines("Wij nemen de melding in behandeling.");
        assertThat(proef.bericht(id).status()).isEqualTo(Berichtstatus.VERZONDEN);
        assertThat(proef.gemeld).containsExactly(new BerichtVerzonden(id, zaak.id(), "terugmelding", klok.instant()));
    }

    @Test
    void eenBriefGaatAlsBijlageMee_byteVoorByte() throws Exception {
        byte[] pdf = "%PDF-1.7 Noémie €".getBytes(StandardCharsets.UTF_8);
        UUID id = proef.mailMetBijlage(zaak, pdf);
        assertThat(verzending().verzendAlles()).isEqualTo(1);

        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getMessageID()).isEqualTo("<" + id + "@gemeente.example>");
        MimeMultipart delen = (MimeMultipart) mail.getContent();
        BodyPart bijlage = delen.getBodyPart(delen.getCount() - 1);
        assertThat(bijlage.getFileName()).isEqualTo("uitnodiging-gesprek.pdf");
        assertThat(bijlage.getContentType()).startsWith("application/pdf");
        assertThat(bijlage.getInputStream().readAllBytes()).isEqualTo(pdf);
        assertThat(GreenMailUtil.getBody(delen.getBodyPart(0))).contains("Als bijlage vindt u een brief.");
        assertThat(proef.bericht(id).status()).isEqualTo(Berichtstatus.VERZONDEN);
    }

    @Test
    void eenBijlageDieNietMeerIsZoalsZeIsBewaardGaatDeDeurNietUit() {
        UUID id = proef.mailMetBijlage(zaak, "%PDF-1.7 echt".getBytes(StandardCharsets.UTF_8));
        jdbc.sql("update document set inhoud = ? where leerling_id = ?").params("%PDF-1.7 vals".getBytes(StandardCharsets.UTF_8), zaak.leerlingId()).update();
        assertThat(verzending().verzendAlles()).isZero();
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(proef.bericht(id)).extracting(Bericht::status, Bericht::fout).containsExactly(Berichtstatus.KLAAR, "bijlage-niet-te-lezen");
    }

    @Test
    void zonderServerBlijftHetWachten_enGaatHetZodraZijErWeerIs() {
        int poort = server.getSmtp().getPort();
        server.stop();
        UUID id = proef.mail(zaak, "mentor@school.example");
        klok.vooruit(Duration.ofSeconds(1));
        UUID tweede = proef.mail(zaak, "ander@school.example");
        assertThat(verzending(poort).verzendAlles()).isZero();
        assertThat(proef.bericht(id).fout()).isEqualTo("geen-verbinding");
        assertThat(proef.bericht(tweede).pogingen()).as("zonder verbinding wordt er maar een geprobeerd").isZero();

        GreenMail terug = new GreenMail(new ServerSetup(poort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        terug.start();
        try {
            klok.vooruit(Duration.ofMinutes(1));
            assertThat(verzending(poort).verzendAlles()).isEqualTo(2);
            assertThat(terug.getReceivedMessages()).hasSize(2);
            assertThat(pogingen(id)).containsExactly("mislukt geen-verbinding", "verzonden");
        } finally {
            terug.stop();
        }
    }

    @Test
    @Timeout(30)
    void eenTrageServerHoudtDeBestandenNietOp() throws Exception {
        try (ServerSocket zwijgt = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            UUID mail = proef.mail(zaak, "mentor@school.example");
            UUID bestand = bestand();
            Verzending verzending = proef.verzending(proef.bestanden(map), proef.smtp(smtp(zwijgt.getLocalPort(), Beveiliging.GEEN), null));

            CompletableFuture<Void> traag = CompletableFuture.runAsync(verzending::mails);
            CompletableFuture.runAsync(verzending::bestanden).join();
            assertThat(proef.bericht(bestand).status()).isEqualTo(Berichtstatus.VERZONDEN);
            traag.join();
            assertThat(proef.bericht(mail).fout()).isEqualTo("te-langzaam");
            assertThat(proef.bericht(mail).status()).isEqualTo(Berichtstatus.KLAAR);
        }
    }

    @Test
    void watDeServerVoorgoedWeigert_wachtMeteenOpEenMens_enHoudtDeRestNietOp() throws Exception {
        try (Weigeraar weigert = new Weigeraar("550 5.1.1 bestaat niet")) {
            UUID eerste = proef.mail(zaak, "weg@school.example");
            klok.vooruit(Duration.ofSeconds(1));
            UUID tweede = proef.mail(zaak, "weg2@school.example");
            assertThat(verzending(weigert.poort()).verzendAlles()).isZero();
            assertThat(proef.bericht(eerste)).extracting(Bericht::status, Bericht::fout).containsExactly(Berichtstatus.MISLUKT, "adres-geweigerd");
            assertThat(proef.bericht(tweede).status()).isEqualTo(Berichtstatus.MISLUKT);
            assertThat(proef.gemeld).hasSize(2)
                    .contains(new BerichtMislukt(eerste, zaak.id(), "terugmelding", "adres-geweigerd", klok.instant()));
            assertThat(tijdlijn.van(zaak.id())).extracting(Gebeurtenis::soort).containsExactly("bericht-mislukt", "bericht-mislukt");
        }
        try (Weigeraar later = new Weigeraar("451 4.7.1 straks weer")) {
            UUID derde = proef.mail(zaak, "druk@school.example");
            verzending(later.poort()).verzendAlles();
            assertThat(proef.bericht(derde)).extracting(Bericht::status, Bericht::fout).containsExactly(Berichtstatus.KLAAR, "adres-geweigerd");
        }
    }

    @Test
    void zonderStarttlsGaatErNietsWeg() {
        UUID id = proef.mail(zaak, "mentor@school.example");
        proef.verzending(proef.smtp(smtp(server.getSmtp().getPort(), Beveiliging.STARTTLS), null)).verzendAlles();
        assertThat(proef.bericht(id).fout()).isEqualTo("geen-tls");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void eenCertificaatDatNietsVertrouwtGaatNietDoor() {
        GreenMail metTls = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
        metTls.start();
        try {
            UUID id = proef.mail(zaak, "mentor@school.example");
            proef.verzending(proef.smtp(smtp(metTls.getSmtps().getPort(), Beveiliging.TLS), new DefaultSslBundleRegistry())).verzendAlles();
            assertThat(proef.bericht(id).fout()).isEqualTo("geen-tls");
            assertThat(metTls.getReceivedMessages()).isEmpty();
        } finally {
            metTls.stop();
        }
    }

    @Test
    void naEenCrashTussenVersturenEnVastleggen_gaatHetNogEensOnderHetzelfdeNummer() throws Exception {
        UUID id = proef.mail(zaak, "mentor@school.example");
        Kanaal echt = proef.smtp(smtp(server.getSmtp().getPort(), Beveiliging.GEEN), null);
        AtomicReference<Error> dood = new AtomicReference<>(new Error("het proces is dood"));
        Verzending verzending = proef.verzending(new Kanaal() {
            @Override
            public Kanaalsoort soort() {
                return Kanaalsoort.SMTP;
            }

            @Override
            public void bezorg(Bericht bericht) throws Bezorgfout {
                echt.bezorg(bericht);
                Error nu = dood.getAndSet(null);
                if (nu != null) {
                    throw nu;
                }
            }
        });
        assertThatThrownBy(verzending::verzendAlles).hasMessage("het proces is dood");
        assertThat(proef.bericht(id)).extracting(Bericht::status, Bericht::pogingen).containsExactly(Berichtstatus.KLAAR, 0);

        assertThat(verzending.verzendAlles()).isEqualTo(1);
        List<String> nummers = new ArrayList<>();
        for (MimeMessage mail : server.getReceivedMessages()) {
            nummers.add(mail.getMessageID());
        }
        assertThat(nummers).hasSize(2).containsOnly("<" + id + "@gemeente.example>");
    }

    @Test
    @Timeout(60)
    void tweeZendersSturenElkBerichtEenKeer() {
        proef.transactie().executeWithoutResult(s -> {
            for (int i = 0; i < VEEL; i++) {
                berichten.zetKlaar(new NieuwBericht(zaak.id(), "bunnik", null, "terugmelding", "zat", Ontvangersoort.PARTNER, Map.of(),
                        "zat@partner.example", "Terugmelding", "Tekst", List.of()));
            }
        });
        List<CompletableFuture<Void>> zenders = List.of(CompletableFuture.runAsync(() -> verzending().mails()),
                CompletableFuture.runAsync(() -> verzending().mails()));
        zenders.forEach(CompletableFuture::join);

        List<String> nummers = Arrays.stream(server.getReceivedMessages()).map(SmtpkanaalTest::nummer).toList();
        assertThat(nummers).hasSize(VEEL);
        assertThat(new HashSet<>(nummers)).hasSize(VEEL);
        assertThat(jdbc.sql("select count(*) from bericht_poging p join bericht b on b.id = p.bericht_id where b.zaak_id = ? "
                + "and p.wat = 'verzonden'").param(zaak.id()).query(Long.class).single()).isEqualTo(VEEL);
    }

    @Test
    void zonderAdresWachtHetOpEenMens() {
        UUID id = proef.mail(zaak, " ");
        assertThat(proef.bericht(id).status()).isEqualTo(Berichtstatus.GEEN_ADRES);
        assertThat(verzending().verzendAlles()).isZero();
    }

    private UUID bestand() {
        return proef.transactie().execute(s -> berichten.zetKlaar(zaak.id(), "bunnik", null, "terugmelding", "duo", Map.of()));
    }

    private List<String> pogingen(UUID id) {
        return jdbc.sql("select concat_ws(' ', wat, fout) from bericht_poging where bericht_id = ? order by id").param(id)
                .query(String.class).list();
    }

    private Verzending verzending() {
        return verzending(server.getSmtp().getPort());
    }

    private Verzending verzending(int poort) {
        return proef.verzending(proef.smtp(smtp(poort, Beveiliging.GEEN), null));
    }

    private static Smtp smtp(int poort, Beveiliging beveiliging) {
        return new Smtp("127.0.0.1", poort, null, null, AFZENDER, beveiliging, null, Duration.ofSeconds(2), Duration.ofSeconds(1));
    }

    private static String nummer(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
