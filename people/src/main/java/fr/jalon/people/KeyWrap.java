package fr.jalon.people;

/** What keys of persons and of texts are kept under: our own, or that of a service which never gives it away. */
public interface KeyWrap {
    /** A person's key as it is stored; the same for the same key and person. */
    byte[] wrap(byte[] key, String person);

    /**
     * The key again.
     *
     * @throws IllegalArgumentException if it was wrapped under another, or for somebody else
     */
    byte[] unwrap(byte[] wrapped, String person);
}
