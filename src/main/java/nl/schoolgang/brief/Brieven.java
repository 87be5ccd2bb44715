package nl.schoolgang.brief;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.schoolgang.dossier.Document;
import nl.schoolgang.dossier.Documenten;
import nl.schoolgang.dossier.Dossiers;
import nl.schoolgang.dossier.Dossierstuk;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.gemeente.NietGevonden;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.leerling.Leerlingen;
import nl.schoolgang.melding.Zaakgebeurtenissen;
import nl.schoolgang.zaak.Tijdlijn;
import nl.schoolgang.zaak.Zaak;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The letters: puts them ready, shows beforehand what will go out, and gives them back. Rights are tested by who calls. */
@Service
public class Brieven {

    /** Kind of the dossierstuk that holds a letter. */
    public static final String DOSSIERSTUK = "brief";

    private static final String BESTAAT_NIET = "Deze brief bestaat niet.";

    private final Sjablonen sjablonen;
    private final Geadresseerden geadresseerden;
    private final Briefmaker maker;
    private final BriefRepository repository;
    private final Documenten documenten;
    private final Dossiers dossiers;
    private final Briefmail post;
    private final Tijdlijn tijdlijn;
    private final Clock klok;
    private final Leerlingen leerlingen;
    private final Zaakgebeurtenissen gebeurtenissen;

    Brieven(Sjablonen sjablonen, Geadresseerden geadresseerden, Briefmaker maker, BriefRepository repository, Documenten documenten,
            Dossiers dossiers, Briefmail post, Tijdlijn tijdlijn, Clock klok, Leerlingen leerlingen,
            Zaakgebeurtenissen gebeurtenissen) {
        this.sjablonen = sjablonen;
        this.geadresseerden = geadresseerden;
        this.maker = maker;
        this.repository = repository;
        this.documenten = documenten;
        this.dossiers = dossiers;
        this.post = post;
        this.tijdlijn = tijdlijn;
        this.klok = klok;
        this.leerlingen = leerlingen;
        this.gebeurtenissen = gebeurtenissen;
    }

    /**
     * Makes a letter for everybody it is for, archives each in the dossier and puts it in the queue, in the caller's transaction. One
     * without an address is kept in the queue until there is one.
     *
     * @param meldingId the melding that it is about; null for the whole case
     * @param code      of the template
     * @param schrijver user name of who sends it; null when the system does
     * @return the letters; empty when it is for nobody in this case
     * @throws IllegalStateException when there is no such letter, or the municipality has no letterhead
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Brief> zetKlaar(UUID zaakId, UUID meldingId, String code, String schrijver) {
        Sjabloon sjabloon = sjablonen.metCode(code);
        Briefzaak zaak = maker.zaak(zaakId, meldingId, Briefantwoorden.uitDossier(dossiers, zaakId, meldingId, sjabloon.groepen()));
        Map<String, Object> inhoud = maker.gegevens(sjabloon, zaak, schrijver);
        List<Brief> gemaakt = new ArrayList<>();
        for (Geadresseerde aan : ontvangers(sjabloon, zaak)) {
            gemaakt.add(maak(nieuw(sjabloon, zaak.zaak(), meldingId, aan, schrijver, null), sjabloon, maker.gegevensVoor(aan, inhoud), aan));
        }
        return gemaakt;
    }

    /**
     * The letters that will go out when a task is finished, one for each addressee.
     *
     * @param definitie the task
     * @param getypt    what was answered in it so far, as a dossierstuk would hold it ({@code antwoorden})
     */
    public List<Voorbeeld> voorbeelden(String definitie, UUID zaakId, UUID meldingId, Map<String, Object> getypt) {
        List<Voorbeeld> voorbeelden = new ArrayList<>();
        for (Sjabloon sjabloon : sjablonen.voorTaak(definitie)) {
            Briefzaak zaak = zaak(sjabloon, definitie, zaakId, meldingId, getypt);
            List<Geadresseerde> alle = sjabloon.gaatUitBij(zaak.antwoorden()) ? ontvangers(sjabloon, zaak) : List.of();
            for (int i = 0; i < alle.size(); i++) {
                Geadresseerde aan = alle.get(i);
                voorbeelden.add(new Voorbeeld(sjabloon.code(), i, sjabloon.titel(), aan.naam(), aan.soort(), aan.kanaal(), aan.bereikbaar(),
                        aan.geheim(), aan.taal(), aan.tolk()));
            }
        }
        return voorbeelden;
    }

