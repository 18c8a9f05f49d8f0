package fr.jalon.query.export;

import fr.jalon.query.asked.QueryProblems;
import fr.jalon.tables.write.Format;
import fr.jalon.web.problem.ParameterForm;
import fr.jalon.web.request.WantedForm;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * Which file is asked for: by its whole name, or by its first part and a form named apart.
 *
 * @param negotiated whether the {@code Accept} header chose the form
 */
record ExportRequest(Exported what, Format format, boolean negotiated, boolean bom) {
    private static final Pattern FILE = Pattern.compile("([a-z-]+)(?:\\.([a-z]+))?");

    static ExportRequest of(String file, @Nullable String format, @Nullable String accept, @Nullable String bom) {
        Matcher parts = FILE.matcher(file);
        if (!parts.matches()) {
            throw QueryProblems.unknownExport(file, Exported.files()).asException();
        }
        Exported what = Exported.of(parts.group(1))
                .orElseThrow(() ->
                        QueryProblems.unknownExport(file, Exported.files()).asException());
        String extension = parts.group(2);
        if (extension != null) {
            refuse("format", format);
            Format named = offered(what, extension)
                    .orElseThrow(() ->
                            QueryProblems.unknownExport(file, Exported.files()).asException());
            return new ExportRequest(what, accepted(List.of(named), accept), false, bom(bom, what, named));
        }
        List<Format> offered = format == null
                ? what.formats()
                : List.of(offered(what, format)
                        .orElseThrow(() -> ParameterForm.ONE_OF
                                .missedBy("format", Format.listed(what.formats()))
                                .asException()));
        Format chosen = accepted(offered, accept);
        return new ExportRequest(what, chosen, format == null, bom(bom, what, chosen));
    }

    /** The whole name of the file, with its form. */
    String file() {
        return what.fileName() + "." + format.extension();
    }

    /** Told where the answer would not heed it: it would be the answer to another question. */
    static void refuse(String name, @Nullable String given) {
        if (given != null) {
            throw ParameterForm.LEFT_OUT.missedBy(name).asException();
        }
    }

    private static Format accepted(List<Format> offered, @Nullable String accept) {
        return WantedForm.among(offered, format -> MediaType.parseMediaType(format.mediaType()), accept);
    }

    private static Optional<Format> offered(Exported what, String extension) {
        return Format.of(extension).filter(what.formats()::contains);
    }

    /** The public schema's files have no mark: it is for spreadsheets only. */
    private static boolean bom(@Nullable String given, Exported what, Format format) {
        if (given == null) {
            return false;
        }
        boolean possible = format == Format.CSV && what != Exported.FUNDING_SCDL;
        if (!possible) {
            throw ParameterForm.LEFT_OUT.missedBy("bom").asException();
        }
        return ParameterForm.isTrue("bom", given);
    }
}
