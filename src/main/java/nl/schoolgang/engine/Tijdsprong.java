package nl.schoolgang.engine;

import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.runtime.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Moves the engine's clock forward and lets everything that falls due on the way happen at its own moment, in order.
 * For the demo; call it on a thread that serves no web request, since the jobs of every municipality are run.
 */
@Component
public class Tijdsprong {

    private static final Logger LOG = LoggerFactory.getLogger(Tijdsprong.class);

    private final ManagementService management;
    private final EngineKlok klok;
    private final ObjectProvider<JobExecutor> jobExecutor;

    Tijdsprong(ManagementService management, EngineKlok klok, ObjectProvider<JobExecutor> jobExecutor) {
        this.management = management;
        this.klok = klok;
        this.jobExecutor = jobExecutor;
    }

    /** What a jump did: jobs that ran, and jobs that failed and stay visible as failed jobs in Cockpit. */
    public record Verslag(int uitgevoerd, int mislukt) {
    }

    /** Something else that happens at moments of its own on the way, such as the daily sweep. */
    public interface Bijkomend {

        /** The first moment after {@code na} at which it wants to run. */
        Instant eerstvolgende(Instant na);

        /** Runs it; the clock stands at the moment that was named. */
        void voerUit(Instant moment);
    }

    /** Goes from the present moment to {@code doel}, which lies in the future; the clock ticks on from there. */
    public Verslag naar(Instant doel, Bijkomend bijkomend) {
        JobExecutor uitvoerder = jobExecutor.getIfAvailable();
        boolean liep = uitvoerder != null && uitvoerder.isActive();
        if (liep) {
            uitvoerder.shutdown();
        }
        try {
            return doorloop(doel, bijkomend);
        } finally {
            if (liep) {
                uitvoerder.start();
            }
        }
    }

    private Verslag doorloop(Instant doel, Bijkomend bijkomend) {
        int uitgevoerd = 0;
        Set<String> mislukt = new HashSet<>();
        Instant bijkomendMoment = bijkomend.eerstvolgende(klok.nu());
        while (true) {
            Job eerste = eersteJob(doel, mislukt);
            Instant jobMoment = eerste == null ? null : moment(eerste);
            if (!bijkomendMoment.isAfter(doel) && (jobMoment == null || bijkomendMoment.isBefore(jobMoment))) {
                zetVooruit(bijkomendMoment);
                bijkomend.voerUit(bijkomendMoment);
                bijkomendMoment = bijkomend.eerstvolgende(bijkomendMoment);
            } else if (eerste != null) {
                zetVooruit(jobMoment);
                if (voerUit(eerste)) {
                    uitgevoerd++;
                } else {
                    mislukt.add(eerste.getId());
                }
            } else {
                zetVooruit(doel);
                return new Verslag(uitgevoerd, mislukt.size());
            }
        }
    }

    private Job eersteJob(Instant doel, Set<String> mislukt) {
        List<Job> kandidaten = management.createJobQuery().active().withRetriesLeft().duedateLowerThan(Date.from(doel.plusMillis(1)))
                .orderByJobDuedate().asc().listPage(0, mislukt.size() + 1);
        return kandidaten.stream().filter(j -> !mislukt.contains(j.getId())).findFirst().orElse(null);
    }

    private boolean voerUit(Job job) {
        try {
            management.executeJob(job.getId());
            return true;
        } catch (RuntimeException e) {
            // The engine keeps the failure with the job; only what identifies the job is logged here.
            LOG.warn("Taak van de engine {} mislukte bij het verzetten van de klok ({})", job.getId(), e.getClass().getSimpleName());
            return false;
        }
    }

    private void zetVooruit(Instant moment) {
        if (moment.isAfter(klok.nu())) {
            klok.zet(moment);
        }
    }

    private static Instant moment(Job job) {
        return job.getDuedate() == null ? Instant.MIN : job.getDuedate().toInstant();
    }
}
