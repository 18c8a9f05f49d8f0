package fr.jalon.console.importing;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers a file that is too large with the page that says so, where no script said it before: whoever refuses bodies
 * for all calls would answer with a document for programs.
 */
final class TooLargeFile extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getMethod().equals(HttpMethod.POST.name()) && request.getContentLengthLong() > FilesOfImport.MOST) {
            // What is still to come is not read: the connection ends with this answer.
            response.setHeader(HttpHeaders.CONNECTION, "close");
            response.sendRedirect(ImportPage.ADDRESS + "?" + ImportPage.WRONG + "=" + ImportPage.TOO_LARGE);
        } else {
            chain.doFilter(request, response);
        }
    }
}
