/** A cooperative to look at: its people, its things, and two months of their diary, made through the use cases. */
@NullMarked
package coop.maillon.demo;

import org.jspecify.annotations.NullMarked;
