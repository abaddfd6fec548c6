package coop.maillon.web;

import java.util.List;

/** The search on the band: four questions and one answer. On a phone it folds to one line. */
public record SearchBox(
    List<Choice> kinds, String date, List<Choice> lengths, int capacity, List<Choice> sites) {

  /** One line of a list to choose from. */
  public record Choice(String value, String label, boolean chosen) {}
}
