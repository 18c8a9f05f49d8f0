@NullMarked
package fr.jalon.web.request;

import org.jspecify.annotations.NullMarked;
