package nl.schoolgang.melding;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import nl.schoolgang.zaak.Zaak;

/** Stands in for the procedures: writes down what the intake asks of them. */
class Verwerkingsproef implements Meldingsverwerking {

    record Aanroep(String wat, Zaak zaak, Melding melding, boolean nieuweZaak, List<Wijziging> wijzigingen) {
    }

    final List<Aanroep> aanroepen = new CopyOnWriteArrayList<>();
    /** What else happens at a new melding; throws to make the intake fail. */
    volatile Consumer<Melding> bijNieuw = m -> { };

    @Override
    public String procedure(Melding melding) {
        return Melding.SOORT_18_PLUS.equals(melding.soort()) ? "verzuim-18-plus" : "relatief-verzuim";
    }

    @Override
    public void nieuw(Zaak zaak, boolean nieuweZaak, Melding melding) {
        bijNieuw.accept(melding);
        aanroepen.add(new Aanroep("nieuw", zaak, melding, nieuweZaak, List.of()));
    }

    @Override
    public void naOverlijden(Zaak zaak, Melding melding) {
        aanroepen.add(new Aanroep("na-overlijden", zaak, melding, true, List.of()));
    }

    @Override
    public void verhuisd(Melding melding, Zaak naar, String door) {
        aanroepen.add(new Aanroep("verhuisd", naar, melding, false, List.of()));
    }

    @Override
    public void ingetrokken(Zaak zaak, Melding melding) {
        aanroepen.add(new Aanroep("ingetrokken", zaak, melding, false, List.of()));
    }

    @Override
    public void gewijzigd(Zaak zaak, Melding melding, List<Wijziging> wijzigingen) {
        aanroepen.add(new Aanroep("gewijzigd", zaak, melding, false, wijzigingen));
    }

    List<Aanroep> over(String meldingsnummer) {
        return aanroepen.stream().filter(a -> a.melding().meldingsnummer().equals(meldingsnummer)).toList();
    }
}
