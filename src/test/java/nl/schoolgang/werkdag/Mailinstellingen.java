package nl.schoolgang.werkdag;

import com.icegreen.greenmail.util.GreenMail;
import java.util.ArrayList;
import java.util.List;
import nl.schoolgang.verhaal.Verhaal;

/** Arguments with which an application sends what it can by e-mail, to a server of the test. */
final class Mailinstellingen {

    private Mailinstellingen() {
    }

    static List<String> van(GreenMail mailserver) {
        List<String> instellingen = new ArrayList<>(List.of("--schoolgang.berichten.smtp.host=127.0.0.1",
                "--schoolgang.berichten.smtp.beveiliging=geen", "--schoolgang.berichten.smtp.poort=" + mailserver.getSmtp().getPort(),
                "--schoolgang.berichten.smtp.afzender=leerplicht@gemeente.example"));
        for (String gemeente : List.of(Verhaal.NOORDOOSTPOLDER, Verhaal.BUNNIK)) {
            for (String ontvanger : List.of("school", "melder")) {
                instellingen.add("--schoolgang.berichten.gemeenten." + gemeente + ".kanalen." + ontvanger + "=smtp-of-bestand");
            }
        }
        return instellingen;
    }
}
