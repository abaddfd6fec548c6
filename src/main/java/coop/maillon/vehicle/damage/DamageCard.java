package coop.maillon.vehicle.damage;

import coop.maillon.resource.Resource;
import coop.maillon.web.Words;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Damage as everybody reads it who may see the car: never who said it.
 *
 * @param kind how it looks, with {@code icon}
 * @param place where on the car; may be empty
 * @param when it was said
 */
public record DamageCard(
    String id,
    String kind,
    String icon,
    String severity,
    String what,
    String place,
    String when,
    List<Picture> pictures) {

  /** A picture in the list, which leads to itself. */
  public record Picture(String href, String small, String alt) {}

  public static List<DamageCard> of(List<Damage> all, Resource car, Words words) {
    return all.stream().map(one -> of(one, car, words)).toList();
  }

  static DamageCard of(Damage one, Resource car, Words words) {
    var at = one.at().atZone(car.site().zone());
    return new DamageCard(
        Long.toString(one.id()),
        one.severity().kind(),
        one.severity().icon(),
        words.say("damage.severity." + one.severity().word()),
        one.what(),
        one.place(),
        words.say("damage.said", "day", words.shortDay(at.toLocalDate())),
        pictures(one, car, words));
  }

  private static List<Picture> pictures(Damage one, Resource car, Words words) {
    String folder = "/vehicles/" + car.slug() + "/damage/";
    return IntStream.range(0, one.photos().size())
        .mapToObj(i -> new Picture(
            folder + "photos/" + one.photos().get(i),
            folder + "thumbnails/" + one.photos().get(i),
            words.say("damage.photo.alt", "number", i + 1, "what", one.what())))
        .toList();
  }
}
