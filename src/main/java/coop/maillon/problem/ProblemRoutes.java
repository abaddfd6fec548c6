package coop.maillon.problem;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.picture.Pictures;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Catalogues;
import coop.maillon.resource.Resource;
import coop.maillon.resource.manage.Photo;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.FieldProblem;
import coop.maillon.web.Fields;
import coop.maillon.web.LocalPath;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.stream.Collectors;

/** Signalling a problem from any resource's page, and the queue in which coordinators close it by one click. */
public final class ProblemRoutes {

  private static final String QUEUE = "/manage/problems";

  private final Problems problems;
  private final Catalogues catalogues;
  private final Pictures pictures;

  public ProblemRoutes(Problems problems, Catalogues catalogues, Pictures pictures) {
    this.problems = problems;
    this.catalogues = catalogues;
    this.pictures = pictures;
  }

  public void mount(RouteTable routes) {
    routes.get("/problems/new", Access.SIGNED_IN, this::form);
    routes.upload("/problems", Access.SIGNED_IN, Pictures.LARGEST + 64 * 1024, this::signal);
    routes.get(QUEUE, Access.COORDINATOR, this::queue);
    routes.post(QUEUE + "/:id/closing", Access.COORDINATOR, this::close);
    routes.get(QUEUE + "/:id/photo", Access.COORDINATOR, this::photo);
  }

  private Future<Answer> form(Ask ask) {
    if (ask.query("resource").isEmpty()) {
      return succeededFuture(Answer.seeOther("/resources"));
    }
    return catalogues
        .fresh()
        .map(catalogue -> resource(ask, ask.query("resource"), catalogue)
            .map(found ->
                Answer.page("problem/new", ProblemPage.of(ask, found, "", java.util.Map.of())))
            .orElseGet(Answer::notFound));
  }

  private Future<Answer> signal(Ask ask) {
    return catalogues
        .fresh()
        .compose(catalogue -> resource(ask, ask.form("resource"), catalogue)
            .map(found -> signal(ask, found))
            .orElseGet(() -> succeededFuture(Answer.notFound())));
  }

  private Future<Answer> signal(Ask ask, Resource resource) {
    var fields = Fields.of(ask);
    return photo(ask, fields).compose(photo -> signal(ask, resource, fields, photo));
  }

  /** What was sent as a picture, made anew; what is none is a problem of the field. */
  private Future<Optional<Photo>> photo(Ask ask, Fields fields) {
    return ask.upload("photo")
        .map(file -> pictures
            .take(file.content())
            .map(outcome -> outcome.fold(
                taken -> Optional.of(new Photo("image/jpeg", taken.jpeg())), refused -> {
                  fields.problem("photo", refused.why().key());
                  return Optional.<Photo>empty();
                })))
        .orElseGet(() -> succeededFuture(Optional.empty()));
  }

  private Future<Answer> signal(Ask ask, Resource resource, Fields fields, Optional<Photo> photo) {
    String text = fields.text("text").max(1000).required();
    if (!fields.complete()) {
      var said = fields.problems().stream()
          .collect(Collectors.toMap(FieldProblem::field, FieldProblem::message, (one, two) -> one));
      return succeededFuture(
          Answer.refused("problem/new", ProblemPage.of(ask, resource, text, said)));
    }
    return problems
        .signal(ask.who(), resource, text, photo)
        .map(done -> Answer.seeOther(
                ask.form("next").flatMap(LocalPath::of).orElse("/resources/" + resource.slug()))
            .saying(ask.words().say("problem.sent")));
  }

  private Future<Answer> queue(Ask ask) {
    return catalogues
        .fresh()
        .compose(catalogue -> problems
            .of(ask.who(), catalogue)
            .map(all -> Answer.page("problem/queue", ProblemsPage.of(ask, all, catalogue))));
  }

  private Future<Answer> close(Ask ask) {
    var fields = Fields.of(ask);
    String outcome = fields.text("outcome").max(500).optional().orElse("");
    if (!fields.complete()) {
      var why = fields.problems().get(0).message();
      return succeededFuture(Answer.seeOther(QUEUE).saying(why));
    }
    return numbered(ask)
        .map(id -> catalogues
            .fresh()
            .compose(catalogue -> problems.close(ask.who(), id, outcome, catalogue))
            .map(closed -> closed
                ? Answer.seeOther(QUEUE).saying(ask.words().say("problem.closed"))
                : Answer.notFound()))
        .orElseGet(() -> succeededFuture(Answer.notFound()));
  }

  private Future<Answer> photo(Ask ask) {
    return numbered(ask)
        .map(id -> catalogues
            .fresh()
            .compose(catalogue -> problems.photo(ask.who(), id, catalogue))
            .map(ProblemRoutes::shown))
        .orElseGet(() -> succeededFuture(Answer.notFound()));
  }

  private static Answer shown(Optional<Photo> photo) {
    return photo
        .map(picture -> Answer.download(picture.type(), "", picture.bytes())
            .with("X-Content-Type-Options", "nosniff")
            .with("Content-Security-Policy", "default-src 'none'; sandbox")
            .with("Cache-Control", "private, max-age=300"))
        .orElseGet(Answer::notFound);
  }

  private static Optional<Long> numbered(Ask ask) {
    return Optional.of(ask.path("id")).filter(id -> id.matches("[0-9]{1,18}")).map(Long::valueOf);
  }

  private static Optional<Resource> resource(Ask ask, Optional<String> slug, Catalogue catalogue) {
    return slug.flatMap(catalogue::resource)
        .filter(found -> ask.who().maySee(found.site().id().value()));
  }
}
