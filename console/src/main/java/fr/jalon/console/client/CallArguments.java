package fr.jalon.console.client;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.service.invoker.HttpRequestValues;
import org.springframework.web.service.invoker.HttpServiceArgumentResolver;

/** Makes headers of who asks, and parameters of the two dates. */
final class CallArguments implements HttpServiceArgumentResolver {
    @Override
    public boolean resolve(@Nullable Object argument, MethodParameter parameter, HttpRequestValues.Builder request) {
        return switch (argument) {
            case Caller caller -> {
                request.addHeader(HttpHeaders.AUTHORIZATION, "Bearer " + caller.token());
                request.addHeader(
                        HttpHeaders.ACCEPT_LANGUAGE, caller.language().locale().getLanguage());
                yield true;
            }
            case At at -> {
                add(request, "asOf", at.asOf());
                add(request, "knownAt", at.knownAt());
                yield true;
            }
            case null, default -> false;
        };
    }

    private static void add(HttpRequestValues.Builder request, String name, @Nullable String value) {
        if (value != null) {
            request.addRequestParameter(name, value);
        }
    }
}
