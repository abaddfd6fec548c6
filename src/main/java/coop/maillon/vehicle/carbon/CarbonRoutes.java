package coop.maillon.vehicle.carbon;

import coop.maillon.booking.bill.Bill;
import coop.maillon.booking.bill.CostWords;
import coop.maillon.vehicle.fleet.Decimals;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.FieldProblem;
import coop.maillon.web.Fields;
import coop.maillon.web.RouteTable;
import coop.maillon.web.Words;
import io.vertx.core.Future;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where administrators read and set the numbers by which trips are reckoned. */
public final class CarbonRoutes {

  private static final String PATH = "/manage/carbon";
  private static final String TEMPLATE = "vehicle/carbon";
  private static final double MOST_G = 5_000;

  private final CarbonFactors factors;
  private final ZoneId zone;

  /** @param zone in which days are told apart */
  public CarbonRoutes(CarbonFactors factors, ZoneId zone) {
    this.factors = factors;
    this.zone = zone;
  }

  public void mount(RouteTable routes) {
    routes.get(PATH, Access.ADMINISTRATOR, ask -> page(ask, List.of()));
    routes.post(PATH, Access.ADMINISTRATOR, this::set);
  }

  private Future<Answer> set(Ask ask) {
    var fields = Fields.of(ask);
    var read = read(fields);
    return read.isPresent()
        ? factors
            .set(read.get(), ask.who().id())
            .map(done -> Answer.seeOther(PATH).saying(ask.words().say("carbon.saved")))
        : page(ask, fields.problems());
  }

  private static Optional<Factors> read(Fields fields) {
    fields.required("electricity", "reference", "dated", "from");
    var electricity = Decimals.read(fields, "electricity", 0, MOST_G);
    var reference = Decimals.read(fields, "reference", 0, MOST_G);
    String electricitySource = fields.text("electricitySource").required();
    String referenceSource = fields.text("referenceSource").required();
    var dated = fields.date("dated");
    var from = fields.date("from");
    return fields.complete()
        ? Optional.of(new Factors(
            electricity.orElseThrow(),
            electricitySource,
            reference.orElseThrow(),
            referenceSource,
            dated.orElseThrow(),
            from.orElseThrow()))
        : Optional.empty();
  }

  private Future<Answer> page(Ask ask, List<FieldProblem> problems) {
    return factors.all().map(all -> {
      var page = page(ask, all, problems);
      return problems.isEmpty() ? Answer.page(TEMPLATE, page) : Answer.refused(TEMPLATE, page);
    });
  }

  private CarbonPage page(Ask ask, List<Factors> all, List<FieldProblem> problems) {
    var today = LocalDate.ofInstant(ask.now(), zone);
    var present = all.stream().filter(one -> !one.from().isAfter(today)).findFirst();
    var byField = new HashMap<String, String>();
    problems.forEach(problem -> byField.putIfAbsent(problem.field(), problem.message()));
    var typed = new HashMap<>(typed(present.orElse(all.get(0)), today, ask.words()));
    if (!problems.isEmpty()) {
      typed.replaceAll((name, value) -> ask.form(name).orElse(value));
    }
    return new CarbonPage(
        typed,
        all.stream()
            .map(one -> new CarbonPage.Row(
                ask.words().date(one.from()),
                said(one, ask.words()),
                present.equals(Optional.of(one))))
            .toList(),
        byField);
  }

  private static Map<String, String> typed(Factors is, LocalDate today, Words words) {
    var numbers = NumberFormat.getInstance(words.locale());
    numbers.setGroupingUsed(false);
    numbers.setMaximumFractionDigits(4);
    return Map.of(
        "electricity", numbers.format(is.electricityGPerKwh()),
        "electricitySource", is.electricitySource(),
        "reference", numbers.format(is.referenceGPerKm()),
        "referenceSource", is.referenceSource(),
        "dated", is.dated().toString(),
        "from", today.toString());
  }

  private static String said(Factors one, Words words) {
    return new CostWords(words)
        .factors(new Bill.Carbon.Factors(
            one.electricityGPerKwh(),
            one.electricitySource(),
            one.referenceGPerKm(),
            one.referenceSource(),
            one.dated()));
  }
}
