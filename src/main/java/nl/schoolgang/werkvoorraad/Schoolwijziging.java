package nl.schoolgang.werkvoorraad;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.leerling.Adres;
import nl.schoolgang.leerling.Scholen;
import nl.schoolgang.leerling.Schoolcontact;
import org.springframework.stereotype.Service;

/** Records where a school can be reached: its post and its own mailbox, for letters and messages to it. */
@Service
class Schoolwijziging {

    private static final List<String> ADRES = List.of("straat", "huisnummer", "postcode", "woonplaats");

    private final Scholen scholen;
    private final Clock klok;

    Schoolwijziging(Scholen scholen, Clock klok) {
        this.scholen = scholen;
        this.klok = klok;
    }

    /** What stands in the form when it is opened. */
    static Map<String, String> velden(Schoolcontact c) {
        Map<String, String> velden = new LinkedHashMap<>();
        velden.put("straat", c.adres().straat());
        velden.put("huisnummer", c.adres().huisnummer());
        velden.put("postcode", c.adres().postcode());
        velden.put("woonplaats", c.adres().woonplaats());
        velden.put("email", c.email());
        velden.put("telefoon", c.telefoon());
        velden.values().removeIf(Objects::isNull);
        velden.put("versie", Integer.toString(c.versie()));
        return velden;
    }

    /**
     * @throws nl.schoolgang.gemeente.OngeldigeInvoer with every fault, per field: an address is whole or not there
     * @throws nl.schoolgang.gemeente.Conflict        when somebody changed the school in the meantime
     */
    void bewaar(UUID id, Map<String, String> velden, Medewerker ik) {
        Invoer invoer = new Invoer(velden);
        Adres adres = new Adres(invoer.regel("straat"), invoer.regel("huisnummer"), invoer.postcode("postcode"), invoer.regel("woonplaats"));
        if (!adres.regel().isEmpty()) {
            ADRES.stream().filter(veld -> velden.getOrDefault(veld, "").isBlank())
                    .forEach(veld -> invoer.fout(veld, "Vul het hele adres in, of laat het hele adres leeg."));
        }
        String email = invoer.email("email");
        String telefoon = invoer.telefoon("telefoon");
        int versie = invoer.versie();
        invoer.toets();
        scholen.contact(id, new Schoolcontact(adres, email, telefoon, versie, klok.instant(), ik.gebruikersnaam()));
    }
}
