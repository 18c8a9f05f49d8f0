package fr.jalon.web.start;

/** Why a service does not start, in a sentence for whoever runs it; no secret is in it. */
public final class RefusedStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RefusedStart(String sentence) {
        super(sentence);
    }
}
