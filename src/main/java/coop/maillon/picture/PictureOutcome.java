package coop.maillon.picture;

import io.vertx.core.buffer.Buffer;
import java.util.function.Function;

/** What came of a file that somebody sent as a picture. */
public sealed interface PictureOutcome {

  /** A JPEG of our own making, without whatever else was in the file. */
  record Taken(Buffer jpeg) implements PictureOutcome {
    @Override
    public <R> R fold(Function<Taken, R> taken, Function<Refused, R> refused) {
      return taken.apply(this);
    }
  }

  /** Why not. */
  record Refused(Why why) implements PictureOutcome {
    @Override
    public <R> R fold(Function<Taken, R> taken, Function<Refused, R> refused) {
      return refused.apply(this);
    }
  }

  /** The sentence is `picture.KEY`. */
  enum Why {
    /** More bytes than {@link Pictures#LARGEST}. */
    HEAVY,
    /** Neither JPEG nor PNG. */
    TYPE,
    /** More pixels than anybody's camera makes. */
    PIXELS,
    /** A picture and something else at once. */
    DOUBLE,
    /** It says that it is a picture and cannot be read as one. */
    BROKEN;

    public String key() {
      return "picture." + name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  <R> R fold(Function<Taken, R> taken, Function<Refused, R> refused);
}
