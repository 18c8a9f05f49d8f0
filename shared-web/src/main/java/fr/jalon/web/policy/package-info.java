/** Who may call what: each operation names the right that it needs, and one place asks for it. */
@NullMarked
package fr.jalon.web.policy;

import org.jspecify.annotations.NullMarked;
