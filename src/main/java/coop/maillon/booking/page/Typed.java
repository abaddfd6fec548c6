package coop.maillon.booking.page;

import coop.maillon.web.Ask;
import coop.maillon.web.Fields;
import java.util.List;

/** Where a form's values are: in the body once it is sent, in the address before. */
public record Typed(Ask ask) {

  public String text(String name) {
    var given = sent() ? ask.form(name) : ask.query(name);
    return given.map(Fields::readable).orElse("");
  }

  public List<String> all(String name) {
    return (sent() ? ask.formAll(name) : ask.queryAll(name))
        .stream().map(String::strip).filter(value -> !value.isEmpty()).toList();
  }

  public boolean ticked(String name) {
    return !text(name).isEmpty();
  }

  public Fields fields() {
    return sent() ? Fields.of(ask) : Fields.ofQuery(ask);
  }

  private boolean sent() {
    return !ask.method().equals("GET") && !ask.method().equals("HEAD");
  }
}
