package coop.maillon.journey;

import coop.maillon.support.TestApp;
import coop.maillon.support.Visitor;
import coop.maillon.web.RouteTable;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** The pages that somebody comes to: every route, every kind of link, every form left empty; those that show nothing new left out. */
final class Tour {

  /** Links to the same route with the same names in the query: one after the other shows what differs between them. */
  private static final int LINKS_OF_A_KIND = 3;

  /** A page, as the answer to a link or to a form in which nothing was filled in. */
  record Stop(String address, boolean emptyForm) {}

  private final List<RouteTable.Entry> routes;
  private final Visitor visitor;
  private final Set<String> seen;
  private final Map<String, Integer> ofAKind = new HashMap<>();
  private final Set<Stop> known = new HashSet<>();
  private final Deque<Stop> ahead = new ArrayDeque<>();

  /**
   * @param seen what earlier tours came to; what this one comes to is added
   */
  Tour(TestApp app, Visitor visitor, Set<String> seen) {
    this.routes = app.app().routes().entries();
    this.visitor = visitor;
    this.seen = seen;
  }

  /** The pages that show something new, beginning with these. */
  List<Stop> of(String... addresses) {
    Stream.of(addresses).forEach(this::comeTo);
    routes.stream()
        .filter(route -> route.method().equals("GET"))
        .map(RouteTable.Entry::path)
        .filter(path -> !path.contains(":") && !path.startsWith("/api/v1"))
        .forEach(this::comeTo);
    List<Stop> worthIt = new ArrayList<>();
    while (!ahead.isEmpty()) {
      Stop stop = ahead.poll();
      if (isWorthIt(stop)) {
        worthIt.add(stop);
      }
    }
    return worthIt;
  }

  private boolean isWorthIt(Stop stop) {
    HttpResponse<String> answer =
        stop.emptyForm() ? visitor.post(stop.address()) : visitor.get(stop.address());
    boolean html = answer.headers().firstValue("content-type").orElse("").startsWith("text/html");
    if (!html || answer.statusCode() / 100 == 3) {
      return false;
    }
    var page = Jsoup.parse(answer.body());
    lookAround(page);
    boolean newRoute = seen.add(answer.statusCode() + " " + route(stop.address()));
    // A fragment comes into a page that is looked at.
    boolean whole = answer.body().startsWith("<!doctype");
    // What is not there, or not theirs, is the same page under every address.
    boolean isPageOfItsOwn = answer.statusCode() != 403 && answer.statusCode() != 404;
    return whole && (seen.addAll(Look.of(page).kinds()) || newRoute && isPageOfItsOwn);
  }

  private void lookAround(Document page) {
    page.select("a[href^=/]").eachAttr("href").forEach(this::comeTo);
    page.select("form[method=post]:has([required])").eachAttr("action").forEach(action -> {
      comeTo(new Stop(action, true));
    });
  }

  private void comeTo(String link) {
    comeTo(new Stop(link.split("#")[0], false));
  }

  private void comeTo(Stop stop) {
    if (known.add(stop) && ofAKind.merge(kind(stop), 1, Integer::sum) <= LINKS_OF_A_KIND) {
      ahead.add(stop);
    }
  }

  private String kind(Stop stop) {
    String[] parts = stop.address().split("\\?", 2);
    String names = parts.length == 1
        ? ""
        : Stream.of(parts[1].split("&"))
            .map(pair -> pair.split("=")[0])
            .distinct()
            .sorted()
            .collect(Collectors.joining("&"));
    return route(stop.address()) + "?" + names + stop.emptyForm();
  }

  private String route(String address) {
    String path = address.split("\\?")[0];
    return routes.stream()
        .map(RouteTable.Entry::path)
        .filter(route -> path.matches(route.replaceAll(":\\w+", "[^/]+")))
        .min((one, other) -> Boolean.compare(one.contains(":"), other.contains(":")))
        .orElse("nowhere");
  }
}
