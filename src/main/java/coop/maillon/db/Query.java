package coop.maillon.db;

import java.util.List;

/** A statement with its values, to be sent later with others. */
public record Query(String statement, List<Object> arguments) {

  public Query {
    arguments = List.copyOf(arguments);
  }
}
