package nl.schoolgang.werkvoorraad;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.schoolgang.dossier.Dossiergronden;
import nl.schoolgang.dossier.Dossiers;
import nl.schoolgang.dossier.Dossierstuk;
import nl.schoolgang.dossier.Hoofdstuk;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.melding.Melding;
import nl.schoolgang.melding.Meldingen;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaken;
import org.springframework.stereotype.Component;

/** A pupil's dossier in its chapters, as an employee may see it. */
@Component
class Dossierbeeld {

    private static final String DUO = "duo";
    private static final String ONGEOORLOOFD = "ongeoorloofd";

    private final Dossiers dossiers;
    private final Dossiergronden gronden;
    private final Zaken zaken;
    private final Meldingen meldingen;

    Dossierbeeld(Dossiers dossiers, Dossiergronden gronden, Zaken zaken, Meldingen meldingen) {
        this.dossiers = dossiers;
        this.gronden = gronden;
        this.zaken = zaken;
        this.meldingen = meldingen;
    }

    /** A chapter with its pieces, the newest first. */
    record Deel(Hoofdstuk hoofdstuk, List<Dossierstuk> stukken) {
    }

    /**
     * What is known of absence: it opens the chapters that both instructions allow only then.
     */
    enum Verzuimstand {
        GEEN, VERMOEDEN, ONGEOORLOOFD
    }

    /**
     * The dossier.
     *
     * @param gronden     why there is one; empty: there is none
     * @param delen       every chapter, in the order of the instructions, also without pieces
     * @param afgeschermd pieces that the reader may not see; in no chapter, because the chapter would tell what they are
     */
    record Beeld(List<Dossiergronden.Vastgelegd> gronden, List<Deel> delen, List<Dossierstuk> afgeschermd) {
    }

    Beeld van(UUID leerlingId, Medewerker ik) {
        Map<UUID, String> procedures = zaken.vanLeerling(leerlingId).stream().collect(Collectors.toMap(Zaak::id, Zaak::procedure));
        Map<UUID, String> bronnen = meldingen.vanLeerling(leerlingId).stream().collect(Collectors.toMap(Melding::id, Melding::bron));
        Map<Hoofdstuk, List<Dossierstuk>> perHoofdstuk = new EnumMap<>(Hoofdstuk.class);
        List<Dossierstuk> afgeschermd = new ArrayList<>();
        for (Dossierstuk stuk : dossiers.vanLeerling(leerlingId, ik)) {
            Hoofdstuk hoofdstuk = Hoofdstuk.van(stuk.soort(), procedures.get(stuk.zaakId()), DUO.equals(bronnen.get(stuk.meldingId())));
            (stuk.isAfgeschermd() ? afgeschermd : perHoofdstuk.computeIfAbsent(hoofdstuk, h -> new ArrayList<>())).add(stuk);
        }
        return new Beeld(gronden.vanLeerling(leerlingId),
                Arrays.stream(Hoofdstuk.values()).map(h -> new Deel(h, perHoofdstuk.getOrDefault(h, List.of()))).toList(), afgeschermd);
    }

    Verzuimstand verzuimstand(UUID leerlingId) {
        if (meldingen.vanLeerling(leerlingId).stream().anyMatch(m -> !m.isIngetrokken() && ONGEOORLOOFD.equals(m.oordeel()))) {
            return Verzuimstand.ONGEOORLOOFD;
        }
        return gronden.vanLeerling(leerlingId).stream().anyMatch(g -> g.grond().isVerzuim()) ? Verzuimstand.VERMOEDEN : Verzuimstand.GEEN;
    }
}
