package nl.schoolgang.toegang;

import jakarta.servlet.http.HttpServletRequest;
import nl.schoolgang.gemeente.GeenRecht;
import nl.schoolgang.gemeente.Medewerker;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a controller that asks for a {@link Medewerker} the one who is logged in; never null. */
@Component
class MedewerkerArgument implements HandlerMethodArgumentResolver {

    private final HuidigeMedewerker huidige;

    MedewerkerArgument(HuidigeMedewerker huidige) {
        this.huidige = huidige;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Medewerker.class;
    }

    @Override
    public Medewerker resolveArgument(MethodParameter parameter, ModelAndViewContainer model, NativeWebRequest verzoek,
            WebDataBinderFactory binders) {
        return huidige.van(verzoek.getNativeRequest(HttpServletRequest.class))
                .orElseThrow(() -> new GeenRecht("U bent niet ingelogd als medewerker."));
    }
}
