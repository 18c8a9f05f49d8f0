/** The write side's calls as the contract has them: its controllers implement them, the read side shows them. */
@NullMarked
package fr.jalon.web.recording;

import org.jspecify.annotations.NullMarked;
