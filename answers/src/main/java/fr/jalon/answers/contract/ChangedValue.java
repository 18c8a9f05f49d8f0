package fr.jalon.answers.contract;

import io.swagger.v3.oas.annotations.media.Schema;

/** A value that a difference shows before or after: a fact, or an announcement. */
@Schema(description = "A fact, or what is announced")
public sealed interface ChangedValue permits StatedFact, Announcement {}
