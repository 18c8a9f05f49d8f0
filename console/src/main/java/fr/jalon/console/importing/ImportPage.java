package fr.jalon.console.importing;

import fr.jalon.console.client.At;
import fr.jalon.console.client.RefusedCall;
import fr.jalon.console.client.RegisterCalls;
import fr.jalon.console.client.StateTold;
import fr.jalon.console.page.Passed;
import fr.jalon.console.page.Visit;
import fr.jalon.console.upkeep.KeepingCalls;
import fr.jalon.tables.write.Format;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Records the rows of a table, after somebody saw what each would be. */
@Controller
public final class ImportPage {
    static final String ADDRESS = "/console/import";
    static final String WRONG = "wrong";
    static final String TOO_LARGE = "too-large";
    private static final String SEEN = ADDRESS + "/preview";
    private static final String KEPT = SentTable.class.getName();

    private final RegisterCalls register;
    private final KeepingCalls keeping;
    private final MessageSource sentences;

    ImportPage(RegisterCalls register, KeepingCalls keeping, MessageSource sentences) {
        this.register = register;
        this.keeping = keeping;
        this.sentences = sentences;
    }

    /** Where a table is chosen, and where one to fill in comes from. */
    @GetMapping(ADDRESS)
    String choose(@RequestParam(name = WRONG, defaultValue = "") String wrong, Visit visit, Model page) {
        if (wrong.equals(TOO_LARGE)) {
            page.addAttribute(WRONG, "import.too-large");
        }
        return choose(visit, page);
    }

    private String choose(Visit visit, Model page) {
        List<StateTold> theirs = register.territories(visit.caller(), At.NOW).territories().stream()
                .filter(state -> visit.me().mayRecordIn(state.territory()))
                .toList();
        page.addAttribute("territories", theirs);
        page.addAttribute("most", FilesOfImport.MOST);
        return "import";
    }

    /** Keeps what was chosen, and shows what would become of it. */
    @PostMapping(ADDRESS)
    String take(@RequestParam MultipartFile file, Visit visit, HttpSession session, Model page) throws IOException {
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        Optional<Format> format = SentTable.formatOf(name);
        if (file.isEmpty() || format.isEmpty()) {
            page.addAttribute(WRONG, file.isEmpty() ? "import.empty" : "import.other");
            return choose(visit, page);
        }
        session.setAttribute(KEPT, new SentTable(name, format.get(), file.getBytes()));
        return "redirect:" + SEEN;
    }

    /** What would become of each row; nothing is recorded. */
    @GetMapping(SEEN)
    String preview(Visit visit, HttpSession session, Model page) throws IOException {
        if (!(session.getAttribute(KEPT) instanceof SentTable table)) {
            return "redirect:" + ADDRESS;
        }
        page.addAttribute("file", table.name());
        page.addAttribute("preview", judged(table, "true", visit));
        return "import-preview";
    }

    /** Records what is good; again is harmless, as each row has its id. */
    @PostMapping(ADDRESS + "/record")
    String record(Visit visit, HttpSession session, RedirectAttributes next) throws IOException {
        if (session.getAttribute(KEPT) instanceof SentTable table) {
            Preview done = judged(table, null, visit);
            next.addFlashAttribute("recorded", done.counts().getOrDefault("recorded", 0));
        }
        return "redirect:" + SEEN;
    }

    /** The rows that are to be mended. */
    @GetMapping(ADDRESS + "/to-mend.csv")
    ResponseEntity<byte[]> toMend(Visit visit, HttpSession session) throws IOException {
        if (!(session.getAttribute(KEPT) instanceof SentTable table)) {
            return ResponseEntity.notFound().build();
        }
        String why = sentences.getMessage(
                "import.why", null, visit.caller().language().locale());
        byte[] csv = RowsToMend.csv(judged(table, "true", visit).faulty(), SentRows.of(table), why);
        return Passed.file(csv, "text/csv;charset=UTF-8", "a-revoir.csv");
    }

    /** A workbook to fill in, with what the territory has names for. */
    @GetMapping(ADDRESS + "/template")
    ResponseEntity<byte[]> template(
            @RequestParam String territory, @RequestParam(defaultValue = "xlsx") String format, Visit visit) {
        return Passed.on(keeping.template(visit.caller(), territory, format));
    }

    private Preview judged(SentTable table, @org.jspecify.annotations.Nullable String dryRun, Visit visit)
            throws IOException {
        try {
            byte[] answered = keeping.recordMany(visit.caller(), table.mediaType(), dryRun, table.bytes());
            return Preview.of(answered, SentRows.of(table), visit);
        } catch (RefusedCall refusal) {
            return Preview.refused(refusal, visit.words().code());
        }
    }
}
