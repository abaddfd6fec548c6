package coop.maillon.board.skill;

import java.util.List;
import java.util.Optional;

/**
 * A skill as coordinators keep it.
 *
 * @param otherWords what leads to it as well
 * @param rome the code that it is tied to
 * @param people how many members offer it
 * @param posts how many posts name it
 */
record Entry(String name, List<String> otherWords, Optional<String> rome, int people, int posts) {

  Entry {
    otherWords = List.copyOf(otherWords);
  }
}
