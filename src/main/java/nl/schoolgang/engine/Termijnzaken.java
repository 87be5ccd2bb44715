package nl.schoolgang.engine;

import java.util.UUID;
import nl.schoolgang.termijn.Zaakvergrendeling;
import nl.schoolgang.zaak.Zaken;
import org.springframework.stereotype.Component;

/** Cases, for the room of terms, which does not know them. */
@Component
class Termijnzaken implements Zaakvergrendeling {

    private final Zaken zaken;

    Termijnzaken(Zaken zaken) {
        this.zaken = zaken;
    }

    @Override
    public void vergrendel(UUID zaakId) {
        zaken.vergrendel(zaakId);
    }
}
