/** Pictures that people send: looked at before anything is decoded, and made anew, so that nothing but what is seen is kept. */
@NullMarked
package coop.maillon.picture;

import org.jspecify.annotations.NullMarked;