    /**
     * One of {@link #voorbeelden} as it would go out now; an address that is secret is not in it. Nothing is stored.
     *
     * @throws NietGevonden when the task sends no such letter
     */
    public byte[] voorbeeld(String definitie, String code, int nummer, UUID zaakId, UUID meldingId, Map<String, Object> getypt, String schrijver) {
        Sjabloon sjabloon = sjablonen.voorTaak(definitie).stream().filter(s -> s.code().equals(code)).findFirst()
                .orElseThrow(() -> new NietGevonden(BESTAAT_NIET));
        Briefzaak zaak = zaak(sjabloon, definitie, zaakId, meldingId, getypt);
        List<Geadresseerde> alle = ontvangers(sjabloon, zaak);
        if (nummer < 0 || nummer >= alle.size()) {
            throw new NietGevonden(BESTAAT_NIET);
        }
        Geadresseerde aan = alle.get(nummer);
        return maker.pdf(sjabloon, maker.gegevensVoor(aan, maker.gegevens(sjabloon, zaak, schrijver)), aan, zaak.zaak().gemeente(), aan.geheim());
    }

    /** After the death of the pupil nothing goes to the family any more. */
    private List<Geadresseerde> ontvangers(Sjabloon sjabloon, Briefzaak zaak) {
        List<Geadresseerde> alle = geadresseerden.van(sjabloon, zaak);
        return gebeurtenissen.isOverleden(zaak.zaak().leerlingId()) ? alle.stream().filter(a -> !a.soort().isGezin()).toList() : alle;
    }

    /** The letters of a case, the oldest first. */
    public List<Brief> vanZaak(UUID zaakId) {
        return repository.vanZaak(zaakId);
    }

    /** @throws NietGevonden when there is no letter with this id */
    public Brief metId(UUID id) {
        return repository.metId(id).orElseThrow(() -> new NietGevonden(BESTAAT_NIET));
    }

    /**
     * The letter as PDF.
     *
     * @param omAfTeDrukken as it goes out; else without an address that is secret
     * @throws NietGevonden when it was not made yet
     */
    public Document pdf(Brief brief, boolean omAfTeDrukken) {
        if (!brief.heeftPdf()) {
            throw new NietGevonden("Deze brief is nog niet gemaakt: er is geen adres.");
        }
        BriefRepository.Bestanden bestanden = repository.bestanden(brief.id());
        if (!omAfTeDrukken && bestanden.afgeschermd() == null && geadresseerden.nuGeheim(brief, leerlingen.metId(brief.leerlingId()))) {
            return alsnogAfgeschermd(brief, documenten.lees(bestanden.document()));
        }
        return documenten.lees(omAfTeDrukken || bestanden.afgeschermd() == null ? bestanden.document() : bestanden.afgeschermd());
    }

    /** When the letter was first put ready: one that came back or lacked an address and was made again counts from the first. */
    public Instant eersteGemaaktOp(UUID id) {
        return repository.eersteGemaaktOp(id);
    }

    /** How a letter was before it got the date of its dispatch, the oldest first. */
    public List<Briefversie> versies(UUID id) {
        return repository.versies(id);
    }

    /**
     * An earlier version as PDF; when the address is secret now, only where a copy without it was made.
     *
     * @throws NietGevonden when there is none that may be shown
     */
    public Document pdf(Brief brief, int versie) {
        BriefRepository.Bestanden bestanden = repository.versie(brief.id(), versie).orElseThrow(() -> new NietGevonden(BESTAAT_NIET));
        if (bestanden.afgeschermd() == null && geadresseerden.nuGeheim(brief, leerlingen.metId(brief.leerlingId()))) {
            throw new NietGevonden("Het adres op deze eerdere versie is intussen geheim.");
        }
        return documenten.lees(bestanden.afgeschermd() == null ? bestanden.document() : bestanden.afgeschermd());
    }

    /** The address became secret after the letter was made: what it said, without an address. */
    private Document alsnogAfgeschermd(Brief brief, Document gemaakt) {
        Geadresseerde aan = geadresseerden.opnieuw(brief, leerlingen.metId(brief.leerlingId()));
        byte[] pdf = maker.pdf(sjablonen.metCode(brief.code()), repository.gegevens(brief.id()), aan, brief.gemeente(), true);
        return new Document(gemaakt.id(), gemaakt.gemeente(), gemaakt.leerlingId(), gemaakt.naam(), gemaakt.mediatype(), pdf, gemaakt.bewaardOp());
    }

    /** The letters that these pieces of the dossier hold, by the id of the piece. */
    public Map<UUID, Brief> bijStukken(Collection<Dossierstuk> stukken) {
        return repository.bijStukken(stukken.stream().filter(s -> s.soort().equals(DOSSIERSTUK)).map(Dossierstuk::id).toList());
    }

