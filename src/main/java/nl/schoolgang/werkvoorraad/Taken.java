package nl.schoolgang.werkvoorraad;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import nl.schoolgang.dossier.Dossiers;
import nl.schoolgang.dossier.Dossierstuk;
import nl.schoolgang.dossier.Label;
import nl.schoolgang.dossier.NieuwDossierstuk;
import nl.schoolgang.engine.Taakbediening;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.gemeente.GeenRecht;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.NietGevonden;
import nl.schoolgang.leerling.Leerlingen;
import nl.schoolgang.normen.Norm;
import nl.schoolgang.werkvoorraad.Concepten.Concept;
import nl.schoolgang.zaak.Tijdlijn;
import nl.schoolgang.zaak.Zaken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Work on a task: claim, give back, keep a draft, finish. Screens and API both come through here, so that rights, validation and what is
 * recorded are the same. A task that one may not see does not exist.
 */
@Service
public class Taken {

    static final int POGINGEN = 5;
    /** The pupil's age in whole years on the present day. */
    static final String LEEFTIJD_VANDAAG = "leeftijdVandaag";

    private static final Logger LOG = LoggerFactory.getLogger(Taken.class);

    private final Werkvoorraad werkvoorraad;
    private final Taakbediening engine;
    private final Formulierlezer lezer;
    private final Formuliervalidatie validatie;
    private final Collegakeuze collegas;
    private final Concepten concepten;
    private final Dossiers dossiers;
    private final Tijdlijn tijdlijn;
    private final Leerlingen leerlingen;
    private final Zaken zaken;
    private final TransactionTemplate transactie;
    private final Clock klok;

    Taken(Werkvoorraad werkvoorraad, Taakbediening engine, Formulierlezer lezer, Formuliervalidatie validatie, Collegakeuze collegas, Concepten concepten,
            Dossiers dossiers, Tijdlijn tijdlijn, Leerlingen leerlingen, Zaken zaken, PlatformTransactionManager transacties, Clock klok) {
        this.klok = klok;
        this.werkvoorraad = werkvoorraad;
        this.engine = engine;
        this.lezer = lezer;
        this.validatie = validatie;
        this.collegas = collegas;
        this.concepten = concepten;
        this.dossiers = dossiers;
        this.tijdlijn = tijdlijn;
        this.leerlingen = leerlingen;
        this.zaken = zaken;
        this.transactie = new TransactionTemplate(transacties);
    }

    /**
     * The open task with this id.
     *
     * @throws NietGevonden when there never was one, or the employee may not see it
     * @throws Conflict     when it is finished or taken back by the process
     */
    public Taak open(String taakId, Medewerker ik) {
        return werkvoorraad.zichtbaar(taakId, ik).orElseThrow(() -> ontbreekt(taakId));
    }

    /** The form of an open task as this employee gets it; the caller has asked for the task with {@link #open}. */
    public Formulier formulier(Taak taak, Medewerker ik) {
        return collegas.vulIn(lezer.lees(engine.formulier(taak.id())), taak.gemeente(), ik);
    }

    /** What the form opens with, by key, as text: the process' own values or else those of the form. A field that opens empty is not in it. */
    public Map<String, List<String>> beginwaarden(Taak taak, Formulier formulier) {
        return Formulierbeeld.beginwaarden(formulier, null, omgeving(taak));
    }

    /**
     * What a form may look at: what the process knows at this task (ids, codes and dates by name), and the pupil's age. The age comes
     * from the date of birth, so that it is that of today and not of when the process last looked.
     */
    Map<String, Object> omgeving(Taak taak) {
        Map<String, Object> omgeving = new HashMap<>(engine.variabelen(taak.id()));
        omgeving.put(LEEFTIJD_VANDAAG, leerlingen.metId(taak.leerlingId()).leeftijdOp(LocalDate.now(klok)));
        return omgeving;
    }

    /**
     * Claims the task for the employee; claiming one's own again changes nothing.
     *
     * @throws GeenRecht when the task belongs to a role that the employee lacks
     * @throws Conflict  when somebody else has it, or it is finished
     */
    @Transactional
    public Taak pakOp(String taakId, Medewerker ik) {
        Taak taak = voorMij(taakId, ik);
        if (taak.behandelaar() == null) {
            engine.pakOp(taakId, ik);
            tijdlijn.noteer(taak.zaakId(), "taak-opgepakt", "Taak opgepakt: " + taak.naam() + ".", ik.gebruikersnaam(), taak.meldingId());
        }
        return open(taakId, ik);
    }

    /** Gives a task of one's own back to the team. */
    @Transactional
    public void geefVrij(String taakId, Medewerker ik) {
        Taak taak = voorMij(taakId, ik);
        if (taak.behandelaar() != null) {
            engine.geefVrij(taakId, ik);
            tijdlijn.noteer(taak.zaakId(), "taak-vrijgegeven", "Taak teruggegeven aan het team: " + taak.naam() + ".", ik.gebruikersnaam(),
                    taak.meldingId());
        }
    }

