/** How what is shared is used: hours booked, refusals, no-shows, hours that stay free. It reads the features; nobody is named. */
@NullMarked
package coop.maillon.report;

import org.jspecify.annotations.NullMarked;
