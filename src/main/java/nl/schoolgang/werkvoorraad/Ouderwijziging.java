package nl.schoolgang.werkvoorraad;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.schoolgang.dossier.Dossiers;
import nl.schoolgang.dossier.Label;
import nl.schoolgang.dossier.NieuwDossierstuk;
import nl.schoolgang.dossier.Verwerking;
import nl.schoolgang.dossier.Verwerkingslog;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.leerling.Leerling;
import nl.schoolgang.leerling.Leerlingen;
import nl.schoolgang.leerling.Ouder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes a parent, and leaves a trace in the pupil's dossier when an address becomes secret or no longer is. */
@Service
class Ouderwijziging {

    private final Leerlingen leerlingen;
    private final Dossiers dossiers;
    private final Verwerkingslog log;

    Ouderwijziging(Leerlingen leerlingen, Dossiers dossiers, Verwerkingslog log) {
        this.leerlingen = leerlingen;
        this.dossiers = dossiers;
        this.log = log;
    }

    /** @throws nl.schoolgang.gemeente.Conflict when somebody changed the parent in the meantime */
    @Transactional
    void bewaar(Leerling leerling, Ouder was, Ouder nieuw, Medewerker ik) {
        leerlingen.wijzigOuder(leerling.id(), nieuw);
        log.noteer(Verwerking.wijzigen(leerling.gemeente(), leerling.id(), null, ik.gebruikersnaam(), "gegevens van een ouder wijzigen")
                .over("ouder " + was.id()));
        if (was.geheimAdres() != nieuw.geheimAdres()) {
            Map<String, Object> inhoud = new LinkedHashMap<>();
            inhoud.put("ouder", was.naam());
            inhoud.put("geheimAdres", nieuw.geheimAdres());
            dossiers.voegToe(new NieuwDossierstuk(leerling.gemeente(), leerling.id(), null, null, "adresgeheimhouding",
                    nieuw.geheimAdres() ? "Adres van een ouder geheim gemaakt" : "Adres van een ouder niet langer geheim", Label.AVG, inhoud,
                    null, ik.gebruikersnaam()));
        }
    }
}
