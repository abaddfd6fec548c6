package coop.maillon.booking.trial;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.booking.BookingRequest;
import coop.maillon.booking.Details;
import coop.maillon.booking.Finding;
import coop.maillon.booking.Wish;
import coop.maillon.booking.api.BookingAsks;
import coop.maillon.booking.api.BookingJson;
import coop.maillon.member.MemberId;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Catalogues;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.Fields;
import coop.maillon.web.RouteTable;
import coop.maillon.web.Who;
import coop.maillon.web.Words;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What would come of a booking, for programs of coordinators. */
public final class TrialApi {

  private final Trials trials;
  private final Catalogues catalogues;
  private final Function<String, Future<Optional<Who>>> person;

  public TrialApi(
      Trials trials, Catalogues catalogues, Function<String, Future<Optional<Who>>> person) {
    this.trials = trials;
    this.catalogues = catalogues;
    this.person = person;
  }

  public void mount(RouteTable routes) {
    routes.get("/api/v1/rule-test", Access.COORDINATOR, this::look);
  }

  private Future<Answer> look(Ask ask) {
    var fields = Fields.ofQuery(ask).required("member", "resource");
    var slot = BookingAsks.slot(fields);
    return fields.complete()
        ? catalogues.fresh().compose(catalogue -> look(ask, fields, slot.orElseThrow(), catalogue))
        : succeededFuture(fields.refusal());
  }

  private Future<Answer> look(Ask ask, Fields fields, TimeSlot slot, Catalogue catalogue) {
    var slugs = Stream.concat(
            fields.text("resource").optional().stream(), fields.list("also").stream())
        .distinct()
        .toList();
    var wanted = slugs.stream()
        .flatMap(slug -> catalogue.resource(slug).stream())
        .filter(resource -> !resource.isRetired())
        .toList();
    if (wanted.size() < slugs.size()) {
      return succeededFuture(Answer.notFound());
    }
    return TrialRoutes.isTheirs(ask.who(), wanted)
        ? person
            .apply(fields.text("member").required())
            .compose(found -> found
                .map(member -> judged(ask, request(ask, member, wanted, slot)))
                .orElseGet(() -> succeededFuture(
                    fields.problem("member", "booking.no-such-member").refusal())))
        : succeededFuture(Answer.forbidden());
  }

  private static BookingRequest request(Ask ask, Who member, List<Resource> wanted, TimeSlot slot) {
    var wishes = wanted.stream().map(Wish::any).toList();
    boolean isByMe = ask.query("by").filter("me"::equals).isPresent();
    return BookingRequest.of(isByMe ? ask.who() : member, wishes.get(0), slot, Details.NONE)
        .wishing(wishes.subList(0, 1), wishes.subList(1, wishes.size()))
        .on(new MemberId(member.id()), member.name());
  }

  private Future<Answer> judged(Ask ask, BookingRequest request) {
    return trials
        .of(request)
        .map(found ->
            found.map(trial -> Answer.json(200, json(ask, trial))).orElseGet(Answer::notFound));
  }

  private static JsonObject json(Ask ask, Trial trial) {
    var findings = new JsonArray();
    trial.findings().forEach(finding -> findings.add(json(finding, ask.words())));
    var full = new JsonArray();
    trial.full().forEach(id -> full.add(trial.catalogue().known(id).slug()));
    return new JsonObject()
        .put("answer", trial.answer().word())
        .put("approval", trial.claim().needsApproval())
        .put("findings", findings)
        .put("full", full)
        .put(
            "alternatives",
            new BookingJson(trial.catalogue(), ask.now()).alternatives(trial.ways()));
  }

  private static JsonObject json(Finding finding, Words words) {
    return new JsonObject()
        .put("rule", finding.rule())
        .put("verdict", finding.verdict().name().toLowerCase(Locale.ROOT))
        .put(
            "message",
            finding.verdict() == Finding.Verdict.KEPT
                ? TrialWords.kept(words, finding)
                : finding.violation().sentence(words));
  }
}
