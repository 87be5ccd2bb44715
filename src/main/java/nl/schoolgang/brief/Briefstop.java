package nl.schoolgang.brief;

import java.util.EnumSet;
import java.util.Set;
import nl.schoolgang.zaak.ZaakGestopt;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes what was not dispatched yet out of the queue when nothing of a case may reach anybody any more, in the transaction that stops it. */
@Component
class Briefstop {

    private static final Set<Briefstatus> NOG_NIET_VERZONDEN = EnumSet.of(Briefstatus.ADRES_NODIG, Briefstatus.KLAAR, Briefstatus.AANGEHOUDEN,
            Briefstatus.MISLUKT);

    private final BriefRepository repository;
    private final Verzendregister register;

    Briefstop(BriefRepository repository, Verzendregister register) {
        this.repository = repository;
        this.register = register;
    }

    @EventListener
    void gestopt(ZaakGestopt zaak) {
        repository.vanZaak(zaak.zaakId()).stream().map(b -> repository.vergrendel(b.id()).orElseThrow())
                .filter(b -> NOG_NIET_VERZONDEN.contains(b.status())).forEach(b -> register.vervallen(b, null));
    }
}
