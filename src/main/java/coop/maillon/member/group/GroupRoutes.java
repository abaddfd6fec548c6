package coop.maillon.member.group;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.member.Group;
import coop.maillon.member.Ids;
import coop.maillon.member.MemberId;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.Fields;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** The pages of groups and teams. */
public final class GroupRoutes {

  private static final String HOME = "/manage/groups";

  private final Groups groups;
  private final Supplier<Future<List<Group>>> all;

  /** @param all every group, by name: the catalogue's */
  public GroupRoutes(Groups groups, Supplier<Future<List<Group>>> all) {
    this.groups = groups;
    this.all = all;
  }

  public void mount(RouteTable routes) {
    routes.get(HOME, Access.COORDINATOR, ask -> list(ask, Map.of()));
    routes.post(HOME, Access.COORDINATOR, this::create);
    routes.get(HOME + "/:id", Access.COORDINATOR, ask -> found(ask, group -> show(ask, group)));
    routes.post(HOME + "/:id", Access.COORDINATOR, ask -> found(ask, group -> rename(ask, group)));
    routes.post(
        HOME + "/:id/members", Access.COORDINATOR, ask -> found(ask, group -> add(ask, group)));
    routes.post(
        HOME + "/:id/departure",
        Access.COORDINATOR,
        ask -> found(ask, group -> remove(ask, group)));
  }

  private Future<Answer> list(Ask ask, Map<String, String> problems) {
    return all.get().map(known -> {
      var page = GroupsPage.of(known, ask.words(), ask.form("name").orElse(""), problems);
      return problems.isEmpty()
          ? Answer.page("rules/groups", page)
          : Answer.refused("rules/groups", page);
    });
  }

  private Future<Answer> create(Ask ask) {
    var fields = Fields.of(ask);
    String name = fields.text("name").max(80).required();
    var sort = fields.text("sort").optional().flatMap(Group.Sort::of).orElse(Group.Sort.GROUP);
    return fields.complete()
        ? groups
            .create(ask.who(), name, sort)
            .compose(made -> made.map(id -> succeededFuture(saved(ask, HOME + "/" + id, name)))
                .orElseGet(() -> list(ask, Map.of("name", ask.words().say("rules.name.taken")))))
        : list(ask, Map.of("name", fields.problems().get(0).message()));
  }

  private Future<Answer> show(Ask ask, Belonging group) {
    return succeededFuture(
        Answer.page("rules/group", GroupPage.of(group, ask.words(), "", Map.of())));
  }

  private Future<Answer> rename(Ask ask, Belonging found) {
    var fields = Fields.of(ask);
    String name = fields.text("name").max(80).required();
    return fields.complete()
        ? groups
            .rename(ask.who(), found.group(), name)
            .map(done -> saved(ask, HOME + "/" + found.group().id(), name))
        : refused(ask, found, Map.of("name", fields.problems().get(0).message()));
  }

  private Future<Answer> add(Ask ask, Belonging found) {
    String email = ask.form("email").orElse("").strip();
    return groups
        .add(ask.who(), found.group(), email)
        .compose(added -> added.isPresent()
            ? succeededFuture(
                saved(ask, HOME + "/" + found.group().id(), found.group().name()))
            : refused(ask, found, Map.of("email", ask.words().say("rules.member.unknown"))));
  }

  private Future<Answer> remove(Ask ask, Belonging found) {
    return Ids.read(ask.form("member").orElse(""))
        .map(id -> groups
            .remove(ask.who(), found.group(), new MemberId(id))
            .map(done ->
                saved(ask, HOME + "/" + found.group().id(), found.group().name())))
        .orElseGet(() -> refused(ask, found, Map.of()));
  }

  private static Future<Answer> refused(Ask ask, Belonging found, Map<String, String> problems) {
    var page = GroupPage.of(found, ask.words(), ask.form("email").orElse(""), problems);
    return succeededFuture(Answer.refused("rules/group", page));
  }

  private Future<Answer> found(Ask ask, Function<Belonging, Future<Answer>> act) {
    return Ids.read(ask.path("id"))
        .map(id -> groups
            .find(new Group.Id(id))
            .compose(found -> found.map(act).orElseGet(() -> succeededFuture(Answer.notFound()))))
        .orElseGet(() -> succeededFuture(Answer.notFound()));
  }

  private static Answer saved(Ask ask, String where, String name) {
    return Answer.seeOther(where).saying(ask.words().say("manage.resource.saved", "name", name));
  }
}
