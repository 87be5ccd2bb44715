package nl.schoolgang.bewaking;

import java.time.LocalDate;
import java.util.List;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Recht;
import nl.schoolgang.werkvoorraad.Woorden;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What the daily overview says: number of the case, what the term is for, the day and an address. Nothing of pupil or parents. */
@Component
class Dagoverzichttekst {

    /** So many terms are named. */
    static final int MEESTE = 100;

    private final Woorden woorden;
    private final String adres;

    /** @param adres where employees find Schoolgang, without a slash at the end; empty: the text gives no addresses */
    Dagoverzichttekst(Woorden woorden, @Value("${schoolgang.adres:}") String adres) {
        this.woorden = woorden;
        this.adres = adres.strip().replaceAll("/+$", "");
    }

    String onderwerp(List<BewaakteTermijn> termijnen) {
        return "Termijnen: " + aantal(termijnen, Stand.TE_LAAT) + " te laat, " + aantal(termijnen, Stand.NADERT) + " bijna te laat";
    }

    String tekst(List<BewaakteTermijn> termijnen, LocalDate dag, Medewerker wie) {
        boolean meer = termijnen.size() > MEESTE;
        List<BewaakteTermijn> genoemd = termijnen.stream().limit(MEESTE).toList();
        StringBuilder tekst = new StringBuilder("Beste collega,\n\nDit zijn de termijnen die op ").append(woorden.langeDag(dag))
                .append(" uw aandacht vragen.\n");
        groep(tekst, "Te laat", genoemd, Stand.TE_LAAT);
        groep(tekst, "Bijna te laat", genoemd, Stand.NADERT);
        if (meer) {
            tekst.append("\nEr zijn er meer dan ").append(MEESTE).append(". U ziet ze allemaal in Schoolgang.\n");
        }
        if (!adres.isEmpty()) {
            tekst.append("\nNaar Schoolgang: ").append(adres).append(wie.magErgens(Recht.BEWAKEN) ? "/bewaking" : "/").append('\n');
        }
        return tekst.append("\nU krijgt dit bericht hoogstens één keer per dag. In uw profiel in Schoolgang")
                .append(adres.isEmpty() ? "" : " (" + adres + "/profiel)").append(" zet u het uit.\n").toString();
    }

    private void groep(StringBuilder tekst, String kop, List<BewaakteTermijn> termijnen, Stand stand) {
        List<BewaakteTermijn> deel = termijnen.stream().filter(t -> t.stand() == stand).toList();
        if (deel.isEmpty()) {
            return;
        }
        tekst.append('\n').append(kop).append(" (").append(deel.size()).append(")\n");
        for (BewaakteTermijn t : deel) {
            tekst.append("- ").append(t.zaaknummer()).append(": ").append(Termijnagenda.naam(t)).append(", laatste dag ")
                    .append(woorden.langeDag(t.laatsteDag())).append('\n');
            if (!adres.isEmpty()) {
                tekst.append("  ").append(adres).append("/zaken/").append(t.zaaknummer()).append('\n');
            }
        }
    }

    private static String aantal(List<BewaakteTermijn> termijnen, Stand stand) {
        long aantal = termijnen.stream().limit(MEESTE).filter(t -> t.stand() == stand).count();
        return termijnen.size() > MEESTE ? "zeker " + aantal : Long.toString(aantal);
    }
}