    /**
     * Finishes the task: everything that was filled in goes into the dossier, decisions go to the process, all or nothing. When
     * something else changes the case at the same moment it begins again, as long as no transaction of the caller stands around it.
     *
     * @param velden values by key as JSON has them
     * @return the tasks that are open in the case now
     * @throws GeenRecht                                 when the task belongs to a role that the employee lacks
     * @throws Conflict                                  when somebody else has it, it is finished, or the case keeps changing meanwhile
     * @throws nl.schoolgang.gemeente.OngeldigeInvoer with every fault, per field
     */
    @Norm("NOP-3.6.01-06")
    public List<Taak> rondAf(String taakId, Medewerker ik, Map<String, ?> velden) {
        return herhaal(transactie, () -> rondAfInTransactie(taakId, ik, velden));
    }

    private List<Taak> rondAfInTransactie(String taakId, Medewerker ik, Map<String, ?> velden) {
        vergrendelZaak(open(taakId, ik));
        Taak taak = voorMij(taakId, ik);
        Antwoorden antwoorden = validatie.valideer(formulier(taak, ik), velden, omgeving(taak));
        Set<String> apart = engine.afgeschermdeVelden(taakId);
        legVast(taak, Privacylabel.van(taak.procedure()), antwoorden.voorDossier(veld -> !apart.contains(veld)), ik);
        if (antwoorden.waarden().keySet().stream().anyMatch(apart::contains)) {
            // It may tell of a restricted measure: for whoever does this work only.
            legVast(taak, Label.STRAFRECHT, antwoorden.voorDossier(apart::contains), ik);
        }
        tijdlijn.noteer(taak.zaakId(), "taak-afgerond", "Taak afgerond: " + taak.naam() + ".", ik.gebruikersnaam(), taak.meldingId());
        engine.rondAf(taakId, ik, new HashMap<>(antwoorden.beslissingen()));
        return werkvoorraad.vanZaak(taak.zaakId());
    }

    private void legVast(Taak taak, Label label, Map<String, Object> inhoud, Medewerker ik) {
        if (label == Label.STRAFRECHT) {
            inhoud.put(Dossierstuk.UITVOERDER, taak.rol());
        }
        dossiers.voegToe(new NieuwDossierstuk(taak.gemeente(), taak.leerlingId(), taak.zaakId(), taak.meldingId(), taak.definitie(),
                taak.naam(), label, inhoud, null, ik.gebruikersnaam()));
    }

    /** Pupil, case, task: the order in which the intake locks too, so that neither waits for the other for ever. */
    private void vergrendelZaak(Taak taak) {
        leerlingen.vergrendel(taak.leerlingId());
        zaken.vergrendel(taak.zaakId());
    }

    /** Within a transaction of the caller there is one try: that transaction is lost. */
    public static <T> T herhaal(TransactionOperations transactie, Supplier<T> werk) {
        int pogingen = TransactionSynchronizationManager.isActualTransactionActive() ? 1 : POGINGEN;
        for (int poging = 1; poging <= pogingen; poging++) {
            try {
                return transactie.execute(status -> werk.get());
            } catch (ConcurrencyFailureException e) {
                LOG.debug("Finishing a task met {} at try {}", e.getClass().getSimpleName(), poging);
            }
        }
        throw new Conflict("Deze zaak werd op hetzelfde moment gewijzigd. Probeer het opnieuw.");
    }

    /** Keeps what was typed so far, right or wrong, for this employee alone. */
    @Transactional
    Instant bewaarConcept(String taakId, Medewerker ik, Map<String, String[]> gestuurd) {
        Taak taak = open(taakId, ik);
        if (!Werkvoorraad.magAfronden(taak, ik)) {
            throw new GeenRecht("Deze taak hoort bij een rol die u niet hebt.");
        }
        return concepten.bewaar(taakId, ik.gebruikersnaam(), formulier(taak, ik), gestuurd);
    }

    Optional<Concept> concept(Taak taak, Medewerker ik) {
        return concepten.van(taak.id(), ik.gebruikersnaam());
    }

    private Taak voorMij(String taakId, Medewerker ik) {
        Taak taak = werkvoorraad.vergrendel(taakId, ik).orElseThrow(() -> ontbreekt(taakId));
        if (!Werkvoorraad.magAfronden(taak, ik)) {
            throw new GeenRecht("Deze taak hoort bij een rol die u niet hebt.");
        }
        if (taak.behandelaar() != null && !taak.behandelaar().equals(ik.gebruikersnaam())) {
            throw new Conflict("Een collega heeft deze taak al opgepakt.");
        }
        return taak;
    }

    /** A task that is not there for this employee: the engine knows whether it ever was, within the employee's municipalities. */
    private RuntimeException ontbreekt(String taakId) {
        engine.variabelen(taakId);
        return new NietGevonden("Deze taak bestaat niet.");
    }
}
