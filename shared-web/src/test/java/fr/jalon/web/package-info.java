@NullMarked
package fr.jalon.web;

import org.jspecify.annotations.NullMarked;
