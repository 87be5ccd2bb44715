package nl.schoolgang.herstel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.schoolgang.dossier.Dossiers;
import nl.schoolgang.dossier.Label;
import nl.schoolgang.dossier.NieuwDossierstuk;
import nl.schoolgang.dossier.Verwerking;
import nl.schoolgang.dossier.Verwerkingsactie;
import nl.schoolgang.dossier.Verwerkingslog;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.gemeente.GeenRecht;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.gemeente.Recht;
import nl.schoolgang.leerling.Adres;
import nl.schoolgang.leerling.Leerling;
import nl.schoolgang.leerling.Leerlingen;
import nl.schoolgang.leerling.Leerlingsamenvoeging;
import nl.schoolgang.leerling.Ouder;
import nl.schoolgang.leerling.Samenvoegingsverslag;
import nl.schoolgang.zaak.Tijdlijn;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaakstatus;
import nl.schoolgang.zaak.Zaken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Merges a person that was recorded twice. Two records with different BSNs are never merged: a BSN belongs to one person, and a merge
 * cannot be undone. Whether the employee may see the cases is tested by who calls.
 */
@Service
public class Samenvoeging {

    private static final String MOGELIJK_DEZELFDE = "mogelijk-dezelfde-leerling";
    private static final Pattern ZAAKNUMMER = Pattern.compile("[A-Z0-9]{1,6}-\\d{4}-\\d{6,}");

    private final Leerlingen leerlingen;
    private final Leerlingsamenvoeging bestand;
    private final Vergrendeling vergrendeling;
    private final Zaken zaken;
    private final Zaakherstel zaakherstel;
    private final Dossiers dossiers;
    private final Tijdlijn tijdlijn;
    private final Verwerkingslog log;

    Samenvoeging(Leerlingen leerlingen, Leerlingsamenvoeging bestand, Vergrendeling vergrendeling, Zaken zaken, Zaakherstel zaakherstel,
            Dossiers dossiers, Tijdlijn tijdlijn, Verwerkingslog log) {
        this.leerlingen = leerlingen;
        this.bestand = bestand;
        this.vergrendeling = vergrendeling;
        this.zaken = zaken;
        this.zaakherstel = zaakherstel;
        this.dossiers = dossiers;
        this.tijdlijn = tijdlijn;
        this.log = log;
    }

    /**
     * Who may be the same person: whom the system noted when a melding named both, and who has the same name and birth date. Each once, in no
     * order that means anything.
     */
    @Transactional(readOnly = true)
    public List<Leerling> mogelijkDezelfde(UUID id) {
        Leerling deze = leerlingen.metId(id);
        Stream<UUID> genoemd = zaken.vanLeerling(deze.id()).stream().flatMap(z -> tijdlijn.van(z.id()).stream())
                .filter(g -> g.soort().equals(MOGELIJK_DEZELFDE)).flatMap(g -> ZAAKNUMMER.matcher(g.omschrijving()).results())
                .flatMap(m -> zaken.metNummer(m.group()).stream()).map(Zaak::leerlingId);
        Stream<UUID> gelijknamig = leerlingen.metNaam(deze.gemeente(), null, deze.achternaam(), deze.geboortedatum()).stream().map(Leerling::id);
        return leerlingen.metIds(Stream.concat(genoemd, gelijknamig).filter(l -> !l.equals(deze.id())).distinct().toList()).stream()
                .filter(l -> bezwaren(deze, l).isEmpty()).toList();
    }

    /** Lays two records side by side; changes nothing. */
    @Transactional(readOnly = true)
    public Vergelijking vergelijk(UUID blijft, UUID verdwijnt) {
        return vergelijking(leerlingen.metId(blijft), leerlingen.metId(verdwijnt));
    }

    /**
     * Merges one pupil into another, with all that hangs on it.
     *
     * @param keuzes  for each part in which the records differ {@code blijft} or {@code verdwijnt}; and {@code reden}
     * @param kenmerk of the {@link Vergelijking} that was decided on
     * @throws GeenRecht       when the employee may not put things right in this municipality
     * @throws OngeldigeInvoer with every fault, per field
     * @throws Conflict        when the records may not be merged, or something changed since they were laid side by side
     */
    @Transactional
    public void voegSamen(UUID blijft, UUID verdwijnt, Map<String, String> keuzes, String kenmerk, Medewerker ik) {
        String gemeente = leerlingen.metId(blijft).gemeente();
        if (!ik.mag(Recht.HERSTELLEN, gemeente)) {
            throw new GeenRecht("U mag in deze gemeente geen leerlingen samenvoegen.");
        }
        if (blijft.equals(verdwijnt)) {
            throw new Conflict("Dit is één en dezelfde leerling.");
        }
        vergrendeling.leerlingen(blijft, verdwijnt);
        List<Zaak> open = vergrendeling.zaken(List.of(blijft, verdwijnt), List.of());
        Leerling deze = leerlingen.metId(blijft);
        Leerling andere = leerlingen.metId(verdwijnt);
        Vergelijking vergelijking = vergelijking(deze, andere);
        if (!vergelijking.bezwaren().isEmpty()) {
            throw new Conflict(vergelijking.bezwaren().get(0));
        }
        String reden = Reden.lees(keuzes.get(Reden.VELD));
        Leerling gekozen = Veldkeuze.kies(deze, andere, keuzes);
        if (!vergelijking.kenmerk().equals(kenmerk)) {
            throw new Conflict("Iemand anders wijzigde intussen iets aan deze leerlingen. Vergelijk ze opnieuw.");
        }
        List<Zaak> dubbel = open.stream().filter(z -> z.procedure().equals(zaakherstel.procedure())).toList();
        if (dubbel.size() > 1) {
            zaakherstel.voegSamen(dubbel.get(0), dubbel.get(1), ik.gebruikersnaam());
        }
        Set<UUID> geheim = geheim(deze, andere);
        List<Zaak> verhuisd = zaken.vanLeerling(verdwijnt);
        zaken.verhuisLeerling(verdwijnt, blijft);
        Samenvoegingsverslag verslag = bestand.voegSamen(gekozen, verdwijnt, ik.gebruikersnaam());
        verhuisd.forEach(z -> zaakherstel.leerlingGewijzigd(zaken.metId(z.id())));
        legVast(deze, andere, geheim, verslag, reden, ik);
    }

