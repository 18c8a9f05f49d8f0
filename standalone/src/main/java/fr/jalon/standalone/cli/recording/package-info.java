/** Commands that record: each has the register judge what it would do, says so, and asks before it does it. */
@NullMarked
package fr.jalon.standalone.cli.recording;

import org.jspecify.annotations.NullMarked;
