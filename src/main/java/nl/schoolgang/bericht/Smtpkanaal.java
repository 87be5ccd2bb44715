package nl.schoolgang.bericht;

import static nl.schoolgang.bericht.Bezorgfout.Reikwijdte.BLIJVEND;
import static nl.schoolgang.bericht.Bezorgfout.Reikwijdte.KANAAL;
import static nl.schoolgang.bericht.Bezorgfout.Reikwijdte.NU;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import javax.net.ssl.SSLException;
import nl.schoolgang.bericht.Berichtinstellingen.Beveiliging;
import nl.schoolgang.bericht.Berichtinstellingen.Smtp;
import nl.schoolgang.dossier.Document;
import nl.schoolgang.dossier.Documenten;
import nl.schoolgang.gemeente.NietGevonden;
import nl.schoolgang.zaak.Zaken;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * E-mail. The Message-ID is the message's id, so that a repetition is recognised; the subject names the case by its number only. Every
 * wait has an end, so that a slow server stops this channel for a while and no other.
 */
@Component
class Smtpkanaal implements Kanaal {

    private static final Logger LOG = LoggerFactory.getLogger(Smtpkanaal.class);
    private static final int BLIJVEND_GEWEIGERD = 500;

    private final Berichtinstellingen instellingen;
    private final Zaken zaken;
    private final Documenten documenten;
    private final Session sessie;

    Smtpkanaal(Berichtinstellingen instellingen, Zaken zaken, Documenten documenten, SslBundles bundels) {
        this.instellingen = instellingen;
        this.zaken = zaken;
        this.documenten = documenten;
        this.sessie = Session.getInstance(eigenschappen(instellingen.smtp(), bundels));
    }

    private static Properties eigenschappen(Smtp smtp, SslBundles bundels) {
        Properties p = new Properties();
        p.put("mail.smtp.connectiontimeout", Long.toString(smtp.verbinden().toMillis()));
        p.put("mail.smtp.timeout", Long.toString(smtp.lezen().toMillis()));
        p.put("mail.smtp.writetimeout", Long.toString(smtp.lezen().toMillis()));
        p.put("mail.smtp.quitwait", "false");
        p.put("mail.smtp.auth", Boolean.toString(smtp.gebruikersnaam() != null));
        p.put("mail.smtp.starttls.enable", Boolean.toString(smtp.beveiliging() == Beveiliging.STARTTLS));
        p.put("mail.smtp.starttls.required", Boolean.toString(smtp.beveiliging() == Beveiliging.STARTTLS));
        p.put("mail.smtp.ssl.enable", Boolean.toString(smtp.beveiliging() == Beveiliging.TLS));
        p.put("mail.smtp.ssl.checkserveridentity", "true");
        if (smtp.sslBundle() != null) {
            p.put("mail.smtp.ssl.socketFactory", bundels.getBundle(smtp.sslBundle()).createSslContext().getSocketFactory());
        }
        return p;
    }

    @Override
    public Kanaalsoort soort() {
        return Kanaalsoort.SMTP;
    }

    @Override
    public void bezorg(Bericht bericht) throws Bezorgfout {
        Smtp smtp = instellingen.smtp();
        if (smtp.host() == null) {
            throw new Bezorgfout("geen-mailserver", KANAAL, null);
        }
        MimeMessage mail = mail(bericht, bijlagen(bericht));
        try {
            Transport transport = sessie.getTransport("smtp");
            try {
                transport.connect(smtp.host(), smtp.poort(), smtp.gebruikersnaam(), smtp.wachtwoord());
                transport.sendMessage(mail, mail.getAllRecipients());
            } finally {
                sluit(transport);
            }
        } catch (MessagingException e) {
            throw fout(e);
        }
    }

