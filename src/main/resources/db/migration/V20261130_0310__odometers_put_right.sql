-- What the counter was noted as before, where a reading puts it right: it may then be less than that.
ALTER TABLE vehicle_reading ADD corrects_km int CHECK (corrects_km >= 0);
