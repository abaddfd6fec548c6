/** Sites and resources for programs, and how both programs and pages find one by its words. */
@NullMarked
package coop.maillon.resource.api;

import org.jspecify.annotations.NullMarked;
