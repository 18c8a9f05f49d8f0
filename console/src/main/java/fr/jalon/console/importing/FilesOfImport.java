package fr.jalon.console.importing;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;

/** Takes files in from the one form that sends any. */
final class FilesOfImport extends StandardServletMultipartResolver {
    /** As much as any body may have; who has more of it imports from the command line. */
    static final int MOST = 1 << 20;

    @Override
    public boolean isMultipart(HttpServletRequest request) {
        return request.getRequestURI().equals(ImportPage.ADDRESS) && super.isMultipart(request);
    }
}
