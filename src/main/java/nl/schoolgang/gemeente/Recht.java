package nl.schoolgang.gemeente;

import static nl.schoolgang.gemeente.Rol.ADMINISTRATIEF_MEDEWERKER;
import static nl.schoolgang.gemeente.Rol.AUDITOR;
import static nl.schoolgang.gemeente.Rol.BEHEERDER;
import static nl.schoolgang.gemeente.Rol.BOA;
import static nl.schoolgang.gemeente.Rol.COLLEGE;
import static nl.schoolgang.gemeente.Rol.COORDINATOR;
import static nl.schoolgang.gemeente.Rol.KOPPELING;
import static nl.schoolgang.gemeente.Rol.LEERPLICHTAMBTENAAR;
import static nl.schoolgang.gemeente.Rol.PROCESANALIST;
import static nl.schoolgang.gemeente.Rol.RMC_CONSULENT;

import java.util.Set;
import nl.schoolgang.normen.Norm;

/**
 * The one table of rights: who may do what, always within the municipalities in which somebody has the role.
 * The rules of the screens, of the API and of the engine, and the test that walks them, are all made from it.
 * What does not stand here is refused.
 */
public enum Recht {
    /** See the inbox and the tasks of one's own roles. */
    WERKVOORRAAD_ZIEN(LEERPLICHTAMBTENAAR, RMC_CONSULENT, BOA, ADMINISTRATIEF_MEDEWERKER, COORDINATOR, COLLEGE),
    /** See every task of the municipality, also those of other roles. */
    ALLE_TAKEN_ZIEN(COORDINATOR, KOPPELING),
    /** Claim and finish a task for which one has the role. */
    TAAK_AFRONDEN(LEERPLICHTAMBTENAAR, RMC_CONSULENT, BOA, ADMINISTRATIEF_MEDEWERKER, COORDINATOR, COLLEGE),
    /** Read cases: time line, terms, messages. */
    ZAAK_ZIEN(LEERPLICHTAMBTENAAR, RMC_CONSULENT, BOA, ADMINISTRATIEF_MEDEWERKER, COORDINATOR, COLLEGE, KOPPELING),
    /** Start a case by hand. */
    ZAAK_STARTEN(LEERPLICHTAMBTENAAR, RMC_CONSULENT, BOA, ADMINISTRATIEF_MEDEWERKER),
    /** Search pupils and read their dossier (each dossierstuk is tested on its label as well). */
    LEERLING_ZIEN(LEERPLICHTAMBTENAAR, RMC_CONSULENT, BOA, ADMINISTRATIEF_MEDEWERKER, COORDINATOR),
    /** Change a pupil's own data, parents and contacts. */
    @Norm("BUN-03.01-02")
    LEERLING_WIJZIGEN(LEERPLICHTAMBTENAAR, RMC_CONSULENT, BOA, ADMINISTRATIEF_MEDEWERKER),
    /** Deliver meldingen, kennisgevingen and events from outside. */
    MELDING_AANLEVEREN(ADMINISTRATIEF_MEDEWERKER, LEERPLICHTAMBTENAAR, RMC_CONSULENT, BOA, KOPPELING),
    /** See the whole processing log of the municipality: who looked, changed and disclosed; no contents. */
    INZAGELOG_ZIEN(AUDITOR),
    /** See who looked at one pupil. */
    INZAGE_LEERLING_ZIEN(AUDITOR, COORDINATOR),
    /** Put right what went wrong: merge a pupil recorded twice, move a melding to the right pupil, open a closed case again. */
    HERSTELLEN(LEERPLICHTAMBTENAAR, BOA, COORDINATOR),
    /** Print letters, an address that is secret included, and record them as dispatched or returned. */
    BRIEVEN_VERZENDEN(LEERPLICHTAMBTENAAR, RMC_CONSULENT, BOA, ADMINISTRATIEF_MEDEWERKER, KOPPELING),
    /** Watch the terms of the municipality and who is how busy; take an export of them. */
    BEWAKEN(COORDINATOR),
    /** Give the tasks of one officer to another. */
    WERK_VERDELEN(COORDINATOR),
    /** Calculate a term; nothing personal is involved. */
    TERMIJN_BEREKENEN(Rol.values()),
    /** Suspend, resume, extend and move terms of a case, and register a notice of default. */
    TERMIJN_WIJZIGEN(LEERPLICHTAMBTENAAR, RMC_CONSULENT, BOA, COORDINATOR),
    /** Change the days of the calendar and let changed rows of the catalogue hold for running terms. */
    KALENDER_BEHEREN(BEHEERDER),
    /** Enter Cockpit and see running instances of the municipality. */
    COCKPIT(COORDINATOR, PROCESANALIST, BEHEERDER),
    /** Move the demo clock (profile demo only). */
    KLOK_ZETTEN(COORDINATOR, BEHEERDER, KOPPELING),
    /** Keep the queue of messages going: see what waits and why (no contents), try again, correct an address, drop. */
    BERICHTEN_BEHEREN(BEHEERDER),
    /** Read the measurements of the application; nothing personal is in them. */
    METINGEN_LEZEN(BEHEERDER, KOPPELING),
    /** Log in to the screens. */
    SCHERMEN(LEERPLICHTAMBTENAAR, RMC_CONSULENT, BOA, ADMINISTRATIEF_MEDEWERKER, COORDINATOR, COLLEGE, PROCESANALIST, BEHEERDER, AUDITOR);

    private final Set<Rol> rollen;

    Recht(Rol... rollen) {
        this.rollen = Set.of(rollen);
    }

    /** The roles that have this right in their own municipality. */
    public Set<Rol> rollen() {
        return rollen;
    }
}
