package coop.maillon.booking.page;

import coop.maillon.booking.Booking;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import java.util.List;

/**
 * A booking as somebody types it, kept as it came so that a refusal gives it back.
 *
 * @param resource slug of what is wanted first
 * @param unit the one unit that will do, empty where any will
 * @param distance kilometres, asked of vehicles only
 * @param also slugs of what is wanted with it
 * @param participants e-mail addresses, with anything between them
 * @param onBehalf e-mail address of whom it is for, empty for oneself
 * @param key what makes two sendings of this form one request
 */
record TypedBooking(
    String resource,
    String unit,
    TypedSlot slot,
    String title,
    boolean isPrivate,
    String activity,
    String distance,
    List<String> also,
    String participants,
    String onBehalf,
    String key) {

  /** In the place of a unit: any car of the site will do. */
  static final String ANY = "any";

  static final int TITLE = 120;
  static final int ACTIVITY = 40;

  static TypedBooking of(Typed typed) {
    String key = typed.text("key");
    return new TypedBooking(
        typed.text("resource"),
        typed.text("unit"),
        TypedSlot.of(typed),
        typed.text("title"),
        typed.ticked("private"),
        typed.text("activity"),
        typed.text("distanceKm"),
        typed.all("also"),
        typed.text("participants"),
        typed.text("on-behalf"),
        key.isEmpty() || key.length() > 100 ? FormKey.next() : key);
  }

  /** The same thing again, at another time, for oneself. */
  static TypedBooking again(Booking before, List<Resource> resources, TimeSlot slot) {
    Resource first = resources.get(0);
    return new TypedBooking(
        first.slug(),
        "",
        TypedSlot.of(slot, first.site().zone()),
        before.details().title(),
        before.details().isPrivate(),
        before.details().activity(),
        km(before),
        resources.stream().skip(1).map(Resource::slug).toList(),
        "",
        "",
        FormKey.next());
  }

  static String km(Booking before) {
    var km = before.details().distanceKm();
    return km.isPresent() ? Integer.toString(km.getAsInt()) : "";
  }

  /** Whether any car of the site will do, as far as it goes. */
  public boolean isOfAnyCar() {
    return unit.equals(ANY);
  }

  /** The same wish at another place or time: a proposal that was taken. */
  TypedBooking elsewhere(Resource other, TimeSlot time) {
    return new TypedBooking(
        other.slug(),
        other.slug().equals(resource) ? unit : "",
        TypedSlot.of(time, other.site().zone()),
        title,
        isPrivate,
        activity,
        distance,
        also,
        participants,
        onBehalf,
        key);
  }

  /** The same under a new key: it is to be done although something else was done under the old one. */
  TypedBooking anew() {
    return under(FormKey.next());
  }

  TypedBooking under(String other) {
    return new TypedBooking(
        resource,
        unit,
        slot,
        title,
        isPrivate,
        activity,
        distance,
        also,
        participants,
        onBehalf,
        other);
  }

  /** What two sendings have in common if they ask for the same. */
  String content() {
    return String.join(
        "\n",
        resource,
        unit,
        slot.toString(),
        title,
        Boolean.toString(isPrivate),
        activity,
        distance,
        String.join(" ", also),
        participants,
        onBehalf);
  }
}
