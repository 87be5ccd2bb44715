package nl.schoolgang.werkvoorraad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import nl.schoolgang.gemeente.Conflict;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.support.TransactionOperations;

class TakenHerhalingTest {

    private final AtomicInteger keer = new AtomicInteger();

    @Test
    void eenBotsingBegintOpnieuw() {
        assertThat(Taken.<String>herhaal(TransactionOperations.withoutTransaction(), () -> {
            if (keer.incrementAndGet() < Taken.POGINGEN) {
                throw new OptimisticLockingFailureException("botsing");
            }
            return "klaar";
        })).isEqualTo("klaar");
        assertThat(keer).hasValue(Taken.POGINGEN);
    }

    @Test
    void watBlijftBotsenIsEenConflictEnGeenStoring() {
        assertThatThrownBy(() -> Taken.herhaal(TransactionOperations.withoutTransaction(), () -> {
            keer.incrementAndGet();
            throw new OptimisticLockingFailureException("botsing");
        })).isInstanceOf(Conflict.class);
        assertThat(keer).hasValue(Taken.POGINGEN);
    }
}
