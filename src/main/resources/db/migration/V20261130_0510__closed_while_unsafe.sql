-- Until when a vehicle that is not safe was closed: where its closure runs out then, and nobody ended it earlier, it is closed anew.
ALTER TABLE vehicle_outage ADD COLUMN until timestamptz;
-- Of those that are closed now, and not until a day that a coordinator said.
UPDATE vehicle_outage o SET until = c.ends_at
  FROM closure c, resource r, site s
 WHERE c.id = o.closure_id AND r.id = o.resource_id AND s.id = r.site_id
   AND o.over_at IS NULL AND c.lifted_at IS NULL AND c.ends_at > now()
   AND (c.ends_at AT TIME ZONE s.zone)::date = (o.begun_at AT TIME ZONE s.zone)::date + 15;
