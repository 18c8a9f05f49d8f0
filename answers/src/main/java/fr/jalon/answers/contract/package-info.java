/** Each answer as the contract has it: a record, written in the order of its components; what they mean stands beside them. */
@NullMarked
package fr.jalon.answers.contract;

import org.jspecify.annotations.NullMarked;
