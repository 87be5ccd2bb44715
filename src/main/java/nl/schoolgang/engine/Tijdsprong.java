package nl.schoolgang.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * Moves the engine's clock forward and lets everything that falls due on the way happen at its own moment, in order.
 * For the demo; call it on a thread that serves no web request, since the jobs of every municipality are run.
 */
@Component
public class Tijdsprong {

    private static final Logger LOG = LoggerFactory.getLogger(Tijdsprong.class);

    private static final Duration GEDULD = Duration.ofMinutes(1);
    private static final Duration PEILING = Duration.ofMillis(20);
    private static final int MEESTE_BOTSINGEN = 5;

    private enum Afloop { GELUKT, BOTSING, MISLUKT }

    private final ManagementService management;
    private final HistoryService history;
    private final EngineKlok klok;
    private final ObjectProvider<JobExecutor> jobExecutor;

    Tijdsprong(ManagementService management, HistoryService history, EngineKlok klok, ObjectProvider<JobExecutor> jobExecutor) {
        this.management = management;
        this.history = history;
        this.klok = klok;
        this.jobExecutor = jobExecutor;
    }

    /** What a jump did: jobs that ran, and jobs that failed and stay visible as failed jobs in Cockpit; tidying up history counts for neither. */
    public record Verslag(int uitgevoerd, int mislukt) {
    }

    /** Something else that happens at moments of its own on the way, such as the daily sweep. */
    public interface Bijkomend {

        /** The first moment after {@code na} at which it wants to run. */
        Instant eerstvolgende(Instant na);

        /** The clock was set to this moment, before anything happens at it. */
        default void bereikt(Instant moment) {
        }

        /** Runs it; the clock stands at the moment that was named. */
        void voerUit(Instant moment);
    }

    /** Goes from the present moment to {@code doel}, which lies in the future; the clock ticks on from there. */
    public Verslag naar(Instant doel, Bijkomend bijkomend) {
        JobExecutor uitvoerder = jobExecutor.getIfAvailable();
        boolean liep = uitvoerder != null && uitvoerder.isActive();
        if (liep) {
            uitvoerder.shutdown();
            wachtOpLopende(uitvoerder);
        }
        try {
            return doorloop(doel, bijkomend);
        } finally {
            klok.zet(klok.nu());
            if (liep) {
                uitvoerder.start();
            }
        }
    }

    /** The executor stops taking jobs; those it took already go on, at the clock's present moment. */
    private static void wachtOpLopende(JobExecutor uitvoerder) {
        if (!(uitvoerder instanceof SpringJobExecutor spring && spring.getTaskExecutor() instanceof ThreadPoolTaskExecutor draden)) {
            return;
        }
        ThreadPoolExecutor pool = draden.getThreadPoolExecutor();
        long eind = System.nanoTime() + GEDULD.toNanos();
        while (pool.getCompletedTaskCount() < pool.getTaskCount() && System.nanoTime() < eind) {
            LockSupport.parkNanos(PEILING.toNanos());
        }
    }

    private Verslag doorloop(Instant doel, Bijkomend bijkomend) {
        int uitgevoerd = 0;
        Set<String> opruimen = history.findHistoryCleanupJobs().stream().map(Job::getId).collect(Collectors.toSet());
        Map<String, Integer> botsingen = new HashMap<>();
        Set<String> mislukt = new HashSet<>();
        Instant bijkomendMoment = bijkomend.eerstvolgende(klok.nu());
        while (true) {
            Job eerste = eersteJob(doel, mislukt);
            Instant jobMoment = eerste == null ? null : moment(eerste);
            if (!bijkomendMoment.isAfter(doel) && (jobMoment == null || bijkomendMoment.isBefore(jobMoment))) {
                zetVooruit(bijkomendMoment, bijkomend);
                bijkomend.voerUit(bijkomendMoment);
                bijkomendMoment = bijkomend.eerstvolgende(bijkomendMoment);
            } else if (eerste != null) {
                zetVooruit(jobMoment, bijkomend);
                String id = eerste.getId();
                switch (voerUit(eerste)) {
                    case GELUKT -> uitgevoerd += opruimen.contains(id) ? 0 : 1;
                    case BOTSING -> {
                        // Somebody was at work on the same case: the job is still there, or has become superfluous.
                        if (botsingen.merge(id, 1, Integer::sum) > MEESTE_BOTSINGEN) {
                            mislukt.add(id);
                        }
                    }
                    default -> mislukt.add(id);
                }
            } else {
                zetVooruit(doel, bijkomend);
                mislukt.removeAll(opruimen);
                return new Verslag(uitgevoerd, mislukt.size());
            }
        }
    }

    private Job eersteJob(Instant doel, Set<String> mislukt) {
        List<Job> kandidaten = management.createJobQuery().active().withRetriesLeft().duedateLowerThan(Date.from(doel.plusMillis(1)))
                .orderByJobDuedate().asc().listPage(0, mislukt.size() + 1);
        return kandidaten.stream().filter(j -> !mislukt.contains(j.getId())).findFirst().orElse(null);
    }

    private Afloop voerUit(Job job) {
        try {
            management.executeJob(job.getId());
            return Afloop.GELUKT;
        } catch (OptimisticLockingException e) {
            return Afloop.BOTSING;
        } catch (RuntimeException e) {
            if (management.createJobQuery().jobId(job.getId()).count() == 0) {
                return Afloop.BOTSING;
            }
            // The engine keeps the failure with the job; only what identifies the job is logged here.
            LOG.warn("Taak van de engine {} mislukte bij het verzetten van de klok ({})", job.getId(), e.getClass().getSimpleName());
            return Afloop.MISLUKT;
        }
    }

    private void zetVooruit(Instant moment, Bijkomend bijkomend) {
        if (moment.isAfter(klok.nu())) {
            // Still, so that what falls due at one moment happens at it, however much it is.
            klok.zetStil(moment);
            bijkomend.bereikt(moment);
        }
    }

    private static Instant moment(Job job) {
        return job.getDuedate() == null ? Instant.MIN : job.getDuedate().toInstant();
    }
}
