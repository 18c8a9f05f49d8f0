package fr.jalon.events.entry;

/** A sum of money, exact (<i>montant</i>). */
public record Amount(Decimal value, Currency currency) {}
