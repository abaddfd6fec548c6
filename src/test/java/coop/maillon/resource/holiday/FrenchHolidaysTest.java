package coop.maillon.resource.holiday;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FrenchHolidaysTest {

  /** Easter Sundays of 2000 to 2049 as `easter` of python-dateutil 2.9.0 gives them. */
  private static final String EASTERS = """
      2000-04-23 2001-04-15 2002-03-31 2003-04-20 2004-04-11 2005-03-27 2006-04-16 2007-04-08
      2008-03-23 2009-04-12 2010-04-04 2011-04-24 2012-04-08 2013-03-31 2014-04-20 2015-04-05
      2016-03-27 2017-04-16 2018-04-01 2019-04-21 2020-04-12 2021-04-04 2022-04-17 2023-04-09
      2024-03-31 2025-04-20 2026-04-05 2027-03-28 2028-04-16 2029-04-01 2030-04-21 2031-04-13
      2032-03-28 2033-04-17 2034-04-09 2035-03-25 2036-04-13 2037-04-05 2038-04-25 2039-04-10
      2040-04-01 2041-04-21 2042-04-06 2043-03-29 2044-04-17 2045-04-09 2046-03-25 2047-04-14
      2048-04-05 2049-04-18
      """;

  @Test
  void easterIsWhereAnotherAlgorithmPutsIt() {
    var expected = Arrays.stream(EASTERS.split("\\s+")).map(LocalDate::parse).toList();

    assertThat(IntStream.range(2000, 2050).mapToObj(FrenchHolidays::easter))
        .containsExactlyElementsOf(expected);
  }

  @Test
  void franceKeepsElevenDays() {
    assertThat(FrenchHolidays.of(2027, Region.FR))
        .extracting(LocalDate::toString)
        .containsExactly(
            "2027-01-01",
            "2027-03-29",
            "2027-05-01",
            "2027-05-06",
            "2027-05-08",
            "2027-05-17",
            "2027-07-14",
            "2027-08-15",
            "2027-11-01",
            "2027-11-11",
            "2027-12-25");
  }

  @Test
  void alsaceAndMoselleKeepGoodFridayAndSaintStephenToo() {
    assertThat(FrenchHolidays.of(2027, Region.ALSACE_MOSELLE))
        .hasSize(13)
        .contains(LocalDate.of(2027, 3, 26), LocalDate.of(2027, 12, 26));
  }

  @Test
  void eachOverseasTerritoryRemembersTheEndOfSlaveryOnItsDay() {
    assertThat(ofOnly(Region.REUNION)).isEqualTo("2027-12-20");
    assertThat(ofOnly(Region.MAYOTTE)).isEqualTo("2027-04-27");
    assertThat(ofOnly(Region.MARTINIQUE)).isEqualTo("2027-05-22");
    assertThat(ofOnly(Region.GUADELOUPE)).isEqualTo("2027-05-27");
    assertThat(ofOnly(Region.SAINT_MARTIN)).isEqualTo("2027-05-28");
    assertThat(ofOnly(Region.GUYANE)).isEqualTo("2027-06-10");
    assertThat(ofOnly(Region.SAINT_BARTHELEMY)).isEqualTo("2027-10-09");
  }

  @Test
  void whereTwoFallOnOneDayItIsOneHoliday() {
    assertThat(FrenchHolidays.of(2008, Region.FR)).hasSize(10).contains(LocalDate.of(2008, 5, 1));
  }

  private static String ofOnly(Region region) {
    var days = FrenchHolidays.of(2027, region);
    days.removeAll(FrenchHolidays.of(2027, Region.FR));
    assertThat(days).hasSize(1);
    return days.iterator().next().toString();
  }
}
