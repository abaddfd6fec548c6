package coop.maillon;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;

/** What src/docs/architecture.md promises, held. Each rule's name is the sentence that a broken one prints. */
@AnalyzeClasses(packages = "coop.maillon", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule featuresFormNoCycle =
      slices().matching("coop.maillon.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule packagesFormNoCycle =
      slices().matching("coop.maillon.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule whoSomebodyIsStandsBelowWhatTheyDo = noClasses()
      .that()
      .resideInAPackage("coop.maillon.member")
      .should()
      .dependOnClassesThat()
      .resideInAPackage("coop.maillon.member.*..");

  @ArchTest
  static final ArchRule whatIsDoneWithAccountsKnowsNoPage = noClasses()
      .that()
      .resideInAnyPackage("coop.maillon.member.session", "coop.maillon.member.account")
      .should()
      .dependOnClassesThat()
      .resideInAPackage("coop.maillon.member.page..");

  @ArchTest
  static final ArchRule whatABookingIsKnowsNothingOfWhatIsDoneWithIt = noClasses()
      .that()
      .resideInAnyPackage(
          "coop.maillon.booking",
          "coop.maillon.booking.seat",
          "coop.maillon.booking.free",
          "coop.maillon.booking.clearing",
          "coop.maillon.booking.quota",
          "coop.maillon.booking.rehouse")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage(
          "coop.maillon.booking.act",
          "coop.maillon.booking.api",
          "coop.maillon.booking.page",
          "coop.maillon.booking.planning",
          "coop.maillon.booking.closure",
          "coop.maillon.booking.manage");

  @ArchTest
  static final ArchRule actsKnowNobodyWhoAsksForThem = noClasses()
      .that()
      .resideInAPackage("coop.maillon.booking.act")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage(
          "coop.maillon.booking.api",
          "coop.maillon.booking.page",
          "coop.maillon.booking.planning",
          "coop.maillon.booking.closure",
          "coop.maillon.booking.manage",
          "coop.maillon.booking.quota");

  @ArchTest
  static final ArchRule theKernelKnowsNoFeature = noClasses()
      .that()
      .resideInAnyPackage(
          "coop.maillon.web..", "coop.maillon.db..", "coop.maillon.event..", "coop.maillon.live..")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage(
          "coop.maillon.member..",
          "coop.maillon.resource..",
          "coop.maillon.booking..",
          "coop.maillon.notification..",
          "coop.maillon.problem..",
          "coop.maillon.audit..",
          "coop.maillon.demo..",
          "coop.maillon.dev..",
          "coop.maillon");

  @ArchTest
  static final ArchRule nobodyReachesBackToWhatWiresThem = noClasses()
      .that()
      .resideOutsideOfPackage("coop.maillon")
      .should()
      .dependOnClassesThat()
      .resideInAPackage("coop.maillon");

  @ArchTest
  static final ArchRule peopleKnowNeitherResourcesNorBookings = noClasses()
      .that()
      .resideInAPackage("coop.maillon.member..")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage(
          "coop.maillon.resource..", "coop.maillon.booking..", "coop.maillon.notification..");

  @ArchTest
  static final ArchRule resourcesKnowNoBookings = noClasses()
      .that()
      .resideInAPackage("coop.maillon.resource..")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage("coop.maillon.booking..", "coop.maillon.notification..");

  /** But the pages for developers, who look at its queue. */
  @ArchTest
  static final ArchRule nobodyCallsNotification = noClasses()
      .that()
      .resideOutsideOfPackages("coop.maillon.notification..", "coop.maillon.dev..", "coop.maillon")
      .should()
      .dependOnClassesThat()
      .resideInAPackage("coop.maillon.notification..");

  /** What several stores read alike, row by row, is in a class named Rows. */
  @ArchTest
  static final ArchRule onlyStoresRunSql = noClasses()
      .that()
      .resideOutsideOfPackage("coop.maillon.db..")
      .and()
      .haveSimpleNameNotEndingWith("Store")
      .and()
      .haveSimpleNameNotEndingWith("Rows")
      .should()
      .callMethodWhere(target(owner(resideInAPackage("io.vertx.sqlclient..")))
          .or(target(owner(resideInAPackage("io.vertx.pgclient..")))));

  @ArchTest
  static final ArchRule theWebFrameworkStaysAtTheEdge = noClasses()
      .that()
      .resideOutsideOfPackages("coop.maillon.web..")
      .and(not(isAnEdge()))
      .should()
      .dependOnClassesThat()
      .resideInAPackage("io.vertx.ext.web..");

  @ArchTest
  static final ArchRule nobodyBlocks = noClasses().should().callMethod(Future.class, "await");

  @ArchTest
  static final ArchRule onlyTheClockKnowsTheTime = noClasses()
      .should()
      .callMethod(Instant.class, "now")
      .orShould()
      .callMethod(LocalDate.class, "now")
      .orShould()
      .callMethod(LocalDateTime.class, "now")
      .orShould()
      .callMethod(ZonedDateTime.class, "now")
      .orShould()
      .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule theClockIsHandedDown = noClasses()
      .that()
      .resideOutsideOfPackage("coop.maillon")
      .should()
      .callMethod(Clock.class, "systemUTC")
      .orShould()
      .callMethod(Clock.class, "systemDefaultZone");

  @ArchTest
  static final ArchRule namesSayWhatAThingIs = noClasses()
      .should()
      .haveNameMatching(
          ".*(Util|Utils|Helper|Helpers|Manager|Impl|Service|DTO|Dto|Mapper)(\\$.*)?");

  private static DescribedPredicate<JavaClass> isAnEdge() {
    return DescribedPredicate.describe(
        "App or an edge",
        type -> type.getName().matches("coop\\.maillon\\.App|.*(Routes|Api|Form)(\\$.*)?"));
  }
}
