package fr.jalon.seal.pack;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a pack is about. It begins the note that signs it, so that no pack passes for one of another kind. */
public enum PackKind {
    /** One territory's register, in files of its own. */
    TERRITORY("jalon/audit-pack@v1"),
    /** All registers and so the whole log, each in its directory. */
    NATIONAL("jalon/national-pack@v1"),
    /** What a funder gives, and of each register the entries that this rests on. */
    FUNDER("jalon/funder-pack@v1");

    /** What a national pack is about, where that of a territory names it. */
    static final String ALL = "*";

    private static final List<String> OF_A_TERRITORY =
            List.of(Manifest.REPORT, Manifest.STATE, Manifest.HISTORY, Manifest.LEAVES, Manifest.PROOFS);
    private static final List<String> OF_SOME_ENTRIES = List.of(Manifest.HISTORY, Manifest.LEAVES, Manifest.PROOFS);
    private static final Pattern SCHEMA = Pattern.compile("schemas/[a-z0-9-]+\\.json");
    private static final Pattern DIRECTORY = Pattern.compile("(territories/[a-z0-9-]+/)([a-z.]+)");

    private final String firstLine;

    PackKind(String firstLine) {
        this.firstLine = firstLine;
    }

    String firstLine() {
        return firstLine;
    }

    static Optional<PackKind> of(String firstLine) {
        return Arrays.stream(values())
                .filter(kind -> kind.firstLine.equals(firstLine))
                .findFirst();
    }

    /** Where a territory's files are. */
    String directory(String territory) {
        return switch (this) {
            case TERRITORY -> "";
            case NATIONAL, FUNDER -> "territories/" + territory + "/";
        };
    }

    /** The territories that a pack with these files is about. */
    List<String> territories(String subject, List<String> files) {
        return switch (this) {
            case TERRITORY -> List.of(subject);
            case NATIONAL, FUNDER ->
                files.stream()
                        .map(DIRECTORY::matcher)
                        .filter(Matcher::matches)
                        .map(file -> file.group(1).split("/", -1)[1])
                        .distinct()
                        .toList();
        };
    }

    /** The files that it cannot be without, beside those of every pack. */
    List<String> required(String subject, List<String> files) {
        return Stream.concat(
                        answer().stream(),
                        territories(subject, files).stream()
                                .flatMap(territory -> ofARegister().stream().map(file -> directory(territory) + file)))
                .toList();
    }

    /** The file of the one answer over all registers, where there is one. */
    Optional<String> answer() {
        return switch (this) {
            case TERRITORY -> Optional.empty();
            case NATIONAL -> Optional.of(Manifest.STATES);
            case FUNDER -> Optional.of(Manifest.FUNDER);
        };
    }

    private List<String> ofARegister() {
        return switch (this) {
            case TERRITORY, NATIONAL -> OF_A_TERRITORY;
            case FUNDER -> OF_SOME_ENTRIES;
        };
    }

    /** Whether it has such a file. */
    boolean knows(String file) {
        if (Manifest.OF_ALL.contains(file) || SCHEMA.matcher(file).matches()) {
            return true;
        }
        if (this == TERRITORY) {
            return isOfARegister(file);
        }
        Matcher within = DIRECTORY.matcher(file);
        return answer().equals(Optional.of(file)) || (within.matches() && isOfARegister(within.group(2)));
    }

    /** Those that it has, or may have: older ones have no names beside their entries. */
    private boolean isOfARegister(String file) {
        return ofARegister().contains(file) || file.equals(Manifest.NAMES);
    }
}
