package nl.schoolgang.termijn;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A notice of default by an applicant (Awb 4:17).
 *
 * @param termijnId    the decision term that lapsed
 * @param prematuur    received before the term had lapsed: answered and recorded, it does not ripen
 * @param aanvragers   how many share a penalty in equal parts (4:17 lid 5)
 * @param uitzondering why no penalty is owed (4:17 lid 6): {@code onredelijk-laat}, {@code geen-belanghebbende},
 *                     {@code kennelijk-ongegrond}; null when one is
 * @param beslistOp    the day on which the decision was announced; null: not yet
 * @param dagen        days for which a penalty is owed, as fixed; null: not fixed yet
 * @param bedrag       whole euros, as fixed; null: not fixed yet
 * @param vastgesteldOp the day of the decision that fixed it (4:18); null: not yet
 */
public record Ingebrekestelling(UUID id, UUID termijnId, LocalDate ontvangen, boolean prematuur, int aanvragers, String uitzondering,
        LocalDate beslistOp, Integer dagen, Integer bedrag, LocalDate vastgesteldOp) {
}
