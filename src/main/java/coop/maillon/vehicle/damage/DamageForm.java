package coop.maillon.vehicle.damage;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.picture.PictureOutcome;
import coop.maillon.picture.Pictures;
import coop.maillon.web.Ask;
import coop.maillon.web.Fields;
import coop.maillon.web.RouteTable;
import coop.maillon.web.Upload;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads what somebody says that is damaged, and makes their pictures anew; what will not do is noted among the fields. */
public final class DamageForm {

  /** Four pictures of the largest size, and what is typed. A file that is larger is read to its end, and not kept. */
  public static final RouteTable.Sizes SIZES =
      new RouteTable.Sizes(40 * 1024 * 1024, Pictures.LARGEST);

  static final String PHOTO = "photo";

  private static final int LONGEST_TEXT = 500;
  private static final int LONGEST_PLACE = 80;
  private static final int LONGEST_KEY = 100;

  private final Pictures pictures;

  public DamageForm(Pictures pictures) {
    this.pictures = pictures;
  }

  /** Empty where something is to be mended first. */
  public Future<Optional<Report>> read(Ask ask, Fields fields) {
    int before = fields.problems().size();
    var severity = severity(fields);
    String what = fields.text("what").max(LONGEST_TEXT).required();
    String place = fields.text("place").max(LONGEST_PLACE).optional().orElse("");
    return shots(ask, fields)
        .map(shots -> fields.problems().size() > before
            ? Optional.empty()
            : Optional.of(new Report(severity.orElseThrow(), what, place, shots, key(ask))));
  }

  private static Optional<Severity> severity(Fields fields) {
    var severity = fields.text("severity").optional().flatMap(Severity::named);
    if (severity.isEmpty()) {
      fields.problem("severity", "field.required");
    }
    return severity;
  }

  private static String key(Ask ask) {
    return ask.form("key")
        .filter(key -> !key.isBlank() && key.length() <= LONGEST_KEY)
        .orElseGet(() -> UUID.randomUUID().toString());
  }

  private Future<List<Shot>> shots(Ask ask, Fields fields) {
    var files = ask.uploads(PHOTO);
    if (files.size() > Report.MOST_SHOTS) {
      fields.problem(PHOTO, "damage.photos.many", "most", Report.MOST_SHOTS);
      return succeededFuture(List.of());
    }
    var taken = files.stream().map(file -> shot(file, fields)).toList();
    return Future.all(taken)
        .map(done -> taken.stream().flatMap(one -> one.result().stream()).toList());
  }

  private Future<Optional<Shot>> shot(Upload file, Fields fields) {
    if (!file.isWhole()) {
      fields.problem(PHOTO, PictureOutcome.Why.HEAVY.key());
      return succeededFuture(Optional.empty());
    }
    return pictures
        .take(file.content())
        .compose(outcome -> outcome.fold(
            taken -> pictures
                .small(taken.jpeg())
                .map(small -> Optional.of(new Shot(taken.jpeg(), small))),
            refused -> {
              fields.problem(PHOTO, refused.why().key());
              return succeededFuture(Optional.<Shot>empty());
            }));
  }
}
