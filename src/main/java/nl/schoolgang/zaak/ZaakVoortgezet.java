package nl.schoolgang.zaak;

import java.util.UUID;

/** A case was joined with another, in which its work goes on. Published within the transaction: who has work waiting for {@code van} moves it. */
public record ZaakVoortgezet(UUID van, UUID naar) {
}
