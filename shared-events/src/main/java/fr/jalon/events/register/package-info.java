/** The recorded axis (transaction time): a territory's register as entries join it, and its state on a day. Pure. */
@NullMarked
package fr.jalon.events.register;

import org.jspecify.annotations.NullMarked;
