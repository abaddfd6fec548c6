package coop.maillon.booking.bill;

import coop.maillon.web.Words;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;

/** Euro cents as people write them: 12,40 €. */
public final class Euros {

  private Euros() {}

  public static String of(long cents, Words words) {
    var format = NumberFormat.getCurrencyInstance(words.locale());
    format.setCurrency(Currency.getInstance("EUR"));
    format.setMinimumFractionDigits(2);
    format.setMaximumFractionDigits(2);
    return format.format(BigDecimal.valueOf(cents, 2));
  }
}
