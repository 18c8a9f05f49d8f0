package fr.jalon.seal.pack;

/** Why a pack does not hold: the first thing found. The Python verifier tells the same in the same words. */
public final class PackFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String file;
    private final String place;

    PackFault(String code, String file, Object place) {
        super(code + " " + file + " " + place);
        this.code = code;
        this.file = file;
        this.place = place.toString();
    }

    PackFault(String code, String file) {
        this(code, file, "");
    }

    /** What is wrong: stable, kebab-case. */
    public String code() {
        return code;
    }

    /** The file at fault; empty where it is the zip itself. */
    public String file() {
        return file;
    }

    /** The entry at fault, by its position, or the byte; empty where it is the whole file. */
    public String place() {
        return place;
    }

    /** As the Python verifier writes it. */
    public String line() {
        return "%s %s %s".formatted(code, file, place).strip().replaceAll(" +", " ");
    }
}
