package fr.jalon.query.asked;

import fr.jalon.events.json.Sha256;
import fr.jalon.events.language.Language;
import fr.jalon.people.NameSeal;
import fr.jalon.people.PersonKeys;
import fr.jalon.people.ReaderNames;
import fr.jalon.people.TextKeys;
import fr.jalon.web.account.Actor;
import fr.jalon.web.security.SecurityLog;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Which names of persons whoever asks is shown. An answer with names has the digest of its own bytes and is kept by no
 * cache; its permanent link is to the form without personal data, which no erasure changes.
 */
public final class NamesShown {
    /** The parameter that asks for ids alone. */
    public static final String PEOPLE = "people";

    /** What the mark begins with, in the tag of an answer that names persons. */
    static final String NAMING = ".names-";

    static final String IDS = "ids";

    private final NameSeal seal;
    private final PersonKeys keys;
    private final TextKeys texts;
    private final SecurityLog log;

    public NamesShown(PersonKeys keys, TextKeys texts, SecurityLog log) {
        this.log = log;
        this.seal = new NameSeal(keys, texts);
        this.texts = texts;
        this.keys = keys;
    }

    /** Those of whoever sent the request that is being answered; none where nobody did. */
    public ReaderNames toReader() {
        Actor actor = actor();
        return actor == null || IDS.equals(people())
                ? ReaderNames.ofIds(seal)
                : new ReaderNames(seal, actor::maySeeNamesOf, territory -> log.namesSeen(actor, territory))
                        .shownLimited(actor.maySeeLimitedNames())
                        .told(language());
    }

    /**
     * By which answers with names or texts differ where all else is the same: who sees them, how many are gone, and in
     * which language that is told.
     */
    String mark() {
        Actor actor = actor();
        String who = actor == null || actor.mayAudit() ? "" : "." + actor.roleAndScope();
        String spoken = language() == Language.FRENCH ? "" : ".en";
        PersonKeys.Changes changes = keys.changes();
        boolean isShownLimited = changes.isAnyLimited() && actor != null && actor.maySeeLimitedNames();
        return NAMING + (changes.number() + texts.redactions()) + who + (isShownLimited ? ".limited" : "") + spoken;
    }

    /** The answer as the reader is shown it. */
    <T> T shown(T answer) {
        return answer instanceof ResponseEntity<?> entity
                        && entity.getBody() instanceof byte[] bytes
                        && MediaType.APPLICATION_JSON.equals(entity.getHeaders().getContentType())
                        && ReaderNames.isIn(bytes)
                ? castLike(answer, json(entity, new String(bytes, StandardCharsets.UTF_8)))
                : answer;
    }

    private ResponseEntity<?> json(ResponseEntity<?> answer, String json) {
        boolean isWithout = IDS.equals(people());
        byte[] bytes =
                (isWithout ? ReaderNames.withoutNames(json) : toReader().inJson(json)).getBytes(StandardCharsets.UTF_8);
        HttpHeaders headers = new HttpHeaders();
        headers.addAll(answer.getHeaders());
        headers.set(
                CacheableAnswer.DIGEST, CacheableAnswer.receipt(Sha256.begun().digest(bytes)));
        List<String> links = headers.getOrEmpty(HttpHeaders.LINK).stream()
                .map(NamesShown::toIds)
                .toList();
        if (!links.isEmpty()) {
            headers.put(HttpHeaders.LINK, links);
        }
        if (!isWithout) {
            headers.setCacheControl(CacheableAnswer.ASK_AGAIN);
        }
        return ResponseEntity.status(answer.getStatusCode()).headers(headers).body(bytes);
    }

    @SuppressWarnings("unchecked")
    private static <T> T castLike(T like, ResponseEntity<?> answer) {
        return (T) like.getClass().cast(answer);
    }

    private static String toIds(String link) {
        int end = link.indexOf('>');
        String address = link.substring(0, end);
        return address + (address.contains("?") ? "&" : "?") + PEOPLE + "=" + IDS + link.substring(end);
    }

    private static Language language() {
        return Language.of(LocaleContextHolder.getLocale());
    }

    private static @Nullable Actor actor() {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        return signedIn != null && signedIn.getPrincipal() instanceof Actor actor ? actor : null;
    }

    private static @Nullable String people() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getRequest().getParameter(PEOPLE)
                : null;
    }
}
