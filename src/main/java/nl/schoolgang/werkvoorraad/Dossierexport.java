package nl.schoolgang.werkvoorraad;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.schoolgang.brief.Brief;
import nl.schoolgang.brief.Brieven;
import nl.schoolgang.dossier.Dossiers;
import nl.schoolgang.dossier.Dossierstuk;
import nl.schoolgang.dossier.Label;
import nl.schoolgang.dossier.Logregel;
import nl.schoolgang.dossier.Logvraag;
import nl.schoolgang.dossier.NieuwDossierstuk;
import nl.schoolgang.dossier.Verwerking;
import nl.schoolgang.dossier.Verwerkingsactie;
import nl.schoolgang.dossier.Verwerkingslog;
import nl.schoolgang.dossier.Verwerkingsoverzicht;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.leerling.Aanvullingen;
import nl.schoolgang.leerling.Leerling;
import nl.schoolgang.leerling.Leerlingen;
import nl.schoolgang.leerling.Ouder;
import nl.schoolgang.normen.Norm;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Gives a dossier to the person concerned, or hands it over to another municipality: one ZIP with a page to read, the same as JSON, and the
 * letters as they went out. Never along: a secret address or the contact data with it, the number of a parent, and what the employee left out with a reason. That it was given
 * stands in the dossier and in the processing log before the first byte goes out.
 */
@Service
@Norm({"BUN-T04.00-04", "BUN-04.03-01"})
class Dossierexport {

    private static final int MEESTE_VERSTREKKINGEN = 10_000;

    private final Dossiers dossiers;
    private final Leerlingen leerlingen;
    private final Zaken zaken;
    private final Aanvullingen aanvullingen;
    private final Verwerkingslog log;
    private final Verwerkingsoverzicht overzicht;
    private final Woorden woorden;
    private final ITemplateEngine sjablonen;
    private final ObjectMapper json;
    private final Clock klok;
    private final Brieven brieven;
    private final Afscherming afscherming;

    Dossierexport(Dossiers dossiers, Leerlingen leerlingen, Zaken zaken, Aanvullingen aanvullingen, Verwerkingslog log,
            Verwerkingsoverzicht overzicht, Woorden woorden, ITemplateEngine sjablonen, ObjectMapper json, Clock klok,
            Brieven brieven, Afscherming afscherming) {
        this.dossiers = dossiers;
        this.leerlingen = leerlingen;
        this.zaken = zaken;
        this.aanvullingen = aanvullingen;
        this.log = log;
        this.overzicht = overzicht;
        this.woorden = woorden;
        this.sjablonen = sjablonen;
        this.json = json;
        this.klok = klok;
        this.brieven = brieven;
        this.afscherming = afscherming;
    }

    /** Records that the dossier is given: to whom, how much, and what was left out and why. */
    @Transactional
    void legVast(Leerling leerling, Exportkeuze keuze, Medewerker ik) {
        boolean overdracht = keuze.ontvanger().equals("andere-gemeente");
        Map<String, Object> inhoud = new LinkedHashMap<>();
        inhoud.put("exportVoor", woorden.van("exportvoor", keuze.ontvanger()));
        inhoud.put("aantalStukken", Integer.toString(keuze.mee().size()));
        // Without titles: they would tell what is behind a stricter label.
        inhoud.put("nietMeegegeven", keuze.weg().values().stream().map(r -> woorden.van("weglating", r)).toList());
        dossiers.voegToe(new NieuwDossierstuk(leerling.gemeente(), leerling.id(), null, null, "dossier-export", "Dossier verstrekt", Label.AVG,
                inhoud, null, ik.gebruikersnaam()));
        log.noteer(Verwerking.verstrekken(leerling.gemeente(), leerling.id(), null, ik.gebruikersnaam(),
                overdracht ? "dossier overdragen" : "inzage geven aan de betrokkene", overdracht ? "LPW 16; AVG 6 lid 1 e" : "AVG 15; Wpg 25",
                woorden.van("exportvoor", keuze.ontvanger())).over(keuze.mee().size() + " stukken"));
    }

    /** Writes the ZIP, piece by piece; the caller closes the stream. */
    void schrijf(Leerling leerling, Exportkeuze keuze, OutputStream uit) throws IOException {
        Map<UUID, Brief> brieven = this.brieven.bijStukken(keuze.mee());
        ZipOutputStream zip = new ZipOutputStream(uit, StandardCharsets.UTF_8);
        zip.putNextEntry(new ZipEntry("dossier.html"));
        Writer pagina = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
        sjablonen.process("export-dossier", Set.of(), new Context(Locale.forLanguageTag("nl-NL"), beeld(leerling, keuze, brieven)), pagina);
        pagina.flush();
        zip.closeEntry();
        zip.putNextEntry(new ZipEntry("dossier.json"));
        schrijfJson(leerling, keuze, brieven, zip);
        zip.closeEntry();
        for (Dossierstuk stuk : keuze.mee()) {
            Brief brief = brieven.get(stuk.id());
            if (brief != null) {
                zip.putNextEntry(new ZipEntry(bestand(brief)));
                zip.write(this.brieven.pdf(brief, false).inhoud());
                zip.closeEntry();
            }
        }
        zip.finish();
    }

