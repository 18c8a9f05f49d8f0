package fr.jalon.readmodel.projection;

/** The schemas that copies of the read models live in; their names are part of statements, so there are no others. */
public enum ModelSchema {
    /** The copy that answers. */
    LIVE("projection"),
    /** The copy a rebuild fills. */
    NEXT("projection_next"),
    /** The copy that answered before, until it is dropped. */
    OLD("projection_old"),
    /** What a check makes to compare a copy with. */
    TEMPORARY("pg_temp");

    private final String schema;

    ModelSchema(String schema) {
        this.schema = schema;
    }

    String schema() {
        return schema;
    }

    /** A statement for this copy: {@code %1$s} in it is the schema. */
    String in(String statement) {
        return statement.formatted(schema);
    }
}
