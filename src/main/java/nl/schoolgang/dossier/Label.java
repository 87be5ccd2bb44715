package nl.schoolgang.dossier;

/** Under which law a dossierstuk falls, and so who may read it (06, "Privacy"); who made a piece may always read it back. */
public enum Label {
    /** Suspected offence: the Wet politiegegevens. Readable by a boa, or with a written authorisation (Wpg 6). */
    WPG,
    /** No offence: the AVG. Readable by every employee with the right to see pupils in the municipality. */
    AVG,
    /**
     * Criminal-law records (hearing, Halt, proces-verbaal): a boa, and the role to which the policy of the municipality gives this work
     * ({@link Dossierstuk#UITVOERDER}; in Noordoostpolder the leerplichtambtenaar).
     */
    STRAFRECHT
}
