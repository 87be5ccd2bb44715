package nl.schoolgang.brief;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.schoolgang.dossier.Documenten;
import nl.schoolgang.dossier.Dossiers;
import nl.schoolgang.dossier.NieuwDossierstuk;
import nl.schoolgang.leerling.Leerlingen;
import nl.schoolgang.melding.Melding;
import nl.schoolgang.melding.Meldingen;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaken;
import org.springframework.stereotype.Component;

/** Makes the PDF of a letter and archives it. */
@Component
class Briefmaker {

    static final String PDF = "application/pdf";

    private final Briefopmaak opmaak;
    private final Pdfmaker pdfmaker;
    private final Briefgegevens gegevens;
    private final Documenten documenten;
    private final Dossiers dossiers;
    private final Zaken zaken;
    private final Leerlingen leerlingen;
    private final Meldingen meldingen;
    private final BriefRepository repository;
    private final Clock klok;

    Briefmaker(Briefopmaak opmaak, Pdfmaker pdfmaker, Briefgegevens gegevens, Documenten documenten, Dossiers dossiers, Zaken zaken,
            Leerlingen leerlingen, Meldingen meldingen, BriefRepository repository, Clock klok) {
        this.opmaak = opmaak;
        this.pdfmaker = pdfmaker;
        this.gegevens = gegevens;
        this.documenten = documenten;
        this.dossiers = dossiers;
        this.zaken = zaken;
        this.leerlingen = leerlingen;
        this.meldingen = meldingen;
        this.repository = repository;
        this.klok = klok;
    }

    Briefzaak zaak(UUID zaakId, UUID meldingId, Briefantwoorden antwoorden) {
        Zaak zaak = zaken.metId(zaakId);
        List<Melding> gemeld = meldingId == null ? meldingen.vanZaak(zaakId) : List.of(meldingen.metId(meldingId));
        return new Briefzaak(zaak, leerlingen.metId(zaak.leerlingId()), gemeld, antwoorden.waarden(), antwoorden.teksten(), LocalDate.now(klok));
    }

    Map<String, Object> gegevens(Sjabloon sjabloon, Briefzaak zaak, String schrijver) {
        return gegevens.van(sjabloon, zaak, schrijver);
    }

    Map<String, Object> gegevensVoor(Geadresseerde aan, Map<String, Object> inhoud) {
        return gegevens.voor(aan, inhoud);
    }

    /** What a letter said, with this date and the last day of the term that starts when it goes out then. */
    Map<String, Object> opDag(Sjabloon sjabloon, String gemeente, Map<String, Object> inhoud, LocalDate dag) {
        return gegevens.opDag(sjabloon, gemeente, inhoud, dag);
    }

    byte[] pdf(Sjabloon sjabloon, Map<String, Object> inhoud, Geadresseerde aan, String gemeente, boolean afgeschermd) {
        return pdfmaker.maak(opmaak.pagina(sjabloon, inhoud, aan, gemeente, afgeschermd));
    }

    /** Makes and archives the letter; where the address is secret the dossier gets a copy without it. */
    void archiveer(Brief brief, Sjabloon sjabloon, Map<String, Object> inhoud, Geadresseerde aan) {
        BriefRepository.Bestanden bestanden = bestanden(brief, sjabloon, inhoud, aan);
        UUID stuk = dossiers.voegToe(new NieuwDossierstuk(brief.gemeente(), brief.leerlingId(), brief.zaakId(), brief.meldingId(), Brieven.DOSSIERSTUK,
                "Brief aan " + brief.aanNaam() + ": " + brief.titel(), brief.label(), Map.of("geadresseerde", brief.aanNaam(), "hoe", brief.kanaal().code(),
                        "brief", brief.id().toString()), null, brief.gemaaktDoor()));
        repository.klaar(brief.id(), bestanden, stuk, LocalDate.now(klok), aan.adres());
    }

    /** The letter, and where the address is secret a copy without it. */
    BriefRepository.Bestanden bestanden(Brief brief, Sjabloon sjabloon, Map<String, Object> inhoud, Geadresseerde aan) {
        String naam = brief.code() + ".pdf";
        UUID document = documenten.bewaar(brief.gemeente(), brief.leerlingId(), naam, PDF, pdf(sjabloon, inhoud, aan, brief.gemeente(), false));
        return new BriefRepository.Bestanden(document, !aan.geheim() ? null
                : documenten.bewaar(brief.gemeente(), brief.leerlingId(), naam, PDF, pdf(sjabloon, inhoud, aan, brief.gemeente(), true)));
    }
}
