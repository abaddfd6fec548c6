package coop.maillon.dev;

import static io.vertx.core.Future.succeededFuture;

import coop.maillon.notification.Mails;
import coop.maillon.notification.Mails.Posted;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.RouteTable;
import coop.maillon.web.Views;
import io.vertx.core.Future;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The pages for developers. Mounted in demo only, where the server hears loopback alone. */
public final class DevRoutes {

  private static final List<DevPage.Theme> THEMES =
      List.of(new DevPage.Theme("light", "Light"), new DevPage.Theme("dark", "Dark"));

  private final Mails mails;
  private final Views views;
  private final RouteTable routes;

  public DevRoutes(Mails mails, Views views, RouteTable routes) {
    this.mails = mails;
    this.views = views;
    this.routes = routes;
  }

  public void mount() {
    routes
        .get("/dev", Access.ANYONE, this::home)
        .get("/dev/mail", Access.ANYONE, this::mails)
        .get("/dev/mail/:id", Access.ANYONE, this::mail)
        .get("/dev/gallery", Access.ANYONE, this::gallery);
  }

  private Future<Answer> home(Ask ask) {
    List<RouteTable.Entry> sorted = routes.entries().stream()
        .sorted(
            Comparator.comparing(RouteTable.Entry::path).thenComparing(RouteTable.Entry::method))
        .toList();
    return page("dev/home", new DevPage.Home("Developers", sorted, sorted.size()));
  }

  private Future<Answer> mails(Ask ask) {
    return mails
        .latest()
        .map(posted -> posted.stream().map(DevMail::of).toList())
        .map(all -> Answer.page("dev/mails", new DevPage.Mails("Mail", all)));
  }

  private Future<Answer> mail(Ask ask) {
    Future<Optional<Posted>> found = ask.path("id").matches("\\d{1,18}")
        ? mails.find(Long.parseLong(ask.path("id")))
        : succeededFuture(Optional.empty());
    return found.map(mail ->
        mail.map(known -> Answer.page("dev/mail", DevMail.of(known))).orElseGet(Answer::notFound));
  }

  private Future<Answer> gallery(Ask ask) {
    List<String> names = views.names().stream().sorted().toList();
    return page("dev/gallery", new DevPage.Gallery("Gallery", THEMES, names));
  }

  private static Future<Answer> page(String template, Object model) {
    return succeededFuture(Answer.page(template, model));
  }
}
