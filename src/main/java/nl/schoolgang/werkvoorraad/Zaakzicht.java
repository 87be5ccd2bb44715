package nl.schoolgang.werkvoorraad;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import nl.schoolgang.brief.Briefpost;
import nl.schoolgang.dossier.Label;
import nl.schoolgang.engine.Rolbeleid;
import nl.schoolgang.gemeente.GeenInzage;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Medewerkers;
import nl.schoolgang.gemeente.NietGevonden;
import nl.schoolgang.gemeente.Recht;
import nl.schoolgang.gemeente.Rol;
import nl.schoolgang.normen.Norm;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaken;
import org.springframework.stereotype.Service;

/**
 * Which cases an employee may see, for screens and API alike: by role, municipality and label of the procedure (06, "Access" and
 * "Privacy"; Wpg 6). What may not be seen does not exist: no case, no task, no link, no line about it.
 */
@Service
@Norm("BUN-T04.00-13")
public class Zaakzicht {

    /** A suspicion of abuse at home: restricted beyond its label, its very existence is confidential. */
    private static final String MELDCODE = "meldcode";
    private static final String GEEN_ZAAK = "Er is geen zaak met dit nummer.";
    private static final Set<Rol> MELDCODE_ROLLEN = Set.of(Rol.LEERPLICHTAMBTENAAR, Rol.BOA, Rol.RMC_CONSULENT, Rol.COORDINATOR);

    private final Zaken zaken;
    private final Medewerkers medewerkers;
    private final Rolbeleid beleid;
    private final Clock klok;

    Zaakzicht(Zaken zaken, Medewerkers medewerkers, Rolbeleid beleid, Clock klok) {
        this.zaken = zaken;
        this.medewerkers = medewerkers;
        this.beleid = beleid;
        this.klok = klok;
    }

    /** @throws NietGevonden when there is no case with this number, or the employee may not see it */
    public Zaak open(String zaaknummer, Medewerker ik) {
        Zaak zaak = zaken.metNummer(zaaknummer).orElseThrow(() -> new NietGevonden(GEEN_ZAAK));
        if (!magZien(zaak, ik)) {
            throw new GeenInzage(GEEN_ZAAK, zaak.gemeente(), zaak.leerlingId(), zaak.id());
        }
        return zaak;
    }

    /** The case in which a case that was joined goes on; the case itself when it was not joined, or the employee may not see the other. */
    public Zaak voortgezet(Zaak zaak, Medewerker ik) {
        return zaken.voortgezetIn(zaak.id()).filter(z -> magZien(z, ik)).orElse(zaak);
    }

    /** The cases linked to this one that the employee may see, the oldest first. */
    public List<Zaak> gekoppeld(UUID zaakId, Medewerker ik) {
        return zichtbaar(zaken.gekoppeld(zaakId), ik);
    }

    /** The pupil's cases that the employee may see, the newest first. */
    List<Zaak> vanLeerling(UUID leerlingId, Medewerker ik) {
        return zichtbaar(zaken.vanLeerling(leerlingId), ik);
    }

    /** Those of these cases that the employee may see, in their order. */
    List<Zaak> zichtbaar(List<Zaak> alle, Medewerker ik) {
        BiPredicate<String, String> blik = blik(ik);
        return alle.stream().filter(z -> blik.test(z.gemeente(), z.procedure())).toList();
    }

    boolean magZien(Zaak zaak, Medewerker ik) {
        return blik(ik).test(zaak.gemeente(), zaak.procedure());
    }

    /** The rule, by municipality and procedure, for one question of this employee: it looks an authorisation up once. */
    public BiPredicate<String, String> blik(Medewerker ik) {
        Map<String, Boolean> geautoriseerd = new HashMap<>();
        return (gemeente, procedure) -> ik.mag(Recht.ZAAK_ZIEN, gemeente) && (ik.heeft(Rol.BOA, gemeente)
                || magZien(ik, gemeente, procedure, geautoriseerd.computeIfAbsent(gemeente, g -> medewerkers.heeftWpgAutorisatie(
                        ik.gebruikersnaam(), g, LocalDate.now(klok)))));
    }

    /**
     * The rule for what has a label of its own within a case, as a letter: the case must be visible, and the label may be stricter than the
     * case's. Looks an authorisation up once.
     */
    Briefpost.Zicht stukblik(Medewerker ik) {
        BiPredicate<String, String> zaakblik = blik(ik);
        Map<String, Boolean> geautoriseerd = new HashMap<>();
        return (gemeente, procedure, label) -> zaakblik.test(gemeente, procedure) && (ik.heeft(Rol.BOA, gemeente) || switch (label) {
            case AVG -> true;
            case WPG -> ik.heeft(Rol.KOPPELING, gemeente) || geautoriseerd.computeIfAbsent(gemeente,
                    g -> medewerkers.heeftWpgAutorisatie(ik.gebruikersnaam(), g, LocalDate.now(klok)));
            // Of a case of criminal law the role was tested with the case.
            case STRAFRECHT -> Privacylabel.van(procedure) == Label.STRAFRECHT;
        });
    }

    private boolean magZien(Medewerker ik, String gemeente, String procedure, boolean geautoriseerd) {
        if (procedure.equals(MELDCODE)) {
            return geautoriseerd && MELDCODE_ROLLEN.stream().anyMatch(r -> ik.heeft(r, gemeente));
        }
        Label label = Privacylabel.van(procedure);
        return switch (label) {
            case AVG -> true;
            // A client that delivers meldingen reads what becomes of them.
            case WPG -> geautoriseerd || ik.heeft(Rol.KOPPELING, gemeente);
            case STRAFRECHT -> geautoriseerd && ik.heeft(Rol.vanCode(beleid.rol(gemeente, procedure)), gemeente);
        };
    }
}
