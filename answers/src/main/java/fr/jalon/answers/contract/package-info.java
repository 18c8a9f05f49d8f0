/** Each answer as the contract has it: a record, written in the order of its components, with what they mean. */
@NullMarked
package fr.jalon.answers.contract;

import org.jspecify.annotations.NullMarked;
