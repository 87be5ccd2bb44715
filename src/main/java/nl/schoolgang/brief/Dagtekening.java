package nl.schoolgang.brief;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.schoolgang.leerling.Leerlingen;
import nl.schoolgang.normen.Norm;
import nl.schoolgang.zaak.Tijdlijn;
import org.springframework.stereotype.Component;

/**
 * Gives a letter the date on which it goes out, so that the last day that the addressee reads is the one on which the term ends (Awb 3:40,
 * 3:41). What was made before stays in the archive, and the time line tells what changed.
 */
@Component
@Norm("NOP-3.1.02-02")
class Dagtekening {

    private static final DateTimeFormatter DAG = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.forLanguageTag("nl-NL"));

    private final Briefmaker maker;
    private final Sjablonen sjablonen;
    private final Geadresseerden geadresseerden;
    private final BriefRepository repository;
    private final Leerlingen leerlingen;
    private final Tijdlijn tijdlijn;
    private final Clock klok;

    Dagtekening(Briefmaker maker, Sjablonen sjablonen, Geadresseerden geadresseerden, BriefRepository repository, Leerlingen leerlingen,
            Tijdlijn tijdlijn, Clock klok) {
        this.maker = maker;
        this.sjablonen = sjablonen;
        this.geadresseerden = geadresseerden;
        this.repository = repository;
        this.leerlingen = leerlingen;
        this.tijdlijn = tijdlijn;
        this.klok = klok;
    }

    /** The letter is printed with this day on it; it is made again when it carries another. Hold the letter. */
    void afdruk(Brief brief, LocalDate dag, String door) {
        zet(brief, dag, door);
        repository.afgedrukt(brief.id(), dag);
    }

    /**
     * The letter left on this day. What was not printed here gets that date; a print, or a mail, that carries another one stays as it went
     * out, and the time line says which day the addressee reads.
     */
    void verzonden(Brief brief, LocalDate dag, String door) {
        if (dag.equals(brief.gedagtekend())) {
            return;
        }
        if (brief.afgedrukt() == null && (brief.kanaal() == Kanaal.POST || brief.status() == Briefstatus.MISLUKT)) {
            zet(brief, dag, door);
            return;
        }
        tijdlijn.noteer(brief.zaakId(), "brief-andere-datum", "Op brief '" + brief.titel() + "' (" + brief.aanSoort().code() + ") staat "
                + DAG.format(brief.gedagtekend()) + laatsteDag(repository.gegevens(brief.id())) + ", verzonden is hij op " + DAG.format(dag) + ".",
                door, brief.meldingId());
    }

    private void zet(Brief brief, LocalDate dag, String door) {
        if (dag.equals(brief.gedagtekend())) {
            return;
        }
        Sjabloon sjabloon = sjablonen.metCode(brief.code());
        Map<String, Object> gegevens = maker.opDag(sjabloon, brief.gemeente(), repository.gegevens(brief.id()), dag);
        Geadresseerde aan = aan(brief);
        repository.gedagtekend(brief.id(), maker.bestanden(brief, sjabloon, gegevens, aan), dag, gegevens, klok.instant(), door);
        tijdlijn.noteer(brief.zaakId(), "brief-gedagtekend", "Op brief '" + brief.titel() + "' (" + brief.aanSoort().code() + ") staat nu "
                + DAG.format(dag) + laatsteDag(gegevens) + "; eerst stond er " + DAG.format(brief.gedagtekend()) + ".", door, brief.meldingId());
    }

    private static String laatsteDag(Map<String, Object> gegevens) {
        return gegevens.get("termijn") instanceof Map<?, ?> termijn && termijn.get("laatsteDag") != null
                ? " en als laatste dag " + termijn.get("laatsteDag") : "";
    }

    /** At the address with which it was made; one made before that was kept, at the address on record. */
    private Geadresseerde aan(Brief brief) {
        Geadresseerde bekend = geadresseerden.opnieuw(brief, leerlingen.metId(brief.leerlingId()));
        List<String> adres = repository.adres(brief.id());
        return new Geadresseerde(brief.aanSoort(), brief.aanId(), brief.aanNaam(), bekend.aanhef(), adres.isEmpty() ? bekend.adres() : adres,
                brief.geheimAdres() || bekend.geheim(), brief.taal(), brief.tolkNodig(), bekend.email(), bekend.melding());
    }
}
