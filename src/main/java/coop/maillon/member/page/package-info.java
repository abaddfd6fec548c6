/** The pages and the API of people: signing in, mailed links, one's own account, looking after members. */
@NullMarked
package coop.maillon.member.page;

import org.jspecify.annotations.NullMarked;