    /** What went wrong while saying goodbye says nothing about the message. */
    private static void sluit(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debug("The connection with the mail server did not close well ({})", e.getClass().getSimpleName());
        }
    }

    /** Without all of them nothing is sent: the text says that they are there. */
    private List<Document> bijlagen(Bericht bericht) throws Bezorgfout {
        List<Document> bijlagen = new ArrayList<>();
        for (UUID id : bericht.documenten()) {
            try {
                Document document = documenten.lees(id);
                if (!document.gemeente().equals(bericht.gemeente())) {
                    throw new Bezorgfout("bijlage-niet-te-lezen", BLIJVEND, null);
                }
                bijlagen.add(document);
            } catch (NietGevonden | IllegalStateException e) {
                throw new Bezorgfout("bijlage-niet-te-lezen", NU, e);
            }
        }
        return bijlagen;
    }

    private MimeMessage mail(Bericht bericht, List<Document> bijlagen) throws Bezorgfout {
        try {
            String afzender = instellingen.afzender(bericht.gemeente());
            MimeMessage mail = new MimeMessage(sessie);
            MimeMessageHelper helper = new MimeMessageHelper(mail, !bijlagen.isEmpty(), StandardCharsets.UTF_8.name());
            helper.setFrom(new InternetAddress(afzender, true));
            helper.setTo(new InternetAddress(bericht.adres(), true));
            helper.setSubject(onderwerp(bericht));
            helper.setSentDate(Date.from(bericht.aangemaaktOp()));
            helper.setText(bericht.tekst());
            for (Document bijlage : bijlagen) {
                helper.addAttachment(bijlage.naam(), new ByteArrayResource(bijlage.inhoud()), bijlage.mediatype());
            }
            mail.setHeader("Auto-Submitted", "auto-generated");
            mail.saveChanges();
            // After saving: that makes an id of its own.
            mail.setHeader("Message-ID", "<" + bericht.id() + "@" + afzender.substring(afzender.indexOf('@') + 1) + ">");
            return mail;
        } catch (AddressException e) {
            throw new Bezorgfout("adres-ongeldig", BLIJVEND, e);
        } catch (MessagingException e) {
            throw new Bezorgfout("inhoud-onbruikbaar", BLIJVEND, e);
        }
    }

    private String onderwerp(Bericht bericht) {
        String waarover = bericht.onderwerp() == null ? "Bericht van de gemeente" : bericht.onderwerp();
        return bericht.zaakId() == null ? waarover : waarover + ", zaak " + zaken.metId(bericht.zaakId()).zaaknummer();
    }

    private static Bezorgfout fout(MessagingException e) {
        if (e instanceof AuthenticationFailedException) {
            return new Bezorgfout("aanmelden-geweigerd", KANAAL, e);
        }
        for (Throwable t = e; t != null; t = volgende(t)) {
            if (t instanceof SMTPAddressFailedException adres) {
                return new Bezorgfout("adres-geweigerd", adres.getReturnCode() >= BLIJVEND_GEWEIGERD ? BLIJVEND : NU, e);
            }
            if (t instanceof SMTPSendFailedException geweigerd) {
                return new Bezorgfout("bericht-geweigerd", geweigerd.getReturnCode() >= BLIJVEND_GEWEIGERD ? BLIJVEND : NU, e);
            }
            if (t instanceof SocketTimeoutException) {
                return new Bezorgfout("te-langzaam", KANAAL, e);
            }
            if (t instanceof MailConnectException) {
                return new Bezorgfout(t.getCause() instanceof SocketTimeoutException ? "te-langzaam" : "geen-verbinding", KANAAL, e);
            }
            if (t instanceof SSLException || t.getMessage() != null && t.getMessage().contains("STARTTLS")) {
                return new Bezorgfout("geen-tls", KANAAL, e);
            }
        }
        return new Bezorgfout("geen-verbinding", KANAAL, e);
    }

    private static Throwable volgende(Throwable t) {
        return t instanceof MessagingException m && m.getNextException() != null ? m.getNextException() : t.getCause();
    }
}
