package nl.schoolgang.engine;

import java.util.Map;

/**
 * The task that our own service is finishing on this thread, with the decisions that go with it. The guard on every user
 * task lets no other completion through.
 */
record Afronding(String taakId, Map<String, Object> beslissingen) {

    private static final ThreadLocal<Afronding> BEZIG = new ThreadLocal<>();

    /** The decisions when this very task is being finished by our service, else null. */
    static Map<String, Object> van(String taakId) {
        Afronding bezig = BEZIG.get();
        return bezig != null && bezig.taakId.equals(taakId) ? bezig.beslissingen : null;
    }

    void doe(Runnable werk) {
        Afronding voorheen = BEZIG.get();
        BEZIG.set(this);
        try {
            werk.run();
        } finally {
            if (voorheen == null) {
                BEZIG.remove();
            } else {
                BEZIG.set(voorheen);
            }
        }
    }
}
