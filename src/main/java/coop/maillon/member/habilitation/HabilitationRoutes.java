package coop.maillon.member.habilitation;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.member.Habilitation;
import coop.maillon.member.Ids;
import coop.maillon.member.MemberId;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.Fields;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;

/** The pages of habilitations, and one's own. */
public final class HabilitationRoutes {

  private static final String HOME = "/manage/habilitations";
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private final Habilitations habilitations;
  private final Supplier<Future<Known>> known;

  /** What the catalogue knows: all of them, and the sites where one can be trained. */
  public record Known(List<Habilitation> all, List<Site> sites) {

    /** A site. */
    public record Site(long id, String name) {}
  }

  public HabilitationRoutes(Habilitations habilitations, Supplier<Future<Known>> known) {
    this.habilitations = habilitations;
    this.known = known;
  }

  public void mount(RouteTable routes) {
    routes.get("/me/habilitations", Access.SIGNED_IN, this::mine);
    routes.get(HOME, Access.COORDINATOR, ask -> list(ask, Map.of()));
    routes.post(HOME, Access.COORDINATOR, this::create);
    routes.get(
        HOME + "/:id", Access.COORDINATOR, ask -> found(ask, one -> page(ask, one, Map.of())));
    routes.post(
        HOME + "/:id/members", Access.COORDINATOR, ask -> found(ask, one -> give(ask, one)));
    routes.post(
        HOME + "/:id/withdrawal", Access.COORDINATOR, ask -> found(ask, one -> withdraw(ask, one)));
    routes.post(
        HOME + "/:id/trainings", Access.COORDINATOR, ask -> found(ask, one -> plan(ask, one)));
  }

  private Future<Answer> mine(Ask ask) {
    return habilitations
        .of(new MemberId(ask.who().id()))
        .map(found -> Answer.page("rules/mine", MinePage.of(found, today(ask), ask.words())));
  }

  private Future<Answer> list(Ask ask, Map<String, String> problems) {
    return known.get().map(found -> {
      var page =
          HabilitationsPage.of(found.all(), ask.words(), ask.form("name").orElse(""), problems);
      return problems.isEmpty()
          ? Answer.page("rules/habilitations", page)
          : Answer.refused("rules/habilitations", page);
    });
  }

  private Future<Answer> create(Ask ask) {
    var fields = Fields.of(ask);
    String name = fields.text("name").max(80).required();
    var months = fields.whole("months", 1, 600);
    if (!fields.complete()) {
      var first = fields.problems().get(0);
      return list(ask, Map.of(first.field(), first.message()));
    }
    return habilitations
        .create(name, months.map(OptionalInt::of).orElse(OptionalInt.empty()))
        .compose(made -> made.map(id -> succeededFuture(saved(ask, HOME + "/" + id, name)))
            .orElseGet(() -> list(ask, Map.of("name", ask.words().say("rules.name.taken")))));
  }

  private Future<Answer> page(Ask ask, Habilitation one, Map<String, String> problems) {
    var holders = habilitations.holders(one.id());
    var trainings = habilitations.trainings(one.id());
    return Future.all(holders, trainings).compose(done -> known.get()).map(catalogue -> {
      var found = new HabilitationPage.Found(one, holders.result(), trainings.result());
      var sites = catalogue.sites().stream()
          .filter(site -> ask.who().mayCoordinate(site.id()))
          .map(site -> new HabilitationPage.Place(site.id(), site.name()))
          .toList();
      var form =
          new HabilitationPage.Form(ask.form("email").orElse(""), today(ask), sites, problems);
      var page = HabilitationPage.of(found, form, ask.words());
      return problems.isEmpty()
          ? Answer.page("rules/habilitation", page)
          : Answer.refused("rules/habilitation", page);
    });
  }

  private Future<Answer> give(Ask ask, Habilitation one) {
    var fields = Fields.of(ask);
    String email = fields.text("email").max(254).required();
    LocalDate since = fields.date("since").orElseGet(() -> today(ask));
    if (!fields.complete()) {
      var first = fields.problems().get(0);
      return page(ask, one, Map.of(first.field(), first.message()));
    }
    return habilitations
        .give(ask.who(), one, email, since)
        .compose(given -> given
            ? succeededFuture(saved(ask, HOME + "/" + one.id(), one.name()))
            : page(ask, one, Map.of("email", ask.words().say("rules.member.unknown"))));
  }

  private Future<Answer> withdraw(Ask ask, Habilitation one) {
    return Ids.read(ask.form("holding").orElse(""))
        .map(holding -> habilitations
            .withdraw(ask.who(), one, holding)
            .map(done -> saved(ask, HOME + "/" + one.id(), one.name())))
        .orElseGet(() -> page(ask, one, Map.of("holding", "")));
  }

  private Future<Answer> plan(Ask ask, Habilitation one) {
    var fields = Fields.of(ask).required("held-on", "site");
    String title = fields.text("title").max(80).required();
    var heldOn = fields.date("held-on");
    var site = Ids.read(ask.form("site").orElse("")).filter(ask.who()::mayCoordinate);
    if (!fields.complete() || site.isEmpty()) {
      var message = fields.problems().stream()
          .findFirst()
          .map(problem -> problem.message())
          .orElseGet(() -> ask.words().say("field.required"));
      return page(ask, one, Map.of("title", message));
    }
    var draft = new TrainingDraft(title, heldOn.orElseThrow(), site.get());
    return habilitations
        .plan(ask.who(), one, draft)
        .map(id -> saved(ask, "/manage/trainings/" + id, title));
  }

  private Future<Answer> found(Ask ask, Function<Habilitation, Future<Answer>> act) {
    return known
        .get()
        .compose(catalogue -> catalogue.all().stream()
            .filter(one -> one.id().toString().equals(ask.path("id")))
            .findFirst()
            .map(act)
            .orElseGet(() -> succeededFuture(Answer.notFound())));
  }

  private static LocalDate today(Ask ask) {
    return LocalDate.ofInstant(ask.now(), PARIS);
  }

  static Answer saved(Ask ask, String where, String name) {
    return Answer.seeOther(where).saying(ask.words().say("manage.resource.saved", "name", name));
  }
}
