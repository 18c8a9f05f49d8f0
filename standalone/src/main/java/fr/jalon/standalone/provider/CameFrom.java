package fr.jalon.standalone.provider;

import fr.jalon.web.account.Accounts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;

/**
 * Sends whoever signed in back to where they came from, which a cookie keeps: on this server, whatever the cookie says,
 * since others may have set it.
 */
final class CameFrom implements AuthenticationSuccessHandler {
    static final CookieRequestCache CACHE = cache();

    private final Accounts accounts;
    private final String otherwise;

    /**
     * The way back.
     *
     * @param otherwise where whoever came from nowhere is sent
     */
    CameFrom(Accounts accounts, String otherwise) {
        this.accounts = accounts;
        this.otherwise = otherwise;
    }

    private static CookieRequestCache cache() {
        CookieRequestCache cache = new CookieRequestCache();
        cache.setCookieCustomizer(cookie -> cookie.setAttribute("SameSite", "Lax"));
        return cache;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException {
        SessionEnd.begin(request.getSession(), accounts, who.getName());
        SavedRequest saved = CACHE.getRequest(request, response);
        CACHE.removeRequest(request, response);
        response.sendRedirect(here(saved == null ? null : saved.getRedirectUrl()));
    }

    private String here(@Nullable String address) {
        try {
            URI said = URI.create(address == null ? otherwise : address);
            String path = "/" + said.getRawPath().replaceFirst("^[/\\\\]+", "");
            return said.getRawQuery() == null ? path : path + "?" + said.getRawQuery();
        } catch (IllegalArgumentException garbled) {
            return otherwise;
        }
    }
}
