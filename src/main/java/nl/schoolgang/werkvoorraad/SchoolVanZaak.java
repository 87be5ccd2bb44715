package nl.schoolgang.werkvoorraad;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.schoolgang.leerling.Leerlingen;
import nl.schoolgang.melding.Melding;
import nl.schoolgang.melding.Meldingen;
import nl.schoolgang.termijn.Zaakschool;
import nl.schoolgang.zaak.Zaken;
import org.springframework.stereotype.Component;

/** The school of the last melding in the case, else the one where the pupil is enrolled today. */
@Component
class SchoolVanZaak implements Zaakschool {

    private final Zaken zaken;
    private final Meldingen meldingen;
    private final Leerlingen leerlingen;
    private final Clock klok;

    SchoolVanZaak(Zaken zaken, Meldingen meldingen, Leerlingen leerlingen, Clock klok) {
        this.zaken = zaken;
        this.meldingen = meldingen;
        this.leerlingen = leerlingen;
        this.klok = klok;
    }

    @Override
    public Optional<UUID> schoolVan(UUID zaakId) {
        Optional<UUID> gemeld = meldingen.vanZaak(zaakId).stream().map(Melding::schoolId).filter(Objects::nonNull).reduce((eerste, laatste) -> laatste);
        return gemeld.isPresent() ? gemeld : ingeschreven(zaken.metId(zaakId).leerlingId());
    }

    private Optional<UUID> ingeschreven(UUID leerlingId) {
        LocalDate vandaag = LocalDate.now(klok);
        return leerlingen.inschrijvingen(leerlingId).stream()
                .filter(i -> !i.van().isAfter(vandaag) && (i.tot() == null || !i.tot().isBefore(vandaag)))
                .map(i -> i.school().id()).reduce((eerste, laatste) -> laatste);
    }
}
