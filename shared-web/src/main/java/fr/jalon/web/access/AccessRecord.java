package fr.jalon.web.access;

/** Where who looked is written down. */
public interface AccessRecord {
    /** Remembers nothing: where it is not what is tried. */
    AccessRecord NONE = new AccessRecord() {
        @Override
        public void add(Access access) {}

        @Override
        public void require(Access access) {}
    };

    /** Writes something down soon, without the caller waiting; what cannot be written is counted. */
    void add(Access access);

    /**
     * Writes something down before it happens.
     *
     * @throws UnrecordedAccessException if it cannot be: then it must not happen
     */
    void require(Access access);
}
