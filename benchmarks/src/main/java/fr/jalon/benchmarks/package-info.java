/** Measures Jalon beside the baselines it is built on, in one run on one server, and prints ratios. */
@NullMarked
package fr.jalon.benchmarks;

import org.jspecify.annotations.NullMarked;
