package fr.jalon.web.openapi;

import fr.jalon.web.problem.Problem;
import fr.jalon.web.problem.ProblemCode;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The contract as people read it (<i>page de l'API</i>): Swagger UI, served from here and asking nothing elsewhere. */
@Hidden
@RestController
final class ContractPage {
    /** What the page needs and no more; the viewer's style sheet has its icons written into it. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** Says which version of the viewer is there, and so where its files are. */
    private static final String VIEWER = "META-INF/maven/org.webjars/swagger-ui/pom.properties";

    private static final String VIEWER_FILES = "META-INF/resources/webjars/swagger-ui/";
    private static final CacheControl FOR_AN_HOUR = CacheControl.maxAge(Duration.ofHours(1));

    private final Map<String, Resource> files = new HashMap<>();

    ContractPage() throws IOException {
        for (String name : List.of("page.html", "page.js", "page.css")) {
            files.put(name, new ClassPathResource(name, ContractPage.class));
        }
        String version = PropertiesLoaderUtils.loadAllProperties(VIEWER).getProperty("version");
        for (String name : List.of("swagger-ui.css", "swagger-ui-bundle.js", "favicon-32x32.png")) {
            Resource found = new ClassPathResource(VIEWER_FILES + version + "/" + name);
            if (!found.exists()) {
                throw new IllegalStateException("The viewer's %s is not there".formatted(name));
            }
            files.put(name, found);
        }
    }

    @GetMapping(path = "/api", produces = MediaType.TEXT_HTML_VALUE)
    void page(HttpServletResponse response) throws IOException {
        file("page.html", response);
    }

    @GetMapping("/api/page/{file}")
    void file(@PathVariable String file, HttpServletResponse response) throws IOException {
        Resource found = files.get(file);
        if (found == null) {
            throw Problem.of(ProblemCode.NOT_FOUND).asException();
        }
        response.setContentType(
                MediaTypeFactory.getMediaType(file).orElseThrow().toString());
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CACHE_CONTROL, FOR_AN_HOUR.getHeaderValue());
        response.setHeader("Content-Security-Policy", POLICY);
        try (InputStream content = found.getInputStream()) {
            content.transferTo(response.getOutputStream());
        }
    }
}
