package nl.schoolgang.bewaking.cockpit;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.schoolgang.bewaking.cockpit.Cockpitzicht.Plek;
import nl.schoolgang.bewaking.cockpit.Termijnlijst.Plektelling;
import nl.schoolgang.bewaking.cockpit.Termijnlijst.Telling;
import nl.schoolgang.engine.Modeltermijnen;
import nl.schoolgang.engine.Modeltermijnen.Instantie;
import nl.schoolgang.engine.Modeltermijnen.Plekken;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.NietGevonden;
import nl.schoolgang.gemeente.Recht;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the plugin Termijnen shows: the list, the counts, the terms of one case, and the badges on a diagram. */
@Service
class Termijnbeeld {

    private static final int BLADZIJDE = 50;
    /** This week and so many weeks after it can be chosen. */
    private static final int WEKEN_VOORUIT = 8;

    private static final LocalDate LATER = LocalDate.of(9999, 12, 31);

    private final Cockpitzicht zicht;
    private final Termijnlijst lijst;
    private final Modeltermijnen modellen;
    private final Zaken zaken;
    private final Namen namen;

    Termijnbeeld(Cockpitzicht zicht, Termijnlijst lijst, Modeltermijnen modellen, Zaken zaken, Namen namen) {
        this.zicht = zicht;
        this.lijst = lijst;
        this.modellen = modellen;
        this.zaken = zaken;
        this.namen = namen;
    }

    /**
     * A page of the list with what can be chosen: the municipalities that the employee sees, the procedures in which terms are open.
     *
     * @param verder where the next page begins; null on the last
     */
    record Bladzijde(LocalDate vandaag, List<Namen.Keuze> gemeenten, List<Namen.Keuze> procedures, List<LocalDate> weken, List<BewaakteTermijn> termijnen,
            String verder) {
    }

    /** The counts of the dashboard; the week is the one of today, Monday to Sunday. */
    record Tellingen(long teLaat, long teLaatWettelijk, long dreigt, long dezeWeek, LocalDate maandag) {
    }

    /** The terms of the case of a process instance. */
    record Zaaktermijnen(LocalDate vandaag, String zaaknummer, String procedure, boolean magZaak, List<BewaakteTermijn> termijnen) {
    }

    /** How many terms on an element are too late, and how many are about to lapse. */
    record Telplaatje(String element, long teLaat, long dreigt) {

        Telplaatje plus(Telplaatje erbij) {
            return new Telplaatje(element, teLaat + erbij.teLaat, dreigt + erbij.dreigt);
        }
    }

    @Transactional(readOnly = true)
    Bladzijde bladzijde(Termijnvraag vraag, Medewerker ik) {
        List<Plek> plekken = zicht.plekken(ik);
        List<BewaakteTermijn> gevonden = lijst.open(plekken, vraag, BLADZIJDE + 1);
        boolean meer = gevonden.size() > BLADZIJDE;
        List<BewaakteTermijn> getoond = meer ? gevonden.subList(0, BLADZIJDE) : gevonden;
        LocalDate maandag = lijst.vandaag().with(DayOfWeek.MONDAY);
        List<LocalDate> weken = Stream.iterate(maandag, m -> m.plusWeeks(1)).limit(WEKEN_VOORUIT + 1L).toList();
        BewaakteTermijn laatste = meer ? getoond.get(BLADZIJDE - 1) : null;
        return new Bladzijde(lijst.vandaag(), plekken.stream().map(Plek::gemeente).distinct().map(namen::gemeente).toList(),
                lijst.tel(plekken, LATER).stream().map(Telling::procedure).distinct().sorted().map(namen::procedure).toList(), weken,
                getoond.stream().map(t -> metRecht(t, ik)).toList(),
                meer ? new Termijnvraag.Plek(laatste.laatsteDag(), laatste.id()).toString() : null);
    }

    @Transactional(readOnly = true)
    Tellingen tellingen(Medewerker ik) {
        LocalDate maandag = lijst.vandaag().with(DayOfWeek.MONDAY);
        List<Plek> plekken = zicht.plekken(ik);
        List<Telling> alles = lijst.tel(plekken, LATER);
        long dezeWeek = som(lijst.tel(plekken, maandag.plusDays(6)).stream()) - som(lijst.tel(plekken, maandag.minusDays(1)).stream());
        return new Tellingen(som(stand(alles, Termijnstand.TE_LAAT)), som(stand(alles, Termijnstand.TE_LAAT).filter(t -> t.soort().equals("wettelijk"))),
                som(stand(alles, Termijnstand.DREIGT)), dezeWeek, maandag);
    }

