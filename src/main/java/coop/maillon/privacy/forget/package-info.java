/** What is forgotten: of whoever left, and of what happened long ago. */
@NullMarked
package coop.maillon.privacy.forget;

import org.jspecify.annotations.NullMarked;
