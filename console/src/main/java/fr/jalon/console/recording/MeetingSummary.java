package fr.jalon.console.recording;

import fr.jalon.console.client.MeetingDraft;
import fr.jalon.console.page.EntryRow;
import fr.jalon.events.language.Language;
import fr.jalon.events.language.Sentences;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** What was recorded of a meeting, as a plain text to mail. */
public record MeetingSummary(String subject, String text) {
    /**
     * @param place what its territory is called
     * @param server before the addresses of entries
     */
    static MeetingSummary of(
            MeetingDraft draft, MeetingContent content, String place, String server, Language language) {
        Sentences words = Sentences.of(MeetingSummary.class, "summary", language);
        StringBuilder text = new StringBuilder(words.say("recorded", draft.title(), place));
        content.recorded().stream()
                .filter(row -> !row.dropped())
                .forEach(row -> text.append(line(row))
                        .append("  ")
                        .append(server)
                        .append(RecordPage.address(
                                "/console/territories/{territory}/entries/{entry}", draft.territory(), row.entryId()))
                        .append('\n'));
        if (!content.aside().isEmpty()) {
            text.append('\n').append(words.say("to-record"));
            content.aside()
                    .forEach(each -> text.append("- ")
                            .append(each.label())
                            .append(each.said().isEmpty() ? "" : " : " + each.said())
                            .append('\n'));
        }
        return new MeetingSummary(words.say("subject", draft.title()), text.toString());
    }

    private static String line(EntryRow row) {
        return "- n° " + row.position() + " : " + row.content()
                + (row.effective().isEmpty() ? "" : ", " + row.effective()) + "\n";
    }

    /** A link that opens a mail with it. */
    public String mail() {
        return "mailto:?subject=" + encoded(subject) + "&body=" + encoded(text);
    }

    private static String encoded(String text) {
        return text.lines()
                .map(line -> URLEncoder.encode(line, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("%0D%0A"));
    }
}
