package coop.maillon.picture;

/**
 * What a file says of the picture in it, read without decoding anything.
 *
 * @param end where the picture ends; what comes after it is something else
 * @param turn how it is to be turned to stand upright
 */
record Shape(Format format, int width, int height, int end, Turn turn) {

  /** What it can be decoded as. */
  enum Format {
    JPEG,
    PNG
  }

  /** How a camera was held. */
  enum Turn {
    NONE(0),
    RIGHT(1),
    OVER(2),
    LEFT(3);

    private final int quarters;

    Turn(int quarters) {
      this.quarters = quarters;
    }

    /** By how many quarters clockwise. */
    int quarters() {
      return quarters;
    }

    /** After EXIF's orientation; those that mirror are left as they are. */
    static Turn of(int orientation) {
      return switch (orientation) {
        case 3 -> OVER;
        case 6 -> RIGHT;
        case 8 -> LEFT;
        default -> NONE;
      };
    }
  }

  long pixels() {
    return (long) width * height;
  }
}
