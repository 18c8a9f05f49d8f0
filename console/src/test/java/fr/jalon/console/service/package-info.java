@NullMarked
package fr.jalon.console.service;

import org.jspecify.annotations.NullMarked;
