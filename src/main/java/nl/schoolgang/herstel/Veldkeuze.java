package nl.schoolgang.herstel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import nl.schoolgang.gemeente.Fout;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.leerling.Adres;
import nl.schoolgang.leerling.Leerling;

/** Compares two records part by part, and makes one of them by what was chosen: {@code blijft} or {@code verdwijnt} for each. */
final class Veldkeuze {

    static final String BLIJFT = "blijft";
    static final String VERDWIJNT = "verdwijnt";
    private static final String GEHEIM = "geheim adres";

    private static final Map<String, Function<Leerling, Object>> DELEN = Map.of("voornamen", Leerling::voornamen, "voorvoegsel",
            Leerling::voorvoegsel, "achternaam", Leerling::achternaam, "geboortedatum", Leerling::geboortedatum, "geslacht", Leerling::geslacht,
            "adres", l -> l.adres().regel().isEmpty() ? null : l.adres(), "telefoon", Leerling::telefoon, "email", Leerling::email,
            "onderwijsnummer", Leerling::onderwijsnummer);
    private static final List<String> VOLGORDE = List.of("voornamen", "voorvoegsel", "achternaam", "geboortedatum", "geslacht", "adres",
            "telefoon", "email", "onderwijsnummer");

    private final Leerling blijft;
    private final Leerling verdwijnt;
    private final Map<String, String> keuzes;

    private Veldkeuze(Leerling blijft, Leerling verdwijnt, Map<String, String> keuzes) {
        this.blijft = blijft;
        this.verdwijnt = verdwijnt;
        this.keuzes = keuzes;
    }

    /** @param geheim whose address is secret: it is chosen unseen */
    static List<Vergelijkingsveld> velden(Leerling blijft, Leerling verdwijnt, Set<UUID> geheim) {
        List<Vergelijkingsveld> velden = new ArrayList<>();
        velden.add(new Vergelijkingsveld("bsn", blijft.bsnGemaskeerd(), verdwijnt.bsnGemaskeerd(), false));
        VOLGORDE.forEach(v -> velden.add(new Vergelijkingsveld(v, toon(v, blijft, geheim), toon(v, verdwijnt, geheim),
                verschilt(v, blijft, verdwijnt))));
        return List.copyOf(velden);
    }

    /**
     * The pupil that remains. Where only one record says something, that is taken; a BSN always remains.
     *
     * @throws OngeldigeInvoer for each part where both say something else and nothing was chosen
     */
    static Leerling kies(Leerling blijft, Leerling verdwijnt, Map<String, String> keuzes) {
        List<Fout> fouten = VOLGORDE.stream().filter(v -> verschilt(v, blijft, verdwijnt))
                .filter(v -> !BLIJFT.equals(keuzes.get(v)) && !VERDWIJNT.equals(keuzes.get(v)))
                .map(v -> new Fout(v, "Kies welke waarde blijft.")).toList();
        if (!fouten.isEmpty()) {
            throw new OngeldigeInvoer(fouten);
        }
        Veldkeuze k = new Veldkeuze(blijft, verdwijnt, keuzes);
        Adres adres = k.deel("adres");
        return new Leerling(blijft.id(), blijft.gemeente(), blijft.bsn() == null ? verdwijnt.bsn() : blijft.bsn(), k.deel("onderwijsnummer"),
                k.deel("voornamen"), k.voorvoegsel(), k.deel("achternaam"), k.<LocalDate>deel("geboortedatum"), k.deel("geslacht"),
                adres == null ? Adres.ONBEKEND : adres, k.deel("telefoon"), k.deel("email"));
    }

    /** A name without voorvoegsel is a name too: it goes with the achternaam that was chosen, unless it was chosen itself. */
    private String voorvoegsel() {
        if (verschilt("voorvoegsel", blijft, verdwijnt) || !verschilt("achternaam", blijft, verdwijnt)) {
            return deel("voorvoegsel");
        }
        return (VERDWIJNT.equals(keuzes.get("achternaam")) ? verdwijnt : blijft).voorvoegsel();
    }

    @SuppressWarnings("unchecked")
    private <T> T deel(String veld) {
        Object hier = DELEN.get(veld).apply(blijft);
        Object daar = DELEN.get(veld).apply(verdwijnt);
        if (hier == null || daar == null) {
            return (T) (hier == null ? daar : hier);
        }
        return (T) (VERDWIJNT.equals(keuzes.get(veld)) ? daar : hier);
    }

    private static boolean verschilt(String veld, Leerling blijft, Leerling verdwijnt) {
        Object hier = DELEN.get(veld).apply(blijft);
        Object daar = DELEN.get(veld).apply(verdwijnt);
        return hier != null && daar != null && !hier.equals(daar);
    }

    private static String toon(String veld, Leerling leerling, Set<UUID> geheim) {
        if (veld.equals("onderwijsnummer")) {
            return leerling.onderwijsnummerGemaskeerd();
        }
        Object waarde = DELEN.get(veld).apply(leerling);
        return waarde instanceof Adres adres ? geheim.contains(leerling.id()) ? GEHEIM : adres.regel() : waarde == null ? null : waarde.toString();
    }
}