    /** @throws NietGevonden when there is no such instance, or the employee may not see its case */
    @Transactional(readOnly = true)
    Zaaktermijnen vanInstantie(String instantieId, Medewerker ik) {
        Zaak zaak = zaak(modellen.instantie(instantieId), ik);
        List<BewaakteTermijn> termijnen = lijst.vanZaak(List.of(new Plek(zaak.gemeente(), zaak.procedure())), zaak.id()).stream()
                .map(t -> metRecht(t, ik)).toList();
        return new Zaaktermijnen(lijst.vandaag(), zaak.zaaknummer(), namen.procedure(zaak.procedure()).naam(), ik.mag(Recht.ZAAK_ZIEN, zaak.gemeente()), termijnen);
    }

    /** The badges on the diagram of an instance: on the open task that is there for the term, else on what is watched. */
    @Transactional(readOnly = true)
    List<Telplaatje> plaatjesVanInstantie(String instantieId, Medewerker ik) {
        Instantie instantie = modellen.instantie(instantieId);
        Zaak zaak = zaak(instantie, ik);
        return plaatjes(modellen.plekken(instantie.definitieId()), lijst.perPlek(List.of(new Plek(zaak.gemeente(), zaak.procedure())), zaak.id()));
    }

    /** The badges on a model: the terms of all its cases together that the employee may see; of a process that others call, of theirs. */
    @Transactional(readOnly = true)
    List<Telplaatje> plaatjesVanModel(String definitieId, Medewerker ik) {
        String proces = modellen.proces(definitieId);
        boolean eigenZaken = zaken.zijnErVan(proces);
        List<Plek> plekken = zicht.plekken(ik).stream().filter(p -> !eigenZaken || p.procedure().equals(proces)).toList();
        return plaatjes(modellen.plekken(definitieId), lijst.perPlek(plekken, null));
    }

    private static List<Telplaatje> plaatjes(Plekken model, List<Plektelling> tellingen) {
        Map<String, Telplaatje> plaatjes = new TreeMap<>();
        for (Plektelling telling : tellingen) {
            Set<String> elementen = telling.element() == null ? model.bewaakt().getOrDefault(telling.code(), Set.of())
                    : model.taken().contains(telling.element()) ? Set.of(telling.element()) : Set.of();
            long teLaat = telling.stand().equals(Termijnstand.TE_LAAT.code()) ? telling.aantal() : 0;
            long dreigt = telling.stand().equals(Termijnstand.DREIGT.code()) ? telling.aantal() : 0;
            elementen.stream().filter(e -> teLaat + dreigt > 0).forEach(e -> plaatjes.merge(e, new Telplaatje(e, teLaat, dreigt), Telplaatje::plus));
        }
        return List.copyOf(plaatjes.values());
    }

    private Zaak zaak(Instantie instantie, Medewerker ik) {
        return zaken.metNummer(String.valueOf(instantie.zaaknummer())).filter(z -> zicht.ziet(z, ik))
                .orElseThrow(() -> new NietGevonden("Deze zaak is er niet."));
    }

    private static BewaakteTermijn metRecht(BewaakteTermijn t, Medewerker ik) {
        return new BewaakteTermijn(t.id(), t.zaakId(), t.zaaknummer(), t.gemeente(), t.procedure(), t.code(), t.meldingId(), t.omschrijving(), t.soort(),
                t.grondslag(), t.wie(), t.standaard(), t.begin(), t.laatsteDag(), t.status(), t.stand(), t.teLaatSinds(), t.behandelaar(), t.instantie(),
                t.uitleg(), ik.mag(Recht.ZAAK_ZIEN, t.gemeente()));
    }

    private static Stream<Telling> stand(List<Telling> tellingen, Termijnstand stand) {
        return tellingen.stream().filter(t -> t.stand().equals(stand.code()));
    }

    private static long som(Stream<Telling> tellingen) {
        return tellingen.mapToLong(Telling::aantal).sum();
    }
}
