package nl.schoolgang.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import nl.schoolgang.gemeente.Fout;

/**
 * The body of every answer that is not a success (RFC 9457).
 *
 * @param title  the kind of problem, in Dutch
 * @param status the HTTP status
 * @param detail what is wrong, in Dutch; nothing personal and nothing of the inside
 * @param fouten the faults by field; absent when there are none
 */
@Schema(description = "Wat er misging (application/problem+json)")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Probleem(String title, int status, String detail, List<Fout> fouten) {
}
