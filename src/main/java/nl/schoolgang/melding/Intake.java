package nl.schoolgang.melding;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.schoolgang.gemeente.GeenRecht;
import nl.schoolgang.gemeente.Gemeente;
import nl.schoolgang.gemeente.Gemeenten;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.gemeente.Recht;
import nl.schoolgang.zaak.Zaak;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The way in for every melding: tests the right and the content, and takes it in within one transaction. Call it outside a transaction:
 * it begins again when two deliveries meet.
 */
@Service
public class Intake {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    private static final int POGINGEN = 8;

    private final Gemeenten gemeenten;
    private final Aannemer aannemer;
    private final Dubbelganger dubbelganger;
    private final Meldingen meldingen;
    private final TransactionTemplate transactie;
    private final Clock klok;

    Intake(Gemeenten gemeenten, Aannemer aannemer, Dubbelganger dubbelganger, Meldingen meldingen, PlatformTransactionManager transacties,
            Clock klok) {
        this.gemeenten = gemeenten;
        this.aannemer = aannemer;
        this.dubbelganger = dubbelganger;
        this.meldingen = meldingen;
        this.transactie = new TransactionTemplate(transacties);
        this.klok = klok;
    }

    /**
     * Takes in a kennisgeving that an employee typed.
     *
     * @param velden by the names of the API, with dots ({@code leerling.achternaam}): String, BigDecimal or Boolean; without
     *               {@code meldingsnummer} a number is made
     * @throws OngeldigeInvoer with everything that is wrong, by field
     * @throws GeenRecht       when this employee may not deliver for this municipality
     */
    public Aanname kennisgeving(Map<String, Object> velden, Medewerker door) {
        Map<String, Object> aangevuld = new HashMap<>(velden);
        aangevuld.putIfAbsent("meldingsnummer", "HAND-" + UUID.randomUUID());
        return neemAan(new Bronrij(aangevuld, true, List.of()), Meldingsvorm.KENNISGEVING, door);
    }

    /**
     * Withdraws a melding of a case; one that is withdrawn already stays so.
     *
     * @param ontvangen when the withdrawal was received
     * @throws OngeldigeInvoer when the case has no melding with this number, or more than one, or the withdrawal came before the melding
     * @throws GeenRecht       when this employee may not deliver for the municipality of the case
     */
    public Aanname trekIn(Zaak zaak, String meldingsnummer, Instant ontvangen, Medewerker door) {
        if (!door.mag(Recht.MELDING_AANLEVEREN, zaak.gemeente())) {
            throw new GeenRecht("U mag niet aanleveren voor deze gemeente.");
        }
        // To the second: senders seldom write more, and the melding may carry more.
        if (meldingen.vanZaak(zaak.id()).stream().filter(m -> m.meldingsnummer().equals(meldingsnummer))
                .anyMatch(m -> ontvangen.isBefore(m.ontvangen().truncatedTo(ChronoUnit.SECONDS)))) {
            throw new OngeldigeInvoer("ontvangen", "Dit ligt voor de ontvangst van de melding zelf.");
        }
        return herhaal(() -> aannemer.trekIn(zaak, meldingsnummer, ontvangen, door.gebruikersnaam()));
    }

    Aanname neemAan(Bronrij rij, Meldingsvorm vorm, Medewerker door) {
        magErgens(door);
        Set<String> codes = gemeentecodes();
        magVoor(rij, codes, door);
        return verwerk(Meldingcontrole.controleer(rij, vorm, codes, klok.instant()), door);
    }

    Set<String> gemeentecodes() {
        return gemeenten.alle().stream().map(Gemeente::code).collect(Collectors.toSet());
    }

    /** @throws GeenRecht when this employee may deliver for no municipality at all */
    static void magErgens(Medewerker door) {
        if (!door.magErgens(Recht.MELDING_AANLEVEREN)) {
            throw new GeenRecht("U mag geen meldingen aanleveren.");
        }
    }

    /**
     * Before the content is judged: who may not deliver learns nothing about it.
     *
     * @throws GeenRecht when the municipality exists and this employee may not deliver for it
     */
    static void magVoor(Bronrij rij, Set<String> codes, Medewerker door) {
        if (rij.velden().get("gemeente") instanceof String gemeente && codes.contains(gemeente.strip())
                && !door.mag(Recht.MELDING_AANLEVEREN, gemeente.strip())) {
            throw new GeenRecht("U mag niet aanleveren voor deze gemeente.");
        }
    }

    /** Two deliveries about one pupil or under one number may meet in the database; the one that loses begins again and finds the other. */
    Aanname verwerk(Aanlevering aanlevering, Medewerker door) {
        return herhaal(() -> {
            Aanname aanname = aannemer.neemAan(aanlevering, door.gebruikersnaam());
            dubbelganger.noteer(aanlevering, aanname.zaaknummer(), door.gebruikersnaam());
            return aanname;
        });
    }

    private Aanname herhaal(Supplier<Aanname> werk) {
        for (int poging = 1; ; poging++) {
            try {
                return transactie.execute(status -> werk.get());
            } catch (DuplicateKeyException | ConcurrencyFailureException e) {
                if (poging == POGINGEN) {
                    throw e;
                }
                LOG.debug("Intake begins again after {}", e.getClass().getSimpleName());
            }
        }
    }
}
