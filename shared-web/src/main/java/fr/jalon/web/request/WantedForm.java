package fr.jalon.web.request;

import fr.jalon.web.problem.Problems;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Which form of an answer its reader wants most, as the header {@code Accept} tells it (RFC 9110, 12.5.1). */
public final class WantedForm {
    private WantedForm() {}

    /**
     * The one of the highest quality; of equals the one told most precisely, then first: by the reader, else here. 406
     * where none will do.
     */
    public static <F> F among(List<F> offered, Function<F, MediaType> type, @Nullable String accept) {
        List<MediaType> ranges = ranges(accept);
        return offered.stream()
                .filter(form -> place(type.apply(form), ranges) < ranges.size())
                .min(Comparator.<F>comparingDouble(form ->
                                -ranges.get(place(type.apply(form), ranges)).getQualityValue())
                        .thenComparingInt(form -> place(type.apply(form), ranges)))
                .orElseThrow(
                        () -> Problems.notAcceptable(offered.stream().map(type).toList())
                                .asException());
    }

    /** Of the range that says most precisely what is thought of a form; the number of them where it is unwanted. */
    private static int place(MediaType form, List<MediaType> ranges) {
        for (int i = 0; i < ranges.size(); i++) {
            if (ranges.get(i).includes(form)) {
                return ranges.get(i).getQualityValue() > 0 ? i : ranges.size();
            }
        }
        return ranges.size();
    }

    private static List<MediaType> ranges(@Nullable String accept) {
        // A list of nothing asks for nothing in particular: some programs send it always.
        if (accept == null || accept.isBlank()) {
            return List.of(MediaType.ALL);
        }
        try {
            return MediaType.parseMediaTypes(accept).stream()
                    .sorted(Comparator.comparing(MediaType::isWildcardType).thenComparing(MediaType::isWildcardSubtype))
                    .toList();
        } catch (InvalidMediaTypeException unreadable) {
            return List.of();
        }
    }
}
