package coop.maillon.board.page;

import coop.maillon.board.PostDraft;
import coop.maillon.board.PostKind;
import coop.maillon.board.Shape;
import coop.maillon.board.api.OwnBooking;
import coop.maillon.booking.act.BookingReads.Read;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Kind;
import coop.maillon.resource.Resource;
import coop.maillon.resource.Site;
import coop.maillon.resource.SiteId;
import coop.maillon.resource.rules.Choice;
import coop.maillon.resource.rules.Typed;
import coop.maillon.web.Ask;
import coop.maillon.web.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What board/write shows: the form of a post, new or to be changed. */
record WritePage(
    String title,
    String action,
    String back,
    String backLabel,
    String key,
    boolean fresh,
    boolean published,
    Texts texts,
    List<Choice> kinds,
    List<Choice> modes,
    List<Choice> manners,
    List<Choice> sites,
    List<Choice> resources,
    Map<String, String> problems,
    Optional<String> earlier) {

  private static final int HOUR = 60;

  public boolean anyProblem() {
    return !problems.isEmpty();
  }

  /** What stands in the fields. */
  record Texts(
      String title,
      String body,
      String skills,
      String hours,
      String minutes,
      String places,
      String neededBy,
      String expiresAt,
      String booking) {}

  /**
   * Where the form is sent and what stands in it.
   *
   * @param published whether others can see it already: then its kind and what is given for it stay
   * @param earlier what the same form was sent for before
   */
  record Frame(
      String action,
      String back,
      String key,
      boolean published,
      Typed typed,
      Map<String, String> problems,
      Optional<String> earlier) {}

  static WritePage of(Ask ask, Catalogue catalogue, Frame frame) {
    Typed typed = frame.typed();
    Words words = ask.words();
    boolean fresh = frame.back().equals("/board");
    return new WritePage(
        words.say(fresh ? "board.write.title" : "board.write.change"),
        frame.action(),
        frame.back(),
        words.say(fresh ? "board.title" : "board.write.what"),
        frame.key(),
        fresh,
        frame.published(),
        texts(typed),
        choices(typed, words, "kind", "request", "offer", "question"),
        choices(typed, words, "mode", "hours", "free", "service"),
        choices(typed, words, "manner", "together", "each"),
        sites(typed, words, catalogue),
        resources(typed, words, ask, catalogue),
        frame.problems(),
        frame.earlier());
  }

  private static Texts texts(Typed typed) {
    return new Texts(
        typed.text("title"),
        typed.text("body"),
        typed.text("skills"),
        typed.text("hours"),
        typed.text("minutes"),
        typed.text("places"),
        typed.text("neededBy"),
        typed.text("expiresAt"),
        typed.text("booking"));
  }

  private static List<Choice> choices(Typed typed, Words words, String name, String... values) {
    return Stream.of(values)
        .map(value ->
            new Choice(value, words.say("board." + name + "." + value), typed.has(name, value)))
        .toList();
  }

  private static List<Choice> sites(Typed typed, Words words, Catalogue catalogue) {
    return Stream.concat(
            Stream.of(new Choice("", words.say("board.write.remote"), false)),
            catalogue.sites().stream().map(site -> choice(site, typed)))
        .toList();
  }

  private static Choice choice(Site site, Typed typed) {
    return new Choice(site.slug(), site.name(), typed.has("site", site.slug()));
  }

  private static List<Choice> resources(Typed typed, Words words, Ask ask, Catalogue catalogue) {
    Stream<Resource> all = catalogue.resources().stream()
        .filter(one -> !one.isRetired() && ask.who().maySee(one.site().id().value()));
    return Stream.concat(
            Stream.of(new Choice("", words.say("board.write.resource.none"), false)),
            all.map(one -> new Choice(one.slug(), one.name(), typed.has("resource", one.slug()))))
        .toList();
  }

  /**
   * What stands in a new form: what the address says, and what most choose.
   *
   * @param booking one of theirs, whose free seats they may want to offer
   */
  static Map<String, List<String>> first(Ask ask, Catalogue catalogue, Optional<Read> booking) {
    var typed = new HashMap<String, List<String>>();
    String kind =
        ask.query("kind").flatMap(PostKind::of).orElse(PostKind.REQUEST).word();
    typed.put("kind", List.of(kind));
    typed.put("mode", List.of("hours"));
    typed.put("manner", List.of("together"));
    typed.put("places", List.of("1"));
    typed.put("hours", List.of("1"));
    typed.put("minutes", List.of("0"));
    typed.put(
        "site",
        ask.who().homeSite().flatMap(id -> catalogue.site(new SiteId(id))).map(Site::slug).stream()
            .toList());
    for (String name : List.of("resource", "booking", "title")) {
      typed.put(name, ask.query(name).stream().toList());
    }
    ask.query("resource")
        .flatMap(catalogue::resource)
        .ifPresent(about -> typed.put("site", List.of(about.site().slug())));
    booking
        .filter(read -> kind.equals(PostKind.OFFER.word()) && OwnBooking.free(read, ask.now()) > 0)
        .ifPresent(read -> typed.putAll(seats(ask, read)));
    return typed;
  }

  /** An offer of seats costs nothing but what the trip really costs. */
  private static Map<String, List<String>> seats(Ask ask, Read read) {
    Words words = ask.words();
    var booking = read.booking();
    Resource what = read.catalogue().known(booking.first().resource());
    var start = booking.slot().start().atZone(what.site().zone());
    var end = booking.slot().end().atZone(what.site().zone());
    String sort = what.kind() == Kind.VEHICLE ? "ride" : "room";
    Object[] values = {
      "what", what.name(),
      "day", words.day(start.toLocalDate()),
      "start", words.time(start.toLocalTime()),
      "end", words.time(end.toLocalTime())
    };
    return Map.of(
        "title", List.of(words.say("board.seats." + sort + ".title", values)),
        "body", List.of(words.say("board.seats." + sort + ".body", values)),
        "mode", List.of("free"),
        "manner", List.of("each"),
        "places", List.of(String.valueOf(OwnBooking.free(read, ask.now()))),
        "site", List.of(what.site().slug()));
  }

  /** What a post says, as the form has it. */
  static Map<String, List<String>> typed(PostDraft draft, Catalogue catalogue, Moments moments) {
    var typed = new HashMap<String, List<String>>();
    typed.put("kind", List.of(draft.kind().word()));
    typed.put("mode", List.of(draft.mode().word()));
    typed.put("title", List.of(draft.title()));
    typed.put("body", List.of(draft.body()));
    typed.put("skills", List.of(String.join(", ", draft.skills())));
    put(typed, "site", draft.site().flatMap(catalogue::site).map(Site::slug));
    put(typed, "neededBy", draft.dates().neededBy().map(moments::lastDate));
    put(typed, "expiresAt", draft.dates().until().map(moments::lastDate));
    put(
        typed,
        "resource",
        draft.ties().resource().flatMap(catalogue::resource).map(Resource::slug));
    put(typed, "booking", draft.ties().booking());
    putShape(typed, draft.shape());
    return typed;
  }

  private static void putShape(Map<String, List<String>> typed, Shape shape) {
    typed.put("places", List.of(String.valueOf(shape.places())));
    typed.put("manner", List.of(shape.manner().name().toLowerCase(Locale.ROOT)));
    shape.estimateMinutes().ifPresent(minutes -> {
      typed.put("hours", List.of(String.valueOf(minutes / HOUR)));
      typed.put("minutes", List.of(String.valueOf(minutes % HOUR)));
    });
  }

  private static void put(Map<String, List<String>> typed, String name, Optional<?> value) {
    typed.put(name, value.map(Object::toString).stream().toList());
  }
}
