package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Nobody reads ids: an entry in a list speaks of things by the names that its register has for them. */
class NamesInListsTest {
    private static final Pattern ROW =
            Pattern.compile("<a href=\"/console/territories/([^/]+)/entries/[^\"]+\">([^<]+)</a>");
    private static final Pattern NEXT = Pattern.compile("<p><a class=\"button quiet\" href=\"([^\"]*after=[^\"]*)\"");

    private static final Pattern ENTRY = Pattern.compile("[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}");

    /** Between what is told, side by side. */
    private static final String BETWEEN = " · | \\+ |[\u00A0 ]?: |, ";

    /** What each register's things are called, by their ids. */
    private static final Map<String, Map<String, String>> NAMES = new HashMap<>();

    @BeforeAll
    static void ask() throws Exception {
        Asking asking = new Asking(DemoServer.running().address(), "national");
        for (JsonNode each : asking.get("/territories").path("territories")) {
            String territory = each.path("territory").stringValue();
            Map<String, String> names = NAMES.computeIfAbsent(territory, _ -> new HashMap<>());
            asking.get("/territories/" + territory + "/things")
                    .path("things")
                    .forEach(thing -> names.put(
                            thing.path("id").stringValue(), thing.path("name").stringValue()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console",
                "/console/history",
                "/console/search?text=convergence",
                "/console/search?text=metropole",
                "/console/territories/marseille",
                "/console/territories/lille?asOf=2023-01-01",
                "/console/territories/rouen/replay?step=4",
                "/console/territories/marseille/replay?step=9",
                "/console/territories/marseille/why?subject=recruitment&key=charges-partenariat-2023"
            })
    void a_row_names_what_its_register_has_a_name_for(String address) throws Exception {
        Browser reader = new Browser(DemoServer.running().address());
        reader.signIn("national", "jalon-demo");
        Deque<String> pages = new ArrayDeque<>(List.of(address));
        Set<String> bare = new HashSet<>();
        int rows = 0;
        while (!pages.isEmpty()) {
            HttpResponse<String> page = reader.open(pages.remove());
            assertThat(page.statusCode()).isEqualTo(200);
            Matcher row = ROW.matcher(page.body());
            while (row.find()) {
                rows++;
                bare.addAll(bare(row.group(1), row.group(2)));
            }
            Matcher next = NEXT.matcher(page.body());
            if (next.find()) {
                pages.add(next.group(1).replace("&amp;", "&"));
            }
        }
        assertThat(rows).isPositive();
        assertThat(bare).isEmpty();
    }

    @Test
    void a_bare_id_is_seen() {
        assertThat(bare("lille", "Funding granted: Aide · mel")).containsExactly("lille: mel");
    }

    private static List<String> bare(String territory, String text) {
        Map<String, String> names = NAMES.getOrDefault(territory, Map.of());
        List<String> bare = new ArrayList<>();
        if (ENTRY.matcher(text).find()) {
            bare.add(text);
        }
        for (String said : text.split(BETWEEN, -1)) {
            // A role may have the id of the position that the row names.
            if (names.containsKey(said) && !text.contains(names.get(said))) {
                bare.add(territory + ": " + said);
            }
        }
        return bare;
    }
}
