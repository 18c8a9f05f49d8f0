package fr.jalon.people;

/** Nothing more is recorded under the id of a person who was erased: nobody can tell whether it is the same one. */
public final class ErasedPersonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String person;

    private final String pointer;

    ErasedPersonException(String person, String pointer) {
        super("A person was erased");
        this.person = person;
        this.pointer = pointer;
    }

    /** Where the entry names them (JSON pointer). */
    public String pointer() {
        return pointer;
    }

    public String person() {
        return person;
    }
}
