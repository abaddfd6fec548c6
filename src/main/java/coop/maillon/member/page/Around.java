package coop.maillon.member.page;

import coop.maillon.member.KnownSite;
import java.util.List;

/**
 * What the profile shows of what lies around its owner: the sites that there are, and what others see of them.
 *
 * @param chooses whether they say themselves what is seen of what they know: guests have no part in that
 */
public record Around(List<KnownSite> sites, List<Audience> audiences, boolean chooses) {

  public Around {
    sites = List.copyOf(sites);
    audiences = List.copyOf(audiences);
  }

  /** Some who see the same of somebody: who they are, and what that is, in sentences. */
  public record Audience(String who, List<String> sees) {}
}
