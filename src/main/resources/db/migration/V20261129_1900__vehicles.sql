-- What an electric vehicle can do, for those that are judged by their charge: one that has no row here is not.
CREATE TABLE vehicle (
  resource_id  bigint PRIMARY KEY REFERENCES resource,
  -- What of the battery can be used today, inside it.
  usable_kwh   double precision NOT NULL CHECK (usable_kwh > 0),
  -- In mild weather, inside the battery: without the losses of charging.
  kwh_per_100km double precision NOT NULL CHECK (kwh_per_100km > 0),
  plug_kw      double precision NOT NULL CHECK (plug_kw > 0),
  efficiency   double precision NOT NULL CHECK (efficiency > 0 AND efficiency <= 1),
  reserve      double precision NOT NULL CHECK (reserve >= 0.05 AND reserve < 1),
  -- By how much more is planned than was announced: 1.1 is a tenth more.
  margin       double precision NOT NULL CHECK (margin >= 1),
  -- How much more it uses from December to February: 1.3; half of that more in March and November, a sixth in April and October.
  winter       double precision NOT NULL CHECK (winter >= 1)
);

-- What somebody read off a vehicle, never changed: a later one corrects it.
CREATE TABLE vehicle_reading (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  resource_id bigint NOT NULL REFERENCES resource,
  at          timestamptz NOT NULL,
  soc_pct     double precision NOT NULL CHECK (soc_pct BETWEEN 0 AND 100),
  plugged     boolean NOT NULL,
  odometer_km int CHECK (odometer_km >= 0),
  member_id   bigint NOT NULL REFERENCES member,
  created_at  timestamptz NOT NULL
);
CREATE INDEX vehicle_reading_last ON vehicle_reading (resource_id, at DESC, id DESC);

CREATE FUNCTION readings_only_grow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was read is never changed: read again' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER vehicle_reading_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON vehicle_reading
  FOR EACH STATEMENT EXECUTE FUNCTION readings_only_grow();