    private Map<String, Object> beeld(Leerling leerling, Exportkeuze keuze, Map<UUID, Brief> brieven) {
        Map<String, Object> beeld = new LinkedHashMap<>();
        beeld.put("leerling", leerling);
        beeld.put("aanvulling", aanvullingen.vanLeerling(leerling.id()));
        beeld.put("ouders", leerlingen.ouders(leerling.id()));
        beeld.put("ouderaanvullingen", aanvullingen.vanOuders(leerling.id()));
        beeld.put("inschrijvingen", leerlingen.inschrijvingen(leerling.id()));
        beeld.put("stukken", keuze.mee());
        beeld.put("bestanden", brieven.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, b -> bestand(b.getValue()))));
        beeld.put("adresGeheim", afscherming.geheim(leerling));
        beeld.put("weg", keuze.weg().values());
        beeld.put("verstrekkingen", verstrekkingen(leerling, keuze));
        beeld.put("nu", klok.instant());
        beeld.put("woorden", woorden);
        return beeld;
    }

    /**
     * AVG 15 lid 1 c: to whom data were given. Nothing that would tell of a case of criminal law or of a concern about safety, nor of a
     * disclosure whose own piece is left out.
     */
    private List<Logregel> verstrekkingen(Leerling leerling, Exportkeuze keuze) {
        Set<UUID> openlijk = zaken.vanLeerling(leerling.id()).stream()
                .filter(z -> Privacylabel.van(z.procedure()) != Label.STRAFRECHT && !z.procedure().equals("meldcode")).map(Zaak::id)
                .collect(Collectors.toSet());
        Set<String> mee = keuze.mee().stream().map(s -> "verstrekking " + s.id()).collect(Collectors.toSet());
        return overzicht.zoek(new Logvraag(Set.of(leerling.gemeente()), leerling.id(), null, Verwerkingsactie.VERSTREKKEN, null, null, null),
                MEESTE_VERSTREKKINGEN).stream().filter(r -> !r.geweigerd() && (r.zaakId() == null || openlijk.contains(r.zaakId())))
                .filter(r -> r.onderwerp() == null || !r.onderwerp().startsWith("verstrekking ") || mee.contains(r.onderwerp())).toList();
    }

    private void schrijfJson(Leerling l, Exportkeuze keuze, Map<UUID, Brief> brieven, OutputStream uit) throws IOException {
        JsonGenerator gen = json.getFactory().createGenerator(uit).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        gen.setCodec(json);
        gen.writeStartObject();
        gen.writeObjectField("leerling", gegevens(l));
        gen.writeObjectField("ouders", leerlingen.ouders(l.id()).stream().map(Dossierexport::gegevens).toList());
        gen.writeObjectField("inschrijvingen", leerlingen.inschrijvingen(l.id()));
        gen.writeArrayFieldStart("stukken");
        for (Dossierstuk stuk : keuze.mee()) {
            Map<String, Object> regel = new LinkedHashMap<>();
            regel.put("soort", stuk.soort());
            regel.put("titel", stuk.titel());
            regel.put("label", stuk.label().name());
            regel.put("gebeurdOp", stuk.gebeurdOp());
            regel.put("vastgelegdOp", stuk.vastgelegdOp());
            regel.put("inhoud", stuk.inhoud());
            if (brieven.containsKey(stuk.id())) {
                regel.put("bestand", bestand(brieven.get(stuk.id())));
            }
            gen.writeObject(regel);
        }
        gen.writeEndArray();
        gen.writeObjectField("nietMeegegeven", keuze.weg().values());
        gen.writeEndObject();
        gen.flush();
        gen.close();
    }

    private Map<String, Object> gegevens(Leerling l) {
        Map<String, Object> velden = new LinkedHashMap<>();
        velden.put("bsn", l.bsn());
        velden.put("onderwijsnummer", l.onderwijsnummer());
        velden.put("naam", l.naam());
        velden.put("geboortedatum", l.geboortedatum());
        velden.put("geslacht", l.geslacht());
        if (!afscherming.geheim(l)) {
            velden.put("adres", l.adres());
        }
        velden.put("telefoon", l.telefoon());
        velden.put("email", l.email());
        velden.put("aanvulling", aanvullingen.vanLeerling(l.id()));
        return velden;
    }

    private static String bestand(Brief brief) {
        return "brieven/" + brief.code() + "-" + brief.id() + ".pdf";
    }

    private static Map<String, Object> gegevens(Ouder o) {
        Map<String, Object> velden = new LinkedHashMap<>();
        velden.put("naam", o.naam());
        velden.put("relatie", o.relatie());
        velden.put("gezag", o.gezag());
        if (!o.geheimAdres()) {
            velden.put("adres", o.adres());
            velden.put("telefoon", o.telefoon());
            velden.put("email", o.email());
        }
        return velden;
    }
}
