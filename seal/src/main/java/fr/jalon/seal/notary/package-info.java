/** Who seals: each entry a leaf as it is recorded, each checkpoint signed, kept and mailed. */
@NullMarked
package fr.jalon.seal.notary;

import org.jspecify.annotations.NullMarked;
