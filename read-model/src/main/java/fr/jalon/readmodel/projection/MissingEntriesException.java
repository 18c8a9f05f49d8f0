package fr.jalon.readmodel.projection;

/** An entry came before those it follows: taking it in would leave a hole in the register. */
public final class MissingEntriesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MissingEntriesException(String territory, long position, long projected) {
        super("Entry %d of %s cannot follow entry %d, the last one projected"
                .formatted(position, territory, projected));
    }
}
