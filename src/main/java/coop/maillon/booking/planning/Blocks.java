package coop.maillon.booking.planning;

import coop.maillon.booking.planning.Item.Block;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Words;
import java.util.Optional;

/** Words what occupies time: whose it is or what, and when. */
final class Blocks {

  private final Scene scene;
  private final Words words;

  Blocks(Scene scene) {
    this.scene = scene;
    this.words = scene.words();
  }

  static String css(Taken taken) {
    return switch (taken.sort()) {
      case BOOKED -> taken.isMine() ? "block mine" : "block other";
      case DUE -> "block mine due";
      case LATE -> "block late";
      case PENDING -> taken.isMine() ? "block pending own" : "block pending";
      case HELD -> "block hold";
      case CLOSED -> "block closure";
    };
  }

  static String laneCss(Taken taken) {
    return switch (taken.sort()) {
      case BOOKED -> "";
      case DUE -> " due";
      case LATE -> " late";
      case PENDING -> " asked";
      case HELD -> " held";
      case CLOSED -> " closed";
    };
  }

  Item of(String css, Taken taken) {
    Item item = Item.of(
        css,
        switch (taken.sort()) {
          case BOOKED, DUE -> booked(taken);
          case LATE -> late(taken);
          case PENDING -> pending(taken);
          case HELD -> held(taken);
          case CLOSED -> closed(taken);
        });
    return named(item, taken);
  }

  /** Of a pool: a thin line; what it says is for those who listen, and for its owner. */
  Item lane(String css, Taken taken) {
    return taken.isMine() && taken.isBooking() ? of(css, taken) : named(Item.bare(css), taken);
  }

  /** Where parts of a whole are taken, by whomever. */
  Block part(TimeSlot slot) {
    return new Block(
        Optional.empty(), Optional.empty(), "", words.say("planning.part"), scene.times(slot));
  }

  private Item named(Item item, Taken taken) {
    String resource = "-" + scene.resource().id();
    return switch (taken.sort()) {
      case BOOKED, DUE, LATE, PENDING ->
        item.named("b-" + taken.id() + resource, String.valueOf(taken.id()));
      case HELD -> item.named("h-" + taken.id() + resource, "");
      case CLOSED -> item;
    };
  }

  private Block booked(Taken taken) {
    String times = taken.sort() == Taken.Sort.DUE
        ? words.say("planning.due", "time", scene.start(taken.at()))
        : scene.times(taken.slot());
    if (taken.isMine()) {
      String title = taken.text();
      return title.isEmpty()
          ? block(taken, "", words.say("planning.mine"), times)
          : block(taken, words.say("planning.mine.before"), title, times);
    }
    boolean titled = !taken.text().isEmpty();
    return block(taken, "", whose(taken), titled ? times + " · " + taken.name() : times);
  }

  private Block late(Taken taken) {
    Block block = block(
        taken,
        taken.isMine() ? words.say("planning.mine.before") : "",
        words.say("planning.late"),
        words.say("planning.late.since", "time", scene.start(taken.at())));
    return new Block(
        block.href(), Optional.of("alert"), block.before(), block.what(), block.when());
  }

  private Block pending(Taken taken) {
    Block asked = block(
        taken,
        taken.isMine() ? words.say("planning.mine.before") : "",
        taken.isMine() && taken.text().isEmpty() ? words.say("planning.mine") : whose(taken),
        words.say("planning.pending"));
    return new Block(
        asked.href(), Optional.of("glass"), asked.before(), asked.what(), asked.when());
  }

  private Block held(Taken taken) {
    return new Block(
        Optional.empty(),
        Optional.of("glass"),
        "",
        words.say("planning.hold"),
        words.say(taken.isMine() ? "planning.hold.mine" : "planning.hold.other"));
  }

  private Block closed(Taken taken) {
    return new Block(
        Optional.empty(),
        Optional.of("lock"),
        "",
        words.say("planning.closed", "reason", taken.text()),
        scene.times(taken.slot()));
  }

  private Block block(Taken taken, String before, String what, String when) {
    Optional<String> href =
        taken.sight().seesTitle() ? Optional.of("/bookings/" + taken.id()) : Optional.empty();
    return new Block(href, Optional.empty(), before, what, when);
  }

  private String whose(Taken taken) {
    if (!taken.text().isEmpty()) {
      return taken.text();
    }
    return taken.name().isEmpty() ? words.say("planning.taken") : taken.name();
  }
}
