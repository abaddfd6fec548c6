package coop.maillon.member;

import java.util.OptionalInt;

/**
 * A leave to use something that not everybody may use: a training, a licence.
 *
 * @param slug how policies name it; stays
 * @param months how long it is valid once given; empty: for ever
 */
public record Habilitation(Id id, String slug, String name, OptionalInt months) {

  /** Which habilitation. */
  public record Id(long value) {

    @Override
    public String toString() {
      return Long.toString(value);
    }
  }
}
