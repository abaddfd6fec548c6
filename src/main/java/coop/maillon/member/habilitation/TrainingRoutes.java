package coop.maillon.member.habilitation;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.member.Ids;
import coop.maillon.member.MemberId;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** The page of one training: who comes, who was there. */
public final class TrainingRoutes {

  private static final String HOME = "/manage/trainings/:id";

  private final Habilitations habilitations;
  private final Supplier<Future<HabilitationRoutes.Known>> known;

  public TrainingRoutes(
      Habilitations habilitations, Supplier<Future<HabilitationRoutes.Known>> known) {
    this.habilitations = habilitations;
    this.known = known;
  }

  public void mount(RouteTable routes) {
    routes.get(
        HOME,
        Access.COORDINATOR,
        ask -> found(
            ask,
            one -> succeededFuture(
                Answer.page("rules/training", TrainingPage.of(one, ask.words(), "", Map.of())))));
    routes.post(HOME + "/members", Access.COORDINATOR, ask -> found(ask, one -> enrol(ask, one)));
    routes.post(
        HOME + "/completion", Access.COORDINATOR, ask -> found(ask, one -> complete(ask, one)));
  }

  private Future<Answer> enrol(Ask ask, Training training) {
    String email = ask.form("email").orElse("").strip();
    return habilitations
        .enrol(training, email)
        .map(done -> done
            ? HabilitationRoutes.saved(ask, here(training), training.title())
            : Answer.refused(
                "rules/training",
                TrainingPage.of(
                    training,
                    ask.words(),
                    email,
                    Map.of("email", ask.words().say("rules.member.unknown")))));
  }

  private Future<Answer> complete(Ask ask, Training training) {
    var present = ask.formAll("present").stream()
        .flatMap(id -> Ids.read(id).stream())
        .map(MemberId::new)
        .toList();
    return known
        .get()
        .compose(catalogue -> catalogue.all().stream()
            .filter(one -> one.id().value() == training.habilitation())
            .findFirst()
            .map(one -> habilitations
                .complete(ask.who(), training, one, present)
                .map(done -> HabilitationRoutes.saved(ask, here(training), training.title())))
            .orElseGet(() -> succeededFuture(Answer.notFound())));
  }

  private Future<Answer> found(Ask ask, Function<Training, Future<Answer>> act) {
    return Ids.read(ask.path("id"))
        .map(id -> habilitations
            .training(id)
            .compose(found -> found
                .filter(one -> ask.who().mayCoordinate(one.site()))
                .map(act)
                .orElseGet(() -> succeededFuture(Answer.notFound()))))
        .orElseGet(() -> succeededFuture(Answer.notFound()));
  }

  private static String here(Training training) {
    return "/manage/trainings/" + training.id();
  }
}
