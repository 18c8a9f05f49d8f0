package fr.jalon.console.signin;

import fr.jalon.events.language.Language;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;

/** The language that somebody chose on a page, kept in a cookie, in place of the one that their browser asks for. */
final class LanguageFilter extends OncePerRequestFilter {
    private static final String COOKIE = "jalon-language";
    private static final String PARAMETER = "lang";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Language> asked = language(request.getParameter(PARAMETER));
        if (asked.isPresent() && request.getMethod().equals("GET")) {
            response.addHeader(HttpHeaders.SET_COOKIE, kept(asked.get(), request.isSecure()));
            response.sendRedirect(UriComponentsBuilder.fromUriString(request.getRequestURI())
                    .query(request.getQueryString())
                    .replaceQueryParam(PARAMETER)
                    .build()
                    .toUriString());
            return;
        }
        Optional<Language> chosen = Arrays.stream(
                        Optional.ofNullable(request.getCookies()).orElse(new Cookie[0]))
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .findFirst()
                .flatMap(cookie -> language(cookie.getValue()));
        chain.doFilter(
                chosen.<HttpServletRequest>map(each -> new Asking(request, each))
                        .orElse(request),
                response);
    }

    private static Optional<Language> language(@Nullable String code) {
        return Arrays.stream(Language.values())
                .filter(language -> language.locale().getLanguage().equals(code))
                .findFirst();
    }

    private static String kept(Language language, boolean isSecure) {
        return ResponseCookie.from(COOKIE, language.locale().getLanguage())
                .path("/")
                .httpOnly(true)
                .secure(isSecure)
                .sameSite("Lax")
                .maxAge(java.time.Duration.ofDays(365))
                .build()
                .toString();
    }

    /** A request that asks for one language. */
    private static final class Asking extends HttpServletRequestWrapper {
        private final Locale locale;

        Asking(HttpServletRequest request, Language language) {
            super(request);
            this.locale = language.locale();
        }

        @Override
        public Locale getLocale() {
            return locale;
        }

        @Override
        public Enumeration<Locale> getLocales() {
            return Collections.enumeration(List.of(locale));
        }

        @Override
        public @Nullable String getHeader(String name) {
            return name.equalsIgnoreCase(HttpHeaders.ACCEPT_LANGUAGE) ? locale.getLanguage() : super.getHeader(name);
        }
    }
}
