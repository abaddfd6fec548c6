-- What a car was seen to use, learned trip by trip (ev.md, Learning c): ranges reckon with it where there is any. What the
-- coordinator wrote stays beside it.
ALTER TABLE vehicle
  ADD COLUMN learned_kwh_per_100km double precision CHECK (learned_kwh_per_100km > 0),
  ADD COLUMN learned_trips int NOT NULL DEFAULT 0,
  ADD CHECK ((learned_kwh_per_100km IS NULL) = (learned_trips = 0));
