/** Rules as people say them: the fields of a policy, read and shown. */
@NullMarked
package coop.maillon.resource.rules;

import org.jspecify.annotations.NullMarked;
