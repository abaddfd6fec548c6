package coop.maillon.member.group;

import coop.maillon.member.Group;
import coop.maillon.member.MemberId;
import java.util.List;

/** A group with those who belong to it, by name. */
public record Belonging(Group group, List<Person> people) {

  /** Somebody of it. */
  public record Person(MemberId id, String name, String email) {}
}
