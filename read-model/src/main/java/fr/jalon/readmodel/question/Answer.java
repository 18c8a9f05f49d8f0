package fr.jalon.readmodel.question;

import fr.jalon.answers.RegisterState;

/** A territory's state, and how far its register was known for it. */
public record Answer(RegisterState state, Known known) {}
