package coop.maillon.booking.planning;

import coop.maillon.booking.planning.Item.Count;
import coop.maillon.booking.planning.Item.Gap;
import coop.maillon.resource.ResourceId;
import coop.maillon.resource.Stretches;
import coop.maillon.resource.TimeSlot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The list of one row, in the order of time: what is shut, taken and free. */
final class Track {

  /** More lanes than this are not drawn: the counts say it. */
  static final int MOST_LANES = 12;

  /** An item with when it begins, to put all in order. */
  private record Timed(Instant start, Item item) {}

  private final Scene scene;
  private final Blocks blocks;
  private final List<Free.Stretch> free;
  private final List<Timed> items = new ArrayList<>();

  Track(Scene scene) {
    this.scene = scene;
    this.blocks = new Blocks(scene);
    this.free = Free.of(scene.resource(), scene.open(), scene.onEachUnit());
  }

  /** Everything, for a row that is shown whole. */
  List<Item> items() {
    shut();
    gaps();
    if (scene.resource().isPool()) {
      lanes();
    } else {
      rows();
    }
    return inOrder();
  }

  /** For the column of a day, which has no lanes: of a pool the counts, and what is the reader's own. */
  List<Item> itemsOfWeek() {
    shut();
    gaps();
    if (scene.resource().isPool()) {
      scene.taken().stream().filter(Taken::isMine).forEach(this::block);
    } else {
      rows();
    }
    return inOrder().stream().map(item -> item.named("", item.booking())).toList();
  }

  private List<Item> inOrder() {
    items.sort(Comparator.comparing(Timed::start));
    return items.stream().map(Timed::item).toList();
  }

  List<Free.Stretch> free() {
    return free;
  }

  private void shut() {
    List<TimeSlot> shown = List.of(scene.columns().slot());
    Stretches.without(shown, scene.open()).forEach(slot -> add(slot, "shut", Item::bare));
  }

  private void gaps() {
    TimeSlot.between(scene.earliest(), scene.day().slot().end())
        .ifPresent(ahead -> free.forEach(stretch -> stretch
            .slot()
            .intersection(ahead)
            .filter(this::isLongEnough)
            .ifPresent(slot -> gap(slot, stretch.units()))));
  }

  private boolean isLongEnough(TimeSlot slot) {
    int shortest = scene.resource().policy().minMinutes().orElse(1);
    return slot.minutes() >= shortest;
  }

  private void gap(TimeSlot slot, int units) {
    if (scene.resource().isPool()) {
      String css = units == 0 ? "gap full gone" : units == 1 ? "gap few" : "gap";
      add(slot, css, placed -> Item.of(placed, count(slot, units)));
    } else if (units > 0) {
      add(slot, "gap", placed -> Item.of(placed, free(slot)));
    }
  }

  private Gap free(TimeSlot slot) {
    return new Gap(href(slot), scene.words().say("planning.book"), range(slot));
  }

  private Count count(TimeSlot slot, int units) {
    return new Count(
        units == 0 ? Optional.empty() : Optional.of(href(slot)),
        scene.words().say("planning.book-range", "range", range(slot)),
        range(slot),
        units == 0 ? scene.words().say("planning.full") : String.valueOf(units),
        scene.words().say("planning.free", "count", units));
  }

  private String href(TimeSlot slot) {
    return "/bookings/new?resource=" + scene.resource().slug() + "&date="
        + scene.day().date() + "&start=" + scene.start(slot.start()) + "&end="
        + scene.end(slot.end()) + (scene.isLater(slot.start()) ? "&start-later=1" : "")
        + (scene.isLater(slot.end()) ? "&end-later=1" : "");
  }

  private String range(TimeSlot slot) {
    return scene.start(slot.start()) + "–" + scene.end(slot.end());
  }

  /** One after the other; a booking of a whole lies on several units and is shown once. */
  private void rows() {
    var shown = new HashSet<Object>();
    var ofParts = new ArrayList<TimeSlot>();
    for (Taken taken : scene.taken()) {
      if (isOfPart(taken)) {
        ofParts.add(taken.during());
      } else if (shown.add(List.of(taken.sort(), taken.id(), taken.from()))) {
        block(taken);
      }
    }
    Stretches.joined(ofParts.stream())
        .forEach(slot -> add(slot, "block other", placed -> Item.of(placed, blocks.part(slot))));
  }

  private boolean isOfPart(Taken taken) {
    return scene.resource().isWhole()
        && taken.sort() != Taken.Sort.CLOSED
        && !scene.resource().id().equals(new ResourceId(taken.resource()));
  }

  private void block(Taken taken) {
    add(taken.slot(), Blocks.css(taken) + cut(taken.slot()), placed -> blocks.of(placed, taken));
    TimeSlot.between(taken.during().start(), taken.slot().start()).ifPresent(this::buffer);
    TimeSlot.between(taken.slot().end(), taken.during().end()).ifPresent(this::buffer);
  }

  // What goes on beyond midnight cannot be carried by the part of it that is shown.
  private String cut(TimeSlot slot) {
    return scene.isWhole(slot) ? "" : " cut";
  }

  private void buffer(TimeSlot slot) {
    String note = scene.words().say("planning.buffer", "range", scene.times(slot));
    add(slot, "buffer", placed -> Item.noted(placed, note));
  }

  private void lanes() {
    if (scene.onEachUnit().size() > MOST_LANES) {
      return;
    }
    for (int lane = 1; lane <= scene.onEachUnit().size(); lane++) {
      for (Taken taken : scene.onEachUnit().get(lane - 1)) {
        String css = "lane lane-" + lane + (taken.isMine() ? " mine" : "") + Blocks.laneCss(taken);
        add(taken.slot(), css, placed -> blocks.lane(placed, taken));
      }
    }
  }

  private void add(TimeSlot slot, String css, Function<String, Item> item) {
    scene
        .columns()
        .of(slot)
        .ifPresent(place -> items.add(new Timed(
            slot.start(), item.apply(css + " at-" + place.at() + " for-" + place.lasts()))));
  }
}
