/** What is kept about people: for how long, what each may take with them, what others see, and what is forgotten. */
@NullMarked
package coop.maillon.privacy;

import org.jspecify.annotations.NullMarked;
