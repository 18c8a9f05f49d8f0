package fr.jalon.standalone.console;

import fr.jalon.standalone.DemoServer;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** The console as somebody finds it from its first page, by links alone: one page of each kind. */
final class Crawl {
    private static final String HOME = "/console";

    private final Screen screen;

    /** The address that was opened of each kind. */
    private final Map<String, String> opened = new TreeMap<>();

    private final List<String> dead = new ArrayList<>();
    private final List<PathPattern> kinds;

    Crawl(Screen screen) {
        this.screen = screen;
        this.kinds = kinds();
    }

    /** All kinds of page that the server has, by the pattern of their address, once it was asked for one. */
    static List<PathPattern> kinds() {
        return Objects.requireNonNull(
                        DemoServer.toRecordIn().part(DispatcherServlet.class).getHandlerMappings())
                .stream()
                .filter(RequestMappingHandlerMapping.class::isInstance)
                .flatMap(mapping -> ((RequestMappingHandlerMapping) mapping).getHandlerMethods().entrySet().stream())
                .filter(each -> isPage(each.getValue()) && isAsked(each.getKey()))
                .flatMap(
                        each -> Objects.requireNonNull(each.getKey().getPathPatternsCondition()).getPatterns().stream())
                .sorted()
                .toList();
    }

    private static boolean isAsked(RequestMappingInfo page) {
        Set<RequestMethod> methods = page.getMethodsCondition().getMethods();
        return methods.isEmpty() || methods.contains(RequestMethod.GET);
    }

    private static boolean isPage(HandlerMethod handler) {
        return handler.getBeanType().getPackageName().startsWith("fr.jalon.console")
                && !handler.hasMethodAnnotation(ResponseBody.class)
                && !AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), ResponseBody.class)
                && handler.getReturnType().getParameterType() == String.class;
    }

    /** Opens each page that is found, and shows it while it stands. */
    void each(Consumer<String> shown) {
        Set<String> seen = new HashSet<>(Set.of(HOME));
        Deque<String> next = new ArrayDeque<>(List.of(HOME));
        while (!next.isEmpty()) {
            String address = next.remove();
            int status = screen.status(address);
            if (status == 0) {
                continue;
            }
            if (status == 404) {
                dead.add(address);
                continue;
            }
            opened.put(kindOf(address), address);
            shown.accept(address);
            screen.links().stream()
                    .filter(link -> link.startsWith(HOME) && seen.add(kindOf(link)))
                    .forEach(next::add);
        }
    }

    /** The kinds of page that were opened, each with the address that was. */
    Map<String, String> opened() {
        return opened;
    }

    /** Where links led to nothing. */
    List<String> dead() {
        return dead;
    }

    /** The kind of page that an address leads to; its path where it leads to none. */
    String kindOf(String address) {
        PathContainer path = PathContainer.parsePath(path(address));
        return kinds.stream()
                .filter(kind -> kind.matches(path))
                .findFirst()
                .map(PathPattern::getPatternString)
                .orElseGet(() -> path(address));
    }

    private static String path(String address) {
        return URI.create(address).getRawPath();
    }
}
