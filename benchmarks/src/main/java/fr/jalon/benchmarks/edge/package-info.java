/** What Jalon is measured beside at its edge: the plainest service that could do the same, and who asks both. */
@org.jspecify.annotations.NullMarked
package fr.jalon.benchmarks.edge;
