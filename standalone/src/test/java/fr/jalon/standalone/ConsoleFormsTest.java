package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.PostMapping;

/** Nothing is done in anybody's name by a form that is none of ours, whichever form it is. */
class ConsoleFormsTest {
    private static final Browser BROWSER = new Browser(DemoServer.running().address());

    @BeforeAll
    static void signIn() throws Exception {
        BROWSER.signIn("national", "jalon-demo");
    }

    /** Those that no class of a page takes. */
    private static final List<String> OF_FILTERS = List.of("/sign-in", "/sign-in/code", "/sign-out");

    /** The addresses that forms are sent to, found in the classes that take them. */
    static Stream<String> forms() {
        ClassPathScanningCandidateComponentProvider pages = new ClassPathScanningCandidateComponentProvider(false);
        pages.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        Stream<String> ofPages = Stream.of("fr.jalon.console", "fr.jalon.standalone.provider")
                .flatMap(folder -> pages.findCandidateComponents(folder).stream())
                .map(page -> ClassUtils.resolveClassName(
                        Objects.requireNonNull(page.getBeanClassName()), ConsoleFormsTest.class.getClassLoader()))
                .flatMap(page -> Arrays.stream(page.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(PostMapping.class))
                .map(method -> method.getAnnotation(PostMapping.class).value()[0])
                .map(ConsoleFormsTest::filled);
        return Stream.concat(ofPages, OF_FILTERS.stream()).sorted();
    }

    private static String filled(String address) {
        return address.replace("{territory}", "lille")
                .replace("{entryId}", UUID.randomUUID().toString())
                .replaceAll("\\{\\w+:(\\w+)[^}]*}", "$1")
                .replaceAll("\\{\\w+}", "worksite-joined-programme");
    }

    @Test
    void there_are_forms_to_be_tried() {
        assertThat(forms()).hasSizeGreaterThan(12);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_form_without_our_token_is_refused(String address) throws Exception {
        assertThat(BROWSER.post(address, Map.of("reason", "none")).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_form_of_another_site_is_refused_whatever_its_token(String address) throws Exception {
        String token = Browser.field(BROWSER.open("/console/account"), "_csrf");
        HttpResponse<String> answer =
                BROWSER.send(BROWSER.posting(address, Map.of("_csrf", token)).header("Sec-Fetch-Site", "cross-site"));
        assertThat(answer.statusCode()).isEqualTo(403);
    }
}
