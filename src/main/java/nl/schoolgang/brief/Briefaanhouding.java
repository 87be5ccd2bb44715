package nl.schoolgang.brief;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.schoolgang.kalender.Tijdzone;
import nl.schoolgang.leerling.Leerling;
import nl.schoolgang.leerling.Leerlingen;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds letters that wait to be dispatched when something changed for the pupil (moved away, 18, startkwalificatie, every melding withdrawn): what they say may not be
 * true any more, so an officer judges first. Hold the case before calling; rights are tested by who calls.
 */
@Service
public class Briefaanhouding {

    private final BriefRepository repository;
    private final Verzendregister register;
    private final Briefmail mail;
    private final Geadresseerden geadresseerden;
    private final Leerlingen leerlingen;
    private final Zaken zaken;
    private final Clock klok;

    Briefaanhouding(BriefRepository repository, Verzendregister register, Briefmail mail, Geadresseerden geadresseerden, Leerlingen leerlingen,
            Zaken zaken, Clock klok) {
        this.repository = repository;
        this.register = register;
        this.mail = mail;
        this.geadresseerden = geadresseerden;
        this.leerlingen = leerlingen;
        this.zaken = zaken;
        this.klok = klok;
    }

    /**
     * Holds what is ready to be dispatched in a case. A mail that is just being sent is waited for, and stays sent.
     *
     * @param reden one Dutch sentence for the time line, nothing personal
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void houdAan(UUID zaakId, String reden) {
        metStatus(zaakId, Briefstatus.KLAAR).stream().filter(b -> mail.houdAan(b, reden)).forEach(b -> register.aangehouden(b, reden));
    }

    /** The letters of a case that are held, the oldest first. */
    public List<Brief> aangehouden(UUID zaakId) {
        return repository.vanZaak(zaakId).stream().filter(b -> b.status() == Briefstatus.AANGEHOUDEN).toList();
    }

    /** Whether something of the case is ready to be dispatched, or held. */
    public boolean heeftWachtende(UUID zaakId) {
        return repository.vanZaak(zaakId).stream().anyMatch(b -> b.status() == Briefstatus.KLAAR || b.status() == Briefstatus.AANGEHOUDEN);
    }

    /**
     * What is held goes out after all: by post it is in the queue again, by e-mail it is sent to the address of now. A letter to a parent of
     * who is of age meanwhile does not go out: from then on the parents get none.
     *
     * @param door user name of who judged it; null when not known
     * @return how many go out
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int geefVrij(UUID zaakId, String door) {
        Zaak zaak = zaken.metId(zaakId);
        Leerling leerling = leerlingen.metId(zaak.leerlingId());
        boolean meerderjarig = leerling.leeftijdOp(LocalDate.now(klok.withZone(Tijdzone.AMSTERDAM))) >= Geadresseerden.MEERDERJARIG;
        int vrij = 0;
        for (Brief brief : metStatus(zaakId, Briefstatus.AANGEHOUDEN)) {
            if (meerderjarig && brief.aanSoort() == Aansoort.OUDER) {
                register.vervallen(brief, door);
            } else {
                register.vrijgegeven(brief, door);
                mail.zetKlaar(brief, geadresseerden.opnieuw(brief, leerling), zaak.zaaknummer());
                vrij++;
            }
        }
        return vrij;
    }

    /** What is held does not go out. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void laatVervallen(UUID zaakId, String door) {
        metStatus(zaakId, Briefstatus.AANGEHOUDEN).forEach(b -> register.vervallen(b, door));
    }

    private List<Brief> metStatus(UUID zaakId, Briefstatus status) {
        return repository.vanZaak(zaakId).stream().map(b -> repository.vergrendel(b.id()).orElseThrow()).filter(b -> b.status() == status).toList();
    }
}
