package coop.maillon.resource.manage;

import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.rules.Typed;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.Words;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How each outcome reads to a person: the next page with a sentence, or the same form with what is in the way. */
final class ResourceTold implements ResourceOutcome.Cases<Answer> {

  private static final String TEMPLATE = "manage/resource";
  private static final int MOST_NAMED = 20;

  private final ResourcePage.Ground ground;
  private final ResourceForm form;
  private final String sentence;

  /** After a form was sent: what was typed stays. */
  ResourceTold(Ask ask, Catalogue catalogue, Optional<Resource> before) {
    this.ground = new ResourcePage.Ground(ask, catalogue, before, Typed.of(ask), Optional.empty());
    this.form = new ResourceForm(ask, catalogue, before);
    this.sentence = "manage.resource.saved";
  }

  /** After a button: the resource is shown as it is. */
  ResourceTold(Ask ask, ResourcePage.Ground ground, String sentence) {
    this.ground = ground;
    this.form = new ResourceForm(ask, ground.catalogue(), ground.before());
    this.sentence = sentence;
  }

  ResourceForm form() {
    return form;
  }

  /** The form again, with its problems. */
  Answer refused() {
    return Answer.refused(TEMPLATE, ResourcePage.of(ground, ResourceForm.problems(form.fields())));
  }

  Answer refused(String field, String key) {
    form.fields().problem(field, key);
    return refused();
  }

  @Override
  public Answer done(ResourceOutcome.Done done) {
    return Answer.seeOther(ResourceRoutes.HOME + "/" + done.resource().slug())
        .saying(words().say(sentence, "name", done.resource().name()));
  }

  @Override
  public Answer faulty(ResourceOutcome.Faulty faulty) {
    faulty.faults().forEach(fault -> form.fields().problem(fault.field(), fault.key()));
    return refused();
  }

  @Override
  public Answer inTheWay(ResourceOutcome.InTheWay inTheWay) {
    var said = new ResourcePage.Said(
        words().say("manage.resource.in-use", "count", inTheWay.obstacles().size()),
        words().say("manage.resource.in-use.text"),
        inTheWay.obstacles().stream().limit(MOST_NAMED).map(this::line).toList(),
        ground.before().map(resource -> "/manage/closures/new?resource=" + resource.slug()));
    return Answer.conflict(TEMPLATE, ResourcePage.of(ground.saying(said), Map.of()));
  }

  private ResourcePage.Line line(Obstacle obstacle) {
    ZoneId zone = ground.before().map(resource -> resource.site().zone()).orElse(ZoneId.of("UTC"));
    TimeSlot slot = obstacle.slot();
    String when = words().range(slot.start().atZone(zone), slot.end().atZone(zone));
    return new ResourcePage.Line("/bookings/" + obstacle.booking(), obstacle.memberName(), when);
  }

  @Override
  public Answer outdated(ResourceOutcome.Outdated outdated) {
    var said = new ResourcePage.Said(
        words().say("problem.changed"),
        words().say("manage.resource.changed"),
        List.of(),
        Optional.empty());
    return Answer.conflict(TEMPLATE, ResourcePage.of(ground.saying(said), Map.of()));
  }

  @Override
  public Answer missing(ResourceOutcome.Missing missing) {
    return Answer.notFound();
  }

  @Override
  public Answer forbidden(ResourceOutcome.Forbidden forbidden) {
    return Answer.forbidden();
  }

  private Words words() {
    return ground.ask().words();
  }
}
