package coop.maillon.vehicle.damage;

import io.vertx.core.buffer.Buffer;

/** A picture of damage, made anew: one to look at, and one for a list. Both are JPEG. */
public record Shot(Buffer large, Buffer small) {

  /** Which of the two. */
  enum Size {
    LARGE,
    SMALL
  }
}
