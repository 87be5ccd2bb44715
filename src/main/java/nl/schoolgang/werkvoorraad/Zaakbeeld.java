package nl.schoolgang.werkvoorraad;

import java.util.List;
import java.util.UUID;
import nl.schoolgang.bericht.Bericht;
import nl.schoolgang.brief.Brief;
import nl.schoolgang.dossier.Dossierstuk;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.leerling.Leerling;
import nl.schoolgang.leerling.Ouder;
import nl.schoolgang.leerling.School;
import nl.schoolgang.melding.Melding;
import nl.schoolgang.termijn.Termijn;
import nl.schoolgang.termijn.Termijnstatus;
import nl.schoolgang.zaak.Gebeurtenis;
import nl.schoolgang.zaak.Zaak;

/**
 * A case as an employee may see it.
 *
 * @param openTaken all of the case, also those of roles that the employee lacks
 * @param tijdlijn  without what tells of linked cases that the employee may not see
 */
record Zaakbeeld(Zaak zaak, Leerling leerling, List<Ouder> ouders, List<Meldingsbeeld> meldingen, List<Termijn> termijnen,
        List<Taakregel> openTaken, List<Gebeurtenis> tijdlijn, List<Dossierstuk> dossierstukken, List<Bericht> berichten,
        List<Zaak> gekoppeld, List<Brief> brieven) {

    /** A melding with the school that it came from; {@code school} is null when not known. */
    record Meldingsbeeld(Melding melding, School school) {
    }

    /** An open task, and whether the employee may open it. */
    record Taakregel(Taak taak, boolean zichtbaar) {

        static Taakregel van(Taak taak, Medewerker ik) {
            return new Taakregel(taak, Werkvoorraad.magZien(taak, ik));
        }
    }

    /** The terms that run or have lapsed, of the whole case and of this melding; with null of all meldingen. */
    public List<Termijn> tellendeTermijnen(UUID meldingId) {
        return termijnen.stream().filter(t -> t.beeindigdOp() == null || t.status() == Termijnstatus.OVERSCHREDEN)
                .filter(t -> meldingId == null || t.meldingId() == null || t.meldingId().equals(meldingId)).toList();
    }

    /** The number of the melding that a term belongs to; null for a term of the whole case. */
    public String meldingsnummer(Termijn termijn) {
        return meldingen.stream().map(Meldingsbeeld::melding).filter(m -> m.id().equals(termijn.meldingId())).map(Melding::meldingsnummer)
                .findFirst().orElse(null);
    }

    /** Without anything personal: records end up in logs. */
    @Override
    public String toString() {
        return "Zaakbeeld[" + zaak.zaaknummer() + "]";
    }
}
