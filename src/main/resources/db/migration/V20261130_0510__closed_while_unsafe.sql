-- Until when a vehicle that is not safe was closed: where its closure runs out then, and nobody ended it earlier, it is closed anew.
ALTER TABLE vehicle_outage ADD COLUMN until timestamptz;
UPDATE vehicle_outage o SET until = c.ends_at FROM closure c WHERE c.id = o.closure_id AND o.over_at IS NULL;
