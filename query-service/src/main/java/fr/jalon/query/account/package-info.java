/** The accounts, for the national team to keep and auditors to see. */
@NullMarked
package fr.jalon.query.account;

import org.jspecify.annotations.NullMarked;
