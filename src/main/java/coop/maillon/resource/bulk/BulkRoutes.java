package coop.maillon.resource.bulk;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Catalogues;
import coop.maillon.resource.Resource;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.FieldProblem;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import java.util.stream.Collectors;

/** The page that changes rules of many resources: first it shows what that comes to. */
public final class BulkRoutes {

  private static final String HOME = "/manage/bulk";
  private static final String TEMPLATE = "manage/bulk";

  private final BulkEdits edits;
  private final Catalogues catalogues;

  public BulkRoutes(BulkEdits edits, Catalogues catalogues) {
    this.edits = edits;
    this.catalogues = catalogues;
  }

  public void mount(RouteTable routes) {
    routes.get(HOME, Access.COORDINATOR, this::form);
    routes.post(HOME, Access.COORDINATOR, this::send);
  }

  private Future<Answer> form(Ask ask) {
    return catalogues
        .fresh()
        .map(catalogue -> Answer.page(TEMPLATE, BulkPage.blank(ask, catalogue)));
  }

  private Future<Answer> send(Ask ask) {
    return catalogues.fresh().compose(catalogue -> {
      var read = BulkForm.sent(ask).read(ask, catalogue);
      return read.change()
          .map(change -> ask.form("act").filter("apply"::equals).isPresent()
              ? apply(ask, read, change)
              : look(ask, catalogue, read).map(page -> Answer.page(TEMPLATE, page)))
          .orElseGet(() -> succeededFuture(refused(ask, catalogue, read)));
    });
  }

  private static Answer refused(Ask ask, Catalogue catalogue, BulkForm.Read read) {
    var problems = read.problems().stream()
        .collect(
            Collectors.toMap(FieldProblem::field, FieldProblem::message, (first, second) -> first));
    return Answer.refused(TEMPLATE, BulkPage.sent(ask, catalogue).with(problems, ask, catalogue));
  }

  private Future<BulkPage> look(Ask ask, Catalogue catalogue, BulkForm.Read read) {
    var change = read.change().orElseThrow();
    return edits
        .look(read.resources(), change)
        .map(results ->
            BulkPage.sent(ask, catalogue).with(BulkPreview.of(ask, catalogue, change, results)));
  }

  /** What was shown is what is done; else it is shown anew. */
  private Future<Answer> apply(Ask ask, BulkForm.Read read, PolicyChange change) {
    var seen = BulkForm.seen(ask);
    boolean isAsShown = ask.form("mark").filter(change.mark()::equals).isPresent()
        && read.resources().stream()
            .map(Resource::id)
            .collect(Collectors.toSet())
            .equals(seen.keySet());
    return isAsShown
        ? edits.apply(ask.who(), seen, change).compose(outcome -> told(ask, outcome, seen.size()))
        : shownAnew(ask);
  }

  private Future<Answer> told(Ask ask, BulkEdits.Outcome outcome, int count) {
    return switch (outcome) {
      case DONE ->
        succeededFuture(Answer.seeOther("/manage/resources")
            .saying(ask.words().say("bulk.done", "count", count)));
      case FORBIDDEN -> succeededFuture(Answer.forbidden());
      case NOT_AS_SHOWN -> shownAnew(ask);
    };
  }

  private Future<Answer> shownAnew(Ask ask) {
    return catalogues
        .fresh()
        .compose(now -> look(ask, now, BulkForm.sent(ask).read(ask, now)))
        .map(page -> Answer.conflict(TEMPLATE, page.changed(ask)));
  }
}
