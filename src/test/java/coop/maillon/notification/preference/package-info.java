@NullMarked
package coop.maillon.notification.preference;

import org.jspecify.annotations.NullMarked;
