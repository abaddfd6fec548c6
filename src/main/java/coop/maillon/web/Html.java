package coop.maillon.web;

import com.github.jknack.handlebars.Handlebars;
import java.util.List;

/** A piece of page that a template made: it goes into another one as it is. Only {@link Views} makes these. */
public final class Html extends Handlebars.SafeString {

  Html(CharSequence rendered) {
    super(rendered);
  }

  /** One piece after the other. */
  public static Html together(List<Html> pieces) {
    var whole = new StringBuilder(pieces.stream().mapToInt(Html::length).sum());
    pieces.forEach(piece -> whole.append(piece.toString()));
    return new Html(whole.toString());
  }
}
