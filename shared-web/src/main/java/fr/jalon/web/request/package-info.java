/** What is bounded and noted of every request: its size, its number. */
@NullMarked
package fr.jalon.web.request;

import org.jspecify.annotations.NullMarked;
