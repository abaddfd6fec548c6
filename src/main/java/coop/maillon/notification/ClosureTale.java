package coop.maillon.notification;

import coop.maillon.event.Event;
import coop.maillon.member.MemberId;
import coop.maillon.notification.Facts.Recipient;
import coop.maillon.notification.Notice.Urgency;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells each whom a closure touches, or several dates of what comes back, once, where all their bookings are now. */
final class ClosureTale implements Tale {

  static final Set<String> KINDS = Set.of("closure.told", "maintenance.told");

  @Override
  public boolean tells(Event event) {
    return KINDS.contains(event.kind());
  }

  @Override
  public List<Notice> of(Event event, Facts facts, Instant now) {
    return facts.person(new MemberId(event.data().getLong("member"))).stream()
        .filter(Recipient::present)
        .map(to -> new Notice(
            to.reader(), event.seq(), event.kind(), told(event.data(), facts), Urgency.NEWS))
        .toList();
  }

  private static JsonObject told(JsonObject data, Facts facts) {
    var lines = new JsonArray();
    data.getJsonArray("lines").forEach(line -> lines.add(line((JsonObject) line, facts)));
    return new JsonObject()
        .put("link", link(lines))
        .put("closure", data.getLong("closure"))
        .put("what", new JsonArray(facts.names(data, Optional.empty())))
        .put("zone", facts.zone(data, Optional.empty()))
        .put("start", data.getString("start"))
        .put("end", data.getString("end"))
        .put("reason", data.getString("reason"))
        .put("count", lines.size())
        .put("lines", lines);
  }

  private static String link(JsonArray lines) {
    return lines.size() == 1
        ? "/bookings/" + lines.getJsonObject(0).getLong("booking")
        : "/bookings";
  }

  private static JsonObject line(JsonObject line, Facts facts) {
    var told = new JsonObject()
        .put("booking", line.getLong("booking"))
        .put("before", place(line.getJsonObject("before"), facts));
    facts
        .booking(line.getLong("booking"))
        .filter(known -> line.containsKey("version"))
        .ifPresent(known -> told.put("version", line.getInteger("version"))
            .put("title", known.title())
            .put("site", known.site()));
    return line.getValue("after") == null
        ? told
        : told.put("after", place(line.getJsonObject("after"), facts));
  }

  private static JsonObject place(JsonObject place, Facts facts) {
    var name = facts.resources().getOrDefault(place.getLong("resource"), "");
    return place.copy().put("what", new JsonArray().add(name));
  }
}
