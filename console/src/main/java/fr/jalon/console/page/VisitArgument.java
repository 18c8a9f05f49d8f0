package fr.jalon.console.page;

import fr.jalon.console.client.At;
import fr.jalon.console.client.Caller;
import fr.jalon.console.client.RegisterCalls;
import fr.jalon.console.say.Words;
import fr.jalon.console.signin.PageTokens;
import fr.jalon.events.language.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Makes a {@link Visit} of a request, and gives it to the page. */
final class VisitArgument implements HandlerMethodArgumentResolver {
    private static final String AS_OF = "asOf";
    private static final String KNOWN_AT = "knownAt";

    private final RegisterCalls register;
    private final PageTokens tokens;
    private final InstantSource clock;
    private final TerritoryNames names;

    VisitArgument(RegisterCalls register, PageTokens tokens, InstantSource clock) {
        this.register = register;
        this.tokens = tokens;
        this.clock = clock;
        this.names = new TerritoryNames(register, clock);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Visit.class;
    }

    @Override
    public Visit resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer page,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        Language language = Language.of(RequestContextUtils.getLocale(request));
        Words words = Words.in(language);
        Caller caller = new Caller(tokens.of(request), language);
        At at = new At(given(request, AS_OF), given(request, KNOWN_AT));
        Visit visit = new Visit(
                caller,
                register.account(caller),
                words,
                at,
                TwoDates.of(at, words, clock),
                request.getRequestURI(),
                asked(request),
                territory -> names.of(territory, caller));
        if (page != null) {
            page.addAttribute("visit", visit);
        }
        return visit;
    }

    /** A field that is left empty asks for nothing. */
    private static @Nullable String given(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static Map<String, String> asked(HttpServletRequest request) {
        Map<String, String> asked = new TreeMap<>();
        if (request.getMethod().equals("GET")) {
            request.getParameterMap().forEach((name, values) -> asked.put(name, values[0]));
        }
        asked.remove(AS_OF);
        asked.remove(KNOWN_AT);
        asked.values().removeIf(String::isBlank);
        return asked;
    }
}
