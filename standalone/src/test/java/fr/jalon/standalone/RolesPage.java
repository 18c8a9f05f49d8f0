package fr.jalon.standalone;

import fr.jalon.standalone.PolicyTest.Line;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The page that tells people what each role may, made of the lines by which it is tried. */
final class RolesPage {
    static final Path FILE = Path.of("../docs/roles.md");

    private static final String HEAD = """
            # Who may do what

            An account has a role, or several: it may what any of them may.
            `coordinator/lille` is the coordinator of a territory, `funder/mel` speaks for an organisation.

            **Amounts**: the national team and auditors see all of them; coordinators those of their territory, and what
            each funder's fundings come to in sum; funders those of what their own organisation gives; analysts none.
            Where an amount is not for the reader, `amountHidden` stands in its place, and no sum has it.

            **Persons' names**: the national team and auditors see all of them, coordinators those of their territory,
            funders and analysts none.

            Below, `all`: on every territory and organisation; `own`: on their own alone; `–`: nowhere (403, or 401
            where nobody signed in).
            Proofs and packs that would tell an amount are for those who may see it.
            `PolicyTest` tries every line as each role, on their own territory and on another, and makes this page of
            `policy.txt`; an operation without a line fails the build.

            """;

    private static final List<String> COLUMNS =
            List.of("operation", "nobody", "national", "coordinator", "auditor", "funder", "analyst", "metrics");

    private RolesPage() {}

    static String of(List<Line> lines) {
        return HEAD
                + row(COLUMNS)
                + "|---|" + "---|".repeat(COLUMNS.size() - 1) + "\n"
                + lines.stream().map(RolesPage::row).collect(Collectors.joining());
    }

    private static String row(Line line) {
        String operation = "`" + line.operation().replace("/api/v1/", "/") + "`";
        return "| " + operation + " | "
                + line.may().stream().map(RolesPage::word).collect(Collectors.joining(" | ")) + " |\n";
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static String word(String reach) {
        return reach.equals("none") ? "–" : reach;
    }
}
