@NullMarked
package coop.maillon.demo;

import org.jspecify.annotations.NullMarked;
