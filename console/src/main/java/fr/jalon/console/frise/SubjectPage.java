package fr.jalon.console.frise;

import fr.jalon.console.client.At;
import fr.jalon.console.client.FactTold;
import fr.jalon.console.client.RegisterCalls;
import fr.jalon.console.client.StateTold;
import fr.jalon.console.client.SubjectPicture;
import fr.jalon.console.draw.Picture;
import fr.jalon.console.draw.PictureSvg;
import fr.jalon.console.draw.PictureTable;
import fr.jalon.console.frise.TimeView.Way;
import fr.jalon.console.page.FactRow;
import fr.jalon.console.page.Together;
import fr.jalon.console.page.Visit;
import fr.jalon.events.language.Language;
import fr.jalon.events.time.Days;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One subject on both axes of time: the picture, and what is so at its crosshair. */
@Controller
public final class SubjectPage {
    /** How many bands can be looked at. */
    private static final int BANDS = 24;

    private static final String THROUGH = "through";

    private final RegisterCalls register;
    private final InstantSource clock;

    SubjectPage(RegisterCalls register, InstantSource clock) {
        this.register = register;
        this.clock = clock;
    }

    @GetMapping("/console/territories/{territory}/subject")
    String subject(
            @PathVariable String territory,
            @RequestParam String subject,
            @RequestParam(defaultValue = "") String key,
            Visit visit,
            Model page) {
        Together.Asked<ResponseEntity<SubjectPicture>> picture = picture(territory, subject, key, visit);
        StateTold state = Objects.requireNonNull(
                register.state(visit.caller(), territory, visit.at()).getBody());
        SubjectPicture told = Objects.requireNonNull(picture.get().getBody());
        PictureDrawing drawing = drawing(told, visit);
        page.addAttribute("territory", territory);
        page.addAttribute("territoryName", Objects.requireNonNullElse(state.name(), territory));
        page.addAttribute("kind", visit.words().answers().subject(subject));
        page.addAttribute("name", drawing.name());
        page.addAttribute(
                "why",
                visit.to("/console/territories/" + territory + "/why", "subject", told.subject(), "key", told.key()));
        page.addAttribute("facts", facts(told, state, visit));
        page.addAttribute("time", drawing.isEmpty() ? null : view(picture.get(), drawing, state.position(), visit));
        return "subject";
    }

    @GetMapping("/console/territories/{territory}/subject.svg")
    ResponseEntity<String> file(
            @PathVariable String territory,
            @RequestParam String subject,
            @RequestParam(defaultValue = "") String key,
            Visit visit) {
        register.carriedAway(visit.caller(), "drawing", territory);
        Together.Asked<ResponseEntity<SubjectPicture>> picture = picture(territory, subject, key, visit);
        StateTold state = Objects.requireNonNull(
                register.state(visit.caller(), territory, visit.at()).getBody());
        SubjectPicture told = Objects.requireNonNull(picture.get().getBody());
        return DrawingFile.of(
                view(picture.get(), drawing(told, visit), state.position(), visit)
                        .svg(),
                subject + "-" + territory);
    }

    private Together.Asked<ResponseEntity<SubjectPicture>> picture(
            String territory, String subject, String key, Visit visit) {
        String whole = key.isEmpty() ? subject : subject + ":" + key;
        At through = new At(null, visit.asked().get(THROUGH));
        return Together.ask(() -> register.picture(visit.caller(), territory, whole, through));
    }

    private PictureDrawing drawing(SubjectPicture told, Visit visit) {
        return new PictureDrawing(told, visit, today());
    }

    private TimeView view(ResponseEntity<SubjectPicture> answer, PictureDrawing drawing, long position, Visit visit) {
        SubjectPicture told = Objects.requireNonNull(answer.getBody());
        ShownDays shown =
                ShownDays.of(visit.asked(), drawing.told(), visit.dates().asOf(), today());
        String through = Long.toString(told.position());
        SubjectAddress address = SubjectAddress.of(told.territory(), told.subject(), told.key(), through);
        Picture picture = drawing.of(shown, position, address).latest(BANDS);
        Language language = visit.caller().language();
        return new TimeView(
                PictureSvg.of(picture, language),
                PictureTable.of(picture, language),
                steps(picture, address, visit),
                TimeView.zooms(visit, shown),
                List.of(),
                TimeView.file(visit, "/console/territories/" + told.territory() + "/subject.svg"),
                visit.on(TimeView.DAY),
                TimeView.Scale.of(shown, visit.dates().asOf()),
                TimeView.Cited.of(answer, visit, position).with(THROUGH, through));
    }

    /** On the other axis, from one entry on the subject to the next. */
    private static List<Way> steps(Picture picture, SubjectAddress address, Visit visit) {
        List<Way> steps = new ArrayList<>(TimeView.steps(visit));
        LocalDate day = visit.at().asOf() == null ? null : visit.dates().asOf();
        if (picture.known() > 0) {
            steps.add(known("known-earlier", picture, picture.known() - 1, address, day));
        }
        if (picture.known() + 1 < picture.bands().size()) {
            steps.add(known("known-later", picture, picture.known() + 1, address, day));
        }
        return steps;
    }

    private static Way known(String name, Picture picture, int band, SubjectAddress address, @Nullable LocalDate day) {
        return new Way(
                name, address.on(day, Long.toString(picture.bands().get(band).position())));
    }

    private static List<FactRow> facts(SubjectPicture told, StateTold state, Visit visit) {
        List<FactTold> facts = state.facts().getOrDefault(told.subject(), List.of());
        return facts.stream()
                .filter(fact -> fact.key().equals(told.key()))
                .map(fact -> FactRow.of(told.subject(), fact, visit.words()))
                .toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Days.ZONE);
    }
}
