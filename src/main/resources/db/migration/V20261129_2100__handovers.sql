-- What is said of a vehicle when it is taken and when it is brought back. What was read off it is in vehicle_reading too.
CREATE TABLE vehicle_handover (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  booking_id  bigint NOT NULL REFERENCES booking,
  resource_id bigint NOT NULL REFERENCES resource,
  way         text NOT NULL CHECK (way IN ('take', 'return')),
  at          timestamptz NOT NULL,
  member_id   bigint NOT NULL REFERENCES member,
  odometer_km int CHECK (odometer_km >= 0),
  -- Nothing where it is not known by its charge.
  soc_pct     double precision CHECK (soc_pct BETWEEN 0 AND 100),
  -- Only of a return: on its charger with the light on, or why not.
  plug        text CHECK (plug IN ('plugged', 'charger-broken', 'place-taken', 'cable-missing', 'other')),
  cable       text CHECK (cable IN ('there', 'missing')),
  damage      text CHECK (damage IN ('nothing', 'something')),
  cleanliness text CHECK (cleanliness IN ('clean', 'fair', 'dirty')),
  UNIQUE (booking_id, way)
);
CREATE INDEX vehicle_handover_last ON vehicle_handover (resource_id, at DESC, id DESC);
CREATE TRIGGER vehicle_handover_only_grows BEFORE UPDATE OR DELETE ON vehicle_handover
  FOR EACH STATEMENT EXECUTE FUNCTION readings_only_grow();

-- Who had the code of a vehicle's key shown for which booking, and when first.
CREATE TABLE access_shown (
  booking_id bigint NOT NULL REFERENCES booking,
  member_id  bigint NOT NULL REFERENCES member,
  at         timestamptz NOT NULL,
  PRIMARY KEY (booking_id, member_id)
);
