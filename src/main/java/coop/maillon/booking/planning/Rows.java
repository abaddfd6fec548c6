package coop.maillon.booking.planning;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import coop.maillon.web.Html;
import coop.maillon.web.Views;
import java.time.LocalDate;
import java.util.List;

/**
 * Rows of the planning, each rendered once for all who may know the same of it. What is kept is found by what it shows,
 * never by who looks: who owns nothing in a row shares it with everybody of the same rights and language.
 */
final class Rows {

  private static final long MOST_CHARACTERS = 12_000_000;

  /** Everything that a row shows. */
  private record Key(
      long catalogue,
      long resource,
      LocalDate date,
      Columns columns,
      long now,
      String language,
      List<List<Taken>> onEachUnit) {}

  /** A row, and whether something of it is free at this moment. */
  record Drawn(Html html, boolean freeNow) {}

  private final Cache<Key, Drawn> drawn = Caffeine.newBuilder()
      .maximumWeight(MOST_CHARACTERS)
      .weigher((Key key, Drawn row) -> 1000 + row.html().length())
      .build();
  private final Views views;

  Rows(Views views) {
    this.views = views;
  }

  /** The row of the scene, from the catalogue of that version. */
  Drawn draw(Scene scene, long catalogue) {
    var key = new Key(
        catalogue,
        scene.resource().id().value(),
        scene.day().date(),
        scene.columns(),
        scene.now().getEpochSecond(),
        scene.words().language(),
        scene.onEachUnit());
    return drawn.get(key, missing -> drawn(scene));
  }

  private Drawn drawn(Scene scene) {
    var html = views.html("booking/_row", RowPage.of(scene), scene.words().language());
    var present = new Present(scene, Free.of(scene.resource(), scene.open(), scene.onEachUnit()));
    return new Drawn(html, present.freeNow() > 0);
  }
}
