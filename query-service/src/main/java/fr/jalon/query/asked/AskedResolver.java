package fr.jalon.query.asked;

import fr.jalon.answers.Sight;
import fr.jalon.web.problem.ParameterForm;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives controllers what a request {@link Asked}, and about which day. */
public final class AskedResolver implements HandlerMethodArgumentResolver {
    public static final Set<Class<?>> ARGUMENTS =
            Set.of(Asked.class, AskedOfAll.class, AskedPlace.class, AskedDay.class);

    private final Asked.Desk desk;

    public AskedResolver(Questions questions, Axes axes, Pinning pinning) {
        this.desk = new Asked.Desk(questions, axes, pinning);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return ARGUMENTS.contains(parameter.getParameterType());
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        Class<?> type = parameter.getParameterType();
        if (type == AskedDay.class) {
            return day(web.getParameter(AskedDay.AS_OF));
        }
        if (type == AskedPlace.class) {
            return new AskedPlace(desk.axes(), web.getParameter(Asked.KNOWN_AT));
        }
        String people = web.getParameter(NamesShown.PEOPLE);
        if (people != null && !people.equals(NamesShown.IDS)) {
            throw ParameterForm.ONE_OF
                    .missedBy(NamesShown.PEOPLE, NamesShown.IDS)
                    .asException();
        }
        Operation operation = Objects.requireNonNull(parameter.getMethodAnnotation(Operation.class));
        Asked.Request request = new Asked.Request(
                operation.operationId(),
                web.getParameter(Asked.KNOWN_AT),
                web.getParameter(Asked.MIN_POSITION),
                web.getHeader(HttpHeaders.IF_NONE_MATCH));
        Sight sight = ReaderSight.of(web.getUserPrincipal());
        return type == Asked.class ? new Asked(desk, request, sight) : new AskedOfAll(desk, request, sight);
    }

    private AskedDay day(@Nullable String given) {
        return new AskedDay(desk.axes().asOf(AskedDay.AS_OF, given), given != null);
    }
}
