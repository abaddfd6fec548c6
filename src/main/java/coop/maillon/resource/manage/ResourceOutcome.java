package coop.maillon.resource.manage;

import coop.maillon.resource.Catalogue;
import coop.maillon.resource.Resource;
import java.util.List;

/** What came of changing a resource. */
public sealed interface ResourceOutcome {

  /** It is so; the resource as it is now, and the catalogue that it is in. */
  record Done(Resource resource, Catalogue catalogue) implements ResourceOutcome {
    @Override
    public <R> R tell(Cases<R> cases) {
      return cases.done(this);
    }
  }

  /** The draft does not hold together. */
  record Faulty(List<Fault> faults) implements ResourceOutcome {
    @Override
    public <R> R tell(Cases<R> cases) {
      return cases.faulty(this);
    }
  }

  /** Bookings to come lie on what would go away. */
  record InTheWay(List<Obstacle> obstacles) implements ResourceOutcome {
    @Override
    public <R> R tell(Cases<R> cases) {
      return cases.inTheWay(this);
    }
  }

  /** Somebody changed it meanwhile. */
  record Outdated(int version) implements ResourceOutcome {
    @Override
    public <R> R tell(Cases<R> cases) {
      return cases.outdated(this);
    }
  }

  /** There is no such resource. */
  record Missing() implements ResourceOutcome {
    @Override
    public <R> R tell(Cases<R> cases) {
      return cases.missing(this);
    }
  }

  /** The asker does not coordinate its site. */
  record Forbidden() implements ResourceOutcome {
    @Override
    public <R> R tell(Cases<R> cases) {
      return cases.forbidden(this);
    }
  }

  <R> R tell(Cases<R> cases);

  /** One function a case. */
  interface Cases<R> {
    R done(Done done);

    R faulty(Faulty faulty);

    R inTheWay(InTheWay inTheWay);

    R outdated(Outdated outdated);

    R missing(Missing missing);

    R forbidden(Forbidden forbidden);
  }
}