    private void legVast(Leerling deze, Leerling andere, Set<UUID> geheim, Samenvoegingsverslag verslag, String reden, Medewerker ik) {
        Map<String, Object> inhoud = new LinkedHashMap<>();
        inhoud.put("reden", reden);
        inhoud.put("vervallenGegevens", gegevens(andere, geheim));
        inhoud.put("eerdereGegevens", gegevens(deze, geheim));
        inhoud.put("overgenomenOuders", String.join("\n", verslag.overgenomenOuders()));
        inhoud.put("gelijkeOuders", String.join("\n", verslag.gelijkeOuders()));
        dossiers.voegToe(new NieuwDossierstuk(deze.gemeente(), deze.id(), null, null, "samenvoeging", "Twee dossiers van één leerling samengevoegd",
                Label.AVG, inhoud, null, ik.gebruikersnaam()));
        zaken.vanLeerling(deze.id()).stream().filter(z -> z.status() == Zaakstatus.OPEN).forEach(z -> tijdlijn.noteer(z.id(),
                "leerling-samengevoegd", "De leerling stond dubbel in het systeem; beide dossiers zijn samengevoegd", ik.gebruikersnaam(), null));
        for (UUID id : List.of(deze.id(), andere.id())) {
            log.noteer(new Verwerking(Verwerkingsactie.COMBINEREN, deze.gemeente(), id, null, ik.gebruikersnaam(),
                    "dubbel vastgelegde leerling samenvoegen", Verwerking.TOEZICHT, null).over("leerling " + andere.id() + " gaat op in " + deze.id()));
        }
    }

    /** What was known, so that a mistake can be seen and mended by hand; numbers stay masked, a secret address stays out. */
    private static String gegevens(Leerling leerling, Set<UUID> geheim) {
        return Veldkeuze.velden(leerling, leerling, geheim).stream().filter(v -> v.blijft() != null).map(v -> v.veld() + ": " + v.blijft())
                .collect(Collectors.joining("\n"));
    }

    /** Who lives at the secret address of a parent, also one that only the other record knows. */
    private Set<UUID> geheim(Leerling... beide) {
        List<Adres> adressen = Stream.of(beide).flatMap(l -> leerlingen.ouders(l.id()).stream()).filter(Ouder::geheimAdres).map(Ouder::adres).toList();
        return Stream.of(beide).filter(l -> adressen.stream().anyMatch(a -> a.zelfdePlaats(l.adres()))).map(Leerling::id).collect(Collectors.toSet());
    }

    private Vergelijking vergelijking(Leerling blijft, Leerling verdwijnt) {
        List<Zaak> dubbel = Stream.of(blijft, verdwijnt).flatMap(l -> zaken.vanLeerling(l.id()).stream())
                .filter(z -> z.status() == Zaakstatus.OPEN && z.procedure().equals(zaakherstel.procedure()))
                .sorted((a, b) -> a.geopendOp().equals(b.geopendOp()) ? a.zaaknummer().compareTo(b.zaaknummer())
                        : a.geopendOp().compareTo(b.geopendOp())).toList();
        boolean samen = dubbel.size() > 1;
        return new Vergelijking(blijft, verdwijnt, Veldkeuze.velden(blijft, verdwijnt, geheim(blijft, verdwijnt)), bezwaren(blijft, verdwijnt), samen ? dubbel.get(0) : null,
                samen ? dubbel.get(1) : null, kenmerk(blijft, verdwijnt, dubbel));
    }

    private static List<String> bezwaren(Leerling blijft, Leerling verdwijnt) {
        List<String> bezwaren = new ArrayList<>();
        if (blijft.id().equals(verdwijnt.id())) {
            bezwaren.add("Dit is één en dezelfde leerling.");
        } else if (!blijft.gemeente().equals(verdwijnt.gemeente())) {
            bezwaren.add("Deze leerlingen horen bij verschillende gemeenten. Iedere gemeente houdt haar eigen dossier.");
        } else if (blijft.bsn() != null && verdwijnt.bsn() != null && !blijft.bsn().equals(verdwijnt.bsn())) {
            bezwaren.add("Deze leerlingen hebben elk een eigen BSN en zijn dus niet dezelfde persoon. Staat een melding bij de verkeerde leerling? "
                    + "Verplaats dan die melding.");
        }
        return List.copyOf(bezwaren);
    }

    private static String kenmerk(Leerling blijft, Leerling verdwijnt, List<Zaak> open) {
        String alles = Stream.concat(Stream.of(blijft, verdwijnt).map(l -> String.join("\0", l.id().toString(), String.valueOf(l.bsn()),
                        String.valueOf(l.onderwijsnummer()), String.valueOf(l.voornamen()), String.valueOf(l.voorvoegsel()), l.achternaam(),
                        l.geboortedatum().toString(), String.valueOf(l.geslacht()), l.adres().toString(), String.valueOf(l.telefoon()),
                        String.valueOf(l.email()))), open.stream().map(Zaak::zaaknummer)).collect(Collectors.joining("\0"));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(alles.getBytes(StandardCharsets.UTF_8)), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }
}
