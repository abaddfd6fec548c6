package coop.maillon.board.act;

import static coop.maillon.support.TestApp.done;
import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.board.act.Model.A;
import coop.maillon.board.act.Model.E;
import coop.maillon.board.act.Model.P;
import coop.maillon.ledger.TransferId;
import coop.maillon.member.MemberId;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Holds what the program has against what the model has. */
final class Check {

  private Check() {}

  /** Each account as the model has it, and all of them together nothing; what is promised is within the floor or was work done. */
  static void ledger(Hall hall, Model model, List<Long> members) {
    var rows = hall.askAll("""
        SELECT coalesce(a.member_id, 0), coalesce(sum(e.amount), 0),
               coalesce((SELECT sum(r.amount) FROM reservation r WHERE r.account_id = a.id), 0)
          FROM account a LEFT JOIN entry e ON e.account_id = a.id
         WHERE a.currency = 'minutes' GROUP BY a.id
        """);
    long sum = 0;
    for (String row : rows) {
      String[] parts = row.split(" ");
      long member = Long.parseLong(parts[0]);
      long balance = Long.parseLong(parts[1]);
      sum += balance;
      long expected = member == 0 ? model.pot : model.balances.getOrDefault(member, balance);
      assertThat(balance).as("balance of " + member).isEqualTo(expected);
      if (members.contains(member)) {
        assertThat(Long.parseLong(parts[2]))
            .as("promised by " + member)
            .isEqualTo(model.promised(member));
      }
    }
    assertThat(sum).as("sum of all entries").isZero();
  }

  /** A post with its answers and engagements; the model learns the ids of new engagements. */
  static void post(Hall hall, P post) {
    compare(
        post,
        hall.askAll("SELECT id, status FROM answer WHERE post_id = " + post.id + " ORDER BY id"),
        hall.askAll(
            "SELECT id, status FROM engagement WHERE post_id = " + post.id + " ORDER BY id"));
  }

  static void everything(Hall hall, Model model) {
    var answers = byPost(hall, "SELECT post_id, id, status FROM answer ORDER BY id");
    var engagements = byPost(hall, "SELECT post_id, id, status FROM engagement ORDER BY id");
    var open = byPost(hall, "SELECT id, status FROM post ORDER BY id");
    for (P post : model.posts) {
      assertThat(open.getOrDefault(post.id, List.of()).contains("published"))
          .as("post " + post.id)
          .isEqualTo(post.open);
      compare(
          post,
          answers.getOrDefault(post.id, List.of()),
          engagements.getOrDefault(post.id, List.of()));
    }
  }

  private static Map<Long, List<String>> byPost(Hall hall, String query) {
    return hall.askAll(query).stream()
        .map(row -> row.split(" ", 2))
        .collect(Collectors.groupingBy(
            parts -> Long.valueOf(parts[0]),
            Collectors.mapping(parts -> parts[1], Collectors.toList())));
  }

  private static void compare(P post, List<String> answers, List<String> engagements) {
    assertThat(answers)
        .as("answers of " + post.id)
        .containsExactlyElementsOf(post.answers.stream().map(Check::said).toList());
    for (int i = 0; i < Math.min(engagements.size(), post.engagements.size()); i++) {
      post.engagements.get(i).id = Long.parseLong(engagements.get(i).split(" ")[0]);
    }
    assertThat(engagements)
        .as("engagements of " + post.id)
        .containsExactlyElementsOf(post.engagements.stream().map(Check::said).toList());
  }

  private static String said(A answer) {
    return answer.id + " " + answer.status.word();
  }

  private static String said(E engagement) {
    return engagement.id + " " + engagement.status.word();
  }

  /** Takes a transfer back, once. */
  static void reverse(Hall hall, Model model, long transfer) {
    var amounts = amounts(hall, transfer);
    boolean was =
        hall.ask("SELECT count(*) FROM transfer WHERE reverses = " + transfer).equals("1");
    var reversed = done(hall.board()
        .accounts()
        .reverse(
            new TransferId(transfer),
            Optional.of(new MemberId(Hall.ADA)),
            "compté deux fois",
            (tx, id) -> Future.succeededFuture()));
    assertThat(reversed.isPresent()).isEqualTo(!was);
    if (!was) {
      amounts.forEach((member, amount) -> model.balances.merge(member, -amount, Long::sum));
    }
  }

  private static Map<Long, Long> amounts(Hall hall, long transfer) {
    var amounts = new HashMap<Long, Long>();
    hall.askAll("SELECT a.member_id, e.amount FROM entry e JOIN account a ON a.id = e.account_id"
            + " WHERE e.transfer_id = " + transfer)
        .forEach(
            row -> amounts.put(Long.valueOf(row.split(" ")[0]), Long.valueOf(row.split(" ")[1])));
    return amounts;
  }
}
