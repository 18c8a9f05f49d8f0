@NullMarked
package fr.jalon.web.account;

import org.jspecify.annotations.NullMarked;
