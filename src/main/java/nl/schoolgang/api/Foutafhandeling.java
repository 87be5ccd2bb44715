package nl.schoolgang.api;

import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.gemeente.Fout;
import nl.schoolgang.gemeente.GeenRecht;
import nl.schoolgang.gemeente.NietGevonden;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.kalender.OntbrekendeKalendergegevens;
import nl.schoolgang.termijn.OnbekendeTermijn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers everything that goes wrong under {@code /api/} with problem+json in Dutch, whichever room the controller lives in.
 * Chosen by path and not by controller: a wrong method or media type is refused before there is a controller.
 */
@Component
class Foutafhandeling implements HandlerExceptionResolver, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(Foutafhandeling.class);

    private static final int DIEPSTE_OORZAAK = 10;
    private static final int MEESTE_REGELS = 10;

    private final ObjectMapper json;

    Foutafhandeling(ObjectMapper json) {
        this.json = json;
    }

    /** Before Spring's own resolvers (0). */
    @Override
    public int getOrder() {
        return -1;
    }

    @Override
    public ModelAndView resolveException(HttpServletRequest verzoek, HttpServletResponse antwoord, Object handler, Exception fout) {
        boolean vanBeveiliging = fout instanceof AccessDeniedException || fout instanceof AuthenticationException;
        if (vanBeveiliging || !verzoek.getRequestURI().startsWith(verzoek.getContextPath() + "/api/") || antwoord.isCommitted()) {
            return null;
        }
        Probleem probleem = probleem(fout);
        try {
            antwoord.resetBuffer();
            if (fout instanceof ErrorResponse metKoppen) {
                metKoppen.getHeaders().forEach((naam, waarden) -> antwoord.setHeader(naam, String.join(", ", waarden)));
            }
            antwoord.setStatus(probleem.status());
            antwoord.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            antwoord.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            antwoord.setCharacterEncoding(StandardCharsets.UTF_8.name());
            json.writeValue(antwoord.getOutputStream(), probleem);
        } catch (IOException e) {
            LOG.debug("The client was gone before it had its answer", e);
        }
        return new ModelAndView();
    }

    private static Probleem probleem(Exception fout) {
        if (fout instanceof OngeldigeInvoer e) {
            return ongeldig(e.fouten());
        }
        if (fout instanceof OnbekendeTermijn e) {
            return ongeldig("code", e.getMessage());
        }
        if (fout instanceof OntbrekendeKalendergegevens e) {
            return new Probleem("Kalendergegevens ontbreken", HttpStatus.UNPROCESSABLE_ENTITY.value(), e.getMessage(),
                    List.of(new Fout("vanaf", e.getMessage())));
        }
        if (fout instanceof NietGevonden e) {
            return van(HttpStatus.NOT_FOUND, e.getMessage());
        }
        if (fout instanceof GeenRecht e) {
            return van(HttpStatus.FORBIDDEN, e.getMessage());
        }
        if (fout instanceof Conflict e) {
            return van(HttpStatus.CONFLICT, e.getMessage());
        }
        if (fout instanceof ConcurrencyFailureException) {
            return van(HttpStatus.CONFLICT, "Iemand anders wijzigde dit op hetzelfde moment. Probeer het opnieuw.");
        }
        return vanHetVerzoek(fout);
    }

    private static Probleem vanHetVerzoek(Exception fout) {
        if (fout instanceof MissingServletRequestParameterException e) {
            return ongeldig(e.getParameterName(), "Deze parameter is verplicht.");
        }
        if (fout instanceof MissingServletRequestPartException e) {
            return ongeldig(e.getRequestPartName(), "Dit deel van het verzoek is verplicht.");
        }
        if (fout instanceof MethodArgumentTypeMismatchException e) {
            return ongeldig(e.getName(), "Deze waarde heeft niet de goede vorm.");
        }
        if (fout instanceof BindException e) {
            return ongeldig(e.getFieldErrors().stream().map(f -> new Fout(f.getField(), "Deze waarde heeft niet de goede vorm.")).toList());
        }
        if (fout instanceof HttpMessageNotReadableException e) {
            return onleesbaar(e);
        }
        if (fout instanceof MaxUploadSizeExceededException) {
            return van(HttpStatus.PAYLOAD_TOO_LARGE, "Het bestand is te groot.");
        }
        if (fout instanceof MultipartException) {
            return van(HttpStatus.BAD_REQUEST, "Het verzoek met een bestand erin is niet te lezen.");
        }
        if (fout instanceof ErrorResponse e && HttpStatus.resolve(e.getStatusCode().value()) != null && !e.getStatusCode().is5xxServerError()) {
            return van(HttpStatus.valueOf(e.getStatusCode().value()), e instanceof ResponseStatusException eigen ? eigen.getReason() : null);
        }
        String kenmerk = UUID.randomUUID().toString();
        LOG.error("Unexpected error {}: {}", kenmerk, keten(fout));
        return van(HttpStatus.INTERNAL_SERVER_ERROR, "Er ging iets mis dat niet aan uw verzoek ligt. Kenmerk: " + kenmerk + ".");
    }

    /** Kinds and our own places only: messages, those of the database above all, may quote what was typed. */
    static String keten(Throwable fout) {
        StringBuilder tekst = new StringBuilder();
        int diepte = 0;
        for (Throwable t = fout; t != null && diepte < DIEPSTE_OORZAAK; t = t.getCause(), diepte++) {
            tekst.append(diepte == 0 ? "" : "\n  caused by ").append(t.getClass().getName());
            Arrays.stream(t.getStackTrace()).filter(r -> r.getClassName().startsWith("nl.schoolgang.")).limit(MEESTE_REGELS)
                    .forEach(r -> tekst.append("\n    at ").append(r));
        }
        return tekst.toString();
    }

    /** Broken JSON is 400; well-formed JSON that is not what was asked for is 422 and names the field. */
    private static Probleem onleesbaar(HttpMessageNotReadableException fout) {
        Throwable oorzaak = NestedExceptionUtils.getMostSpecificCause(fout);
        boolean kapot = oorzaak instanceof StreamReadException && !(oorzaak instanceof InputCoercionException);
        String veld = fout.getCause() instanceof JsonMappingException e ? pad(e) : "";
        if (kapot || veld.isEmpty()) {
            return van(HttpStatus.BAD_REQUEST, "De inhoud van het verzoek is geen geldige JSON, of ontbreekt.");
        }
        return ongeldig(veld, oorzaak instanceof UnrecognizedPropertyException ? "Dit veld bestaat niet." : "Deze waarde heeft niet de goede vorm.");
    }

    private static String pad(JsonMappingException fout) {
        return fout.getPath().stream().map(deel -> deel.getFieldName() != null ? deel.getFieldName() : Integer.toString(deel.getIndex()))
                .collect(Collectors.joining("."));
    }

    private static Probleem ongeldig(String veld, String reden) {
        return ongeldig(List.of(new Fout(veld, reden)));
    }

    private static Probleem ongeldig(List<Fout> fouten) {
        String detail = fouten.size() == 1 ? "Er klopt één ding niet." : "Er kloppen " + fouten.size() + " dingen niet.";
        return new Probleem("Ongeldige invoer", HttpStatus.UNPROCESSABLE_ENTITY.value(), detail, fouten);
    }

    private static Probleem van(HttpStatus status, String detail) {
        String titel = switch (status) {
            case BAD_REQUEST -> "Onleesbaar verzoek";
            case FORBIDDEN -> "Geen recht";
            case NOT_FOUND -> "Niet gevonden";
            case METHOD_NOT_ALLOWED -> "Deze methode is hier niet mogelijk";
            case NOT_ACCEPTABLE -> "Dit antwoord is er alleen als JSON";
            case CONFLICT -> "Dit kan nu niet";
            case PAYLOAD_TOO_LARGE -> "Te groot";
            case UNSUPPORTED_MEDIA_TYPE -> "Dit soort inhoud wordt hier niet aangenomen";
            case INTERNAL_SERVER_ERROR -> "Interne fout";
            default -> "Het verzoek is geweigerd";
        };
        return new Probleem(titel, status.value(), detail, List.of());
    }
}
