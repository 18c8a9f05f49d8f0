/** Who may come in, as whom, and where their accounts are kept. */
@NullMarked
package fr.jalon.web.account;

import org.jspecify.annotations.NullMarked;
