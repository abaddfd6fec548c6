package coop.maillon.booking.arriving;

import coop.maillon.booking.Booking;
import coop.maillon.booking.act.Acts;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import java.util.Optional;

/** The one car of a booking, which is taken and brought back on pages of its own: there is something to read off it. */
public final class OneCar {

  private OneCar() {}

  /** Empty where there is none, where there are several, and where nobody knows yet which one it will be. */
  public static Optional<Resource> of(Booking booking, Catalogue catalogue) {
    var cars =
        Acts.resources(booking, catalogue).stream().filter(Resource::isOneCar).toList();
    return cars.size() == 1 ? Optional.of(cars.get(0)) : Optional.empty();
  }

  public static String takingOf(Booking booking) {
    return "/bookings/" + booking.id() + "/taking";
  }

  public static String returnOf(Booking booking) {
    return "/bookings/" + booking.id() + "/return";
  }
}
