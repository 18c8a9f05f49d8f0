package fr.jalon.web.request;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.web.servlet.mvc.condition.PathPatternsRequestCondition;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Spring's choice of the method that answers a call. Spring holds a call against each method in turn, its address last
 * of all that it looks at; here the address is first, and of it how many parts it has and those that are fixed, which
 * is cheap and nearly always tells.
 */
final class PathFirst extends RequestMappingHandlerMapping {
    /** Of each of a method's addresses its parts, "" for one that may be anything; none where only Spring can tell. */
    private final Map<RequestMappingInfo, List<List<String>>> addresses = new ConcurrentHashMap<>();

    static WebMvcRegistrations registrations() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new PathFirst();
            }
        };
    }

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo info, HttpServletRequest request) {
        PathPatternsRequestCondition paths = info.getPathPatternsCondition();
        if (paths == null) {
            return super.getMatchingMapping(info, request);
        }
        List<List<String>> known = addresses.get(info);
        if (known == null) {
            known = parts(paths);
            addresses.put(info, known);
        }
        List<PathContainer.Element> path = ServletRequestPathUtils.getParsedRequestPath(request)
                .pathWithinApplication()
                .elements();
        return mayBe(known, path) && paths.getMatchingCondition(request) != null
                ? super.getMatchingMapping(info, request)
                : null;
    }

    private static boolean mayBe(List<List<String>> addresses, List<PathContainer.Element> path) {
        for (List<String> parts : addresses) {
            if (parts.isEmpty() || isOf(parts, path)) {
                return true;
            }
        }
        return false;
    }

    /** A path is a separator and a part by turns. */
    private static boolean isOf(List<String> parts, List<PathContainer.Element> path) {
        if (path.size() != 2 * parts.size()) {
            return false;
        }
        // Addresses differ in their last parts rather than in their first.
        for (int i = parts.size() - 1; i >= 0; i--) {
            String part = parts.get(i);
            if (!part.isEmpty()
                    && !(path.get(2 * i + 1) instanceof PathSegment said
                            && said.valueToMatch().equals(part))) {
                return false;
            }
        }
        return true;
    }

    private static List<List<String>> parts(PathPatternsRequestCondition paths) {
        List<List<String>> all = new ArrayList<>();
        for (PathPattern pattern : paths.getPatterns()) {
            String address = pattern.getPatternString();
            boolean isPlain = address.matches("(/([\\w.-]+|\\{\\w+}))+");
            all.add(
                    isPlain
                            ? List.of(address.substring(1)
                                    .replaceAll("\\{\\w+}", "")
                                    .split("/", -1))
                            : List.of());
        }
        return List.copyOf(all);
    }
}
