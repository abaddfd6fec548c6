@NullMarked
package coop.maillon.report;

import org.jspecify.annotations.NullMarked;
