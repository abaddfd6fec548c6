-- Whoever took a car that then closed, and has another for the same booking, takes that one, too.
ALTER TABLE vehicle_handover DROP CONSTRAINT vehicle_handover_booking_id_way_key, ADD UNIQUE (booking_id, resource_id, way);
