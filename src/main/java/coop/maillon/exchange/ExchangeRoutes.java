package coop.maillon.exchange;

import coop.maillon.exchange.ImportStore.Kept;
import coop.maillon.exchange.ImportStore.Sort;
import coop.maillon.member.Ids;
import coop.maillon.resource.Catalogues;
import coop.maillon.resource.Resource;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.RouteTable;
import coop.maillon.web.Upload;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The pages on which coordinators bring files, look at what they would do, and let them do it. */
public final class ExchangeRoutes {

  private static final String HOME = "/manage/exchange";
  private static final int MOST_BYTES = 2 * 1024 * 1024;

  private final Imports imports;
  private final Exports exports;
  private final Catalogues catalogues;

  public ExchangeRoutes(Imports imports, Exports exports, Catalogues catalogues) {
    this.imports = imports;
    this.exports = exports;
    this.catalogues = catalogues;
  }

  public void mount(RouteTable routes) {
    routes.get(
        HOME,
        Access.COORDINATOR,
        ask -> page(ask, Optional.empty()).map(page -> Answer.page("exchange/home", page)));
    routes.upload(HOME, Access.COORDINATOR, MOST_BYTES, this::bring);
    Exports.NAMES.forEach(
        name -> routes.get(HOME + "/" + name + ".csv", Access.COORDINATOR, ask -> take(ask, name)));
    routes.get(HOME + "/:id", Access.COORDINATOR, this::look);
    routes.post(HOME + "/:id/apply", Access.COORDINATOR, this::apply);
  }

  private Future<Answer> bring(Ask ask) {
    var sort = Arrays.stream(Sort.values())
        .filter(one -> one.word().equals(ask.form("sort").orElse("")))
        .findFirst();
    var file = ask.upload("file").filter(upload -> upload.content().length() > 0);
    if (sort.isEmpty() || file.isEmpty()) {
      return refused(ask, "exchange.no-file");
    }
    var text = text(file.get().content());
    if (text.indexOf(0) >= 0) {
      return refused(ask, "exchange.no-text");
    }
    return catalogues.fresh().compose(catalogue -> {
      var resource = ask.form("resource").flatMap(catalogue::resource).map(Resource::id);
      var kept = new Kept(0, sort.get(), name(file.get()), text, resource, Optional.empty());
      return imports.keep(ask.who(), kept).map(id -> Answer.seeOther(HOME + "/" + id));
    });
  }

  private Future<Answer> take(Ask ask, String name) {
    return exports
        .of(ask.who(), name)
        .map(text -> Answer.download(Sheet.TYPE, name + ".csv", Buffer.buffer(text)));
  }

  private Future<Answer> look(Ask ask) {
    return Ids.read(ask.path("id"))
        .map(id -> imports
            .look(ask.who(), ask.words(), id)
            .map(found -> found
                .map(shown ->
                    Answer.page("exchange/import", ImportPage.of(shown, ask.words(), false)))
                .orElseGet(Answer::notFound)))
        .orElse(Future.succeededFuture(Answer.notFound()));
  }

  private Future<Answer> apply(Ask ask) {
    var seal = ask.form("seal").orElse("");
    return Ids.read(ask.path("id"))
        .map(id -> imports
            .apply(ask.who(), ask.words(), id, seal)
            .map(found -> found
                .map(shown -> {
                  var page = ImportPage.of(shown, ask.words(), !shown.done());
                  return shown.done()
                      ? Answer.page("exchange/import", page)
                      : Answer.conflict("exchange/import", page);
                })
                .orElseGet(Answer::notFound)))
        .orElse(Future.succeededFuture(Answer.notFound()));
  }

  private Future<Answer> refused(Ask ask, String key) {
    return page(ask, Optional.of(ask.words().say(key)))
        .map(page -> Answer.refused("exchange/home", page));
  }

  private Future<ExchangePage> page(Ask ask, Optional<String> problem) {
    return catalogues.fresh().map(catalogue -> ExchangePage.of(ask, catalogue, problem));
  }

  private static String name(Upload file) {
    var name = file.filename().replaceAll("\\p{Cntrl}", "");
    return name.substring(0, Math.min(name.length(), 120));
  }

  /** UTF-8 with or without its mark; else what Windows writes. */
  static String text(Buffer bytes) {
    var utf = StandardCharsets.UTF_8.newDecoder();
    try {
      var text = utf.decode(ByteBuffer.wrap(bytes.getBytes())).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException other) {
      return bytes.toString(Charset.forName("windows-1252"));
    }
  }
}
