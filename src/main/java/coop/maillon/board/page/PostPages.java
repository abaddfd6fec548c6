package coop.maillon.board.page;

import coop.maillon.board.Conversation;
import coop.maillon.board.Engagement;
import coop.maillon.board.EngagementStatus;
import coop.maillon.board.Mode;
import coop.maillon.board.Place;
import coop.maillon.board.Post;
import coop.maillon.board.PostKind;
import coop.maillon.board.PostStatus;
import coop.maillon.board.PostStatus.Act;
import coop.maillon.board.Sight;
import coop.maillon.board.moderation.Ruled;
import coop.maillon.db.Repeat;
import coop.maillon.ledger.Standing;
import coop.maillon.member.MemberId;
import coop.maillon.web.Who;
import coop.maillon.web.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts a post and its conversation into words for one reader. */
record PostPages(Conversation conversation, Who who, Optional<Standing> standing, Moments moments) {

  /** What was typed and could not be taken, or why something was not done. */
  record Said(Optional<PostPage.Note> note, String answer, String problem) {
    static final Said NOTHING = new Said(Optional.empty(), "", "");
  }

  PostPage page(Said said, List<Ruled> rulings, long told) {
    var lines = new AnswerLines(conversation, new Sight(who), moments).all();
    return new PostPage(
        post().draft().title(),
        post().id().toString(),
        head(),
        said.note(),
        new RulingWords(conversation, moments).all(rulings),
        heading(lines),
        lines,
        form(said),
        deals(),
        decisions(),
        how(),
        told);
  }

  private String how() {
    return post().isOpenAt(moments.now())
        ? words().say("board.how." + post().draft().kind().word())
        : "";
  }

  private Post post() {
    return conversation.post();
  }

  private MemberId reader() {
    return new MemberId(who.id());
  }

  private Words words() {
    return moments.words();
  }

  private PostStatus status() {
    return post().statusAt(moments.now());
  }

  PostPage.Head head() {
    var said = new PostWords(words(), post());
    return new PostPage.Head(
        post().id().toString(),
        said.icon(),
        said.kind(),
        said.state(conversation.free(), moments),
        until(),
        post().draft().title(),
        post().author().name(),
        post().author().initials(),
        post().isBy(reader()),
        meta(),
        Paragraphs.of(post().draft().body()),
        Chip.of(post().draft(), Set.of()),
        facts(said),
        ways());
  }

  private String until() {
    return switch (status()) {
      case PUBLISHED ->
        words().say("board.until", "day", moments.lastDay(post().times().expires()));
      case DRAFT ->
        words().say("board.until.draft", "day", moments.lastDay(post().times().expires()));
      default -> post().times().ended().map(moments::when).orElse("");
    };
  }

  private String meta() {
    return Stream.of(
            post().place().map(Place::name),
            post()
                .times()
                .published()
                .map(at -> words().say("board.published", "when", moments.when(at))))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" · "));
  }

  private List<PostPage.Fact> facts(PostWords said) {
    List<PostPage.Fact> facts = new ArrayList<>();
    var draft = post().draft();
    if (draft.kind() != PostKind.QUESTION) {
      String terms = said.terms(conversation.free());
      facts.add(fact("cost", terms.isEmpty() ? said.cost() : said.cost() + ", " + terms));
    }
    if (draft.kind() == PostKind.OFFER
        && draft.mode() == Mode.HOURS
        && draft.shape().places() > 1) {
      var manner = draft.shape().manner().name().toLowerCase(Locale.ROOT);
      facts.add(fact("manner", words().say("board.manner." + manner + ".fact")));
    }
    draft.dates().neededBy().ifPresent(by -> facts.add(fact("needed", moments.lastDay(by))));
    post().appointment().ifPresent(booking -> facts.add(fact("appointment", when(booking))));
    post()
        .about()
        .ifPresent(about -> facts.add(new PostPage.Fact(
            words().say("board.fact.about"), about.name(), "/resources/" + about.slug())));
    return facts;
  }

  private String when(Post.Appointment booking) {
    var start = booking.slot().start().atZone(booking.zone());
    var end = booking.slot().end().atZone(booking.zone());
    return words()
        .say(
            booking.stands() ? "board.fact.appointment.text" : "board.fact.appointment.off",
            "what",
            booking.what(),
            "day",
            words().day(start.toLocalDate()),
            "start",
            words().time(start.toLocalTime()),
            "end",
            words().time(end.toLocalTime()));
  }

  private PostPage.Fact fact(String name, String text) {
    return new PostPage.Fact(words().say("board.fact." + name), text, "");
  }

  private PostPage.Ways ways() {
    boolean mine = post().isBy(reader());
    return new PostPage.Ways(
        mine && can(Act.CHANGE),
        mine && can(Act.PUBLISH),
        mine && can(Act.RENEW),
        mine && can(Act.RESOLVE),
        mine && can(Act.WITHDRAW));
  }

  private boolean can(Act act) {
    return PostStatus.LIFE.possible(status()).contains(act);
  }

  private String heading(List<AnswerLine> lines) {
    long count = lines.stream().filter(line -> !line.past()).count();
    return words().say("board.answers.heading", "count", count);
  }

  private Optional<PostPage.AnswerForm> form(Said said) {
    boolean isQuestion = post().draft().kind() == PostKind.QUESTION;
    boolean has = conversation.living(reader()).findAny().isPresent();
    if (!post().isOpenAt(moments.now()) || post().isBy(reader()) || has && !isQuestion) {
      return Optional.empty();
    }
    String kind = post().draft().kind().word();
    boolean isFull = conversation.isFull();
    return Optional.of(new PostPage.AnswerForm(
        words().say("board.form." + kind),
        isFull ? words().say("board.form.full") : words().say("board.form." + kind + ".hint"),
        words().say("board.form." + kind + ".send"),
        said.answer(),
        said.problem(),
        Repeat.freshKey()));
  }

  List<Deal> deals() {
    var pages = new DealPages(conversation, reader(), standing, moments);
    return conversation.engagements().stream()
        .filter(one -> one.sideOf(reader()).isPresent())
        .sorted(Comparator.comparing((Engagement one) -> !one.isOpen())
            .thenComparing(one -> -one.id().value()))
        .map(pages::of)
        .toList();
  }

  /** What a coordinator who is no party is to decide. */
  List<Decision> decisions() {
    var sight = new Sight(who);
    return conversation.engagements().stream()
        .filter(one -> one.status() == EngagementStatus.DISPUTED)
        .filter(one -> sight.decides(post(), one))
        .map(one -> Decision.of(one, moments))
        .toList();
  }
}
