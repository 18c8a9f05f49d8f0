package fr.jalon.events.entry;

/** Who carries and who coordinates (<i>coordination</i>). */
public sealed interface CoordinationEntry extends WorldEntry {
    /** Another organisation carries the coordination (<i>porteur de la coordination</i>). */
    record CoordinationCarrierChanged(Header header, Organisation carrier) implements CoordinationEntry {}

    /** A person becomes the coordinator. */
    record CoordinatorAppointed(Header header, Reference person) implements CoordinationEntry {}

    /** The coordinator leaves. */
    record CoordinatorLeft(Header header, Reference person) implements CoordinationEntry {}
}
