package coop.maillon.member.habilitation;

import java.util.List;

/**
 * A habilitation that ends soon, of which its holder is reminded now.
 *
 * @param first whether for the first time: coordinators are told then
 * @param sites whose coordinators: the holder's own, or those of whoever gave it
 */
record Ending(Holding holding, boolean first, List<Long> sites) {}
