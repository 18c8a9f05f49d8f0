package fr.jalon.standalone.server;

/** What a server is doing while it starts, in order. */
public enum StartStage {
    DATABASE,
    TABLES,
    SERVICES
}
