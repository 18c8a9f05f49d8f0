package fr.jalon.standalone.server;

/** A server cannot show this certificate; what is wrong is told in the reader's language by whoever asked for it. */
public final class UnusableCertificateException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Certificate.Fault fault;

    UnusableCertificateException(Certificate.Fault fault) {
        super(fault.code());
        this.fault = fault;
    }

    public Certificate.Fault fault() {
        return fault;
    }
}
