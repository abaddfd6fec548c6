package coop.maillon.board;

import coop.maillon.member.MemberId;
import coop.maillon.web.Who;

/** Somebody on the board, by the name that members read. */
public record Person(MemberId id, String name, Presence presence) {

  /** Whether one can still agree on something with them. */
  public enum Presence {
    HERE,
    /** Suspended, gone, or a guest. */
    AWAY
  }

  public boolean isHere() {
    return presence == Presence.HERE;
  }

  public boolean is(MemberId member) {
    return id.equals(member);
  }

  /** Diane Roussel is Diane. */
  public String firstName() {
    return name.strip().split("\\s+")[0];
  }

  /** Diane Roussel is DR. */
  public String initials() {
    return Who.initials(name);
  }
}