    /** What is typed now stands in for what was answered in this task, and in those that it stands in for, before. */
    private Briefzaak zaak(Sjabloon sjabloon, String definitie, UUID zaakId, UUID meldingId, Map<String, Object> getypt) {
        Briefantwoorden antwoorden = Briefantwoorden.uitDossier(dossiers, zaakId, meldingId,
                sjabloon.groepen().stream().filter(groep -> !groep.contains(definitie)).toList());
        antwoorden.voegToe(getypt);
        return maker.zaak(zaakId, meldingId, antwoorden);
    }

    /**
     * Makes a letter that came back or lacked an address again, with the date of today, for the address that is known now or for the one
     * given. The old one is linked to it and does not go out any more. When the parents were unknown, each that is known now gets one.
     *
     * @param adres lines below the name; empty: the address on record
     * @return the new letter, the one that replaces it
     * @throws OngeldigeInvoer when there is still no address
     * @throws Conflict when it needs no second one
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Brief opnieuw(UUID id, List<String> adres, String schrijver) {
        Brief oud = repository.vergrendel(id).orElseThrow(() -> new NietGevonden(BESTAAT_NIET));
        if (!oud.onbezorgd()) {
            throw new Conflict("Deze brief hoeft niet opnieuw.");
        }
        if (oud.aanSoort().isGezin() && gebeurtenissen.isOverleden(oud.leerlingId())) {
            throw new Conflict("De jongere is overleden. Deze brief gaat niet opnieuw uit.");
        }
        Sjabloon sjabloon = sjablonen.metCode(oud.code());
        Briefzaak zaak = maker.zaak(oud.zaakId(), oud.meldingId(), new Briefantwoorden(Map.of(), Map.of()));
        List<Geadresseerde> allen = geadresseerden.allenOpnieuw(oud, zaak.leerling());
        Geadresseerde bekend = allen.stream().filter(Geadresseerde::bereikbaar).findFirst().orElse(allen.get(0));
        // What could not be mailed goes by post where it can.
        List<String> perPost = oud.status() == Briefstatus.MISLUKT ? bekend.adres() : List.of();
        Geadresseerde aan = !adres.isEmpty() ? bekend.met(adres) : perPost.isEmpty() ? bekend : bekend.met(perPost);
        if (bekend.geheim() && !adres.isEmpty()) {
            throw new OngeldigeInvoer("adres", "Het adres van deze persoon is geheim. Verbeter het bij de persoon zelf, niet hier.");
        }
        if (!aan.bereikbaar()) {
            throw new OngeldigeInvoer("adres", "Er is nog geen volledig adres. Verbeter het bij de persoon, of vul hier een adres in.");
        }
        Map<String, Object> inhoud = maker.opDag(sjabloon, oud.gemeente(), repository.gegevens(id), LocalDate.now(klok));
        post.trekIn(oud, schrijver);
        if (oud.status() == Briefstatus.ADRES_NODIG) {
            repository.vervallen(id);
        }
        allen.stream().filter(ander -> ander != bekend).forEach(ander ->
                maak(nieuw(sjabloon, zaak.zaak(), oud.meldingId(), ander, schrijver, null), sjabloon, inhoud, ander));
        return maak(nieuw(sjabloon, zaak.zaak(), oud.meldingId(), aan, schrijver, id), sjabloon, inhoud, aan);
    }

    private Brief nieuw(Sjabloon sjabloon, Zaak zaak, UUID meldingId, Geadresseerde aan, String schrijver, UUID vervangt) {
        return new Brief(UUID.randomUUID(), zaak.gemeente(), zaak.id(), meldingId, zaak.leerlingId(), sjabloon.code(),
                sjabloon.titel(), sjabloon.label(), aan.soort(), aan.id(), aan.naam(), aan.geheim(), aan.taal(), aan.tolk(), aan.kanaal(),
                Briefstatus.ADRES_NODIG, false, sjabloon.termijn(), vervangt, klok.instant(), schrijver, null, null, null, null, null, null);
    }

    private Brief maak(Brief brief, Sjabloon sjabloon, Map<String, Object> inhoud, Geadresseerde aan) {
        repository.voegToe(brief, inhoud);
        if (aan.bereikbaar()) {
            maker.archiveer(brief, sjabloon, inhoud, aan);
            post.zetKlaar(brief, aan, String.valueOf(((Map<?, ?>) inhoud.get("zaak")).get("nummer")));
            tijdlijn.noteer(brief.zaakId(), "brief-klaargezet", "Brief '" + brief.titel() + "' klaargezet (" + brief.aanSoort().code() + ").",
                    brief.gemaaktDoor(), brief.meldingId());
        } else {
            tijdlijn.noteer(brief.zaakId(), "brief-adres-nodig", "Brief '" + brief.titel() + "' wacht op een adres (" + brief.aanSoort().code()
                    + ").", brief.gemaaktDoor(), brief.meldingId());
        }
        return metId(brief.id());
    }
}
