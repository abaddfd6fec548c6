-- Who booked, where it was somebody else than the member: for most it is not, and each name is looked up again at every booking.
ALTER TABLE booking ALTER COLUMN created_by DROP NOT NULL;
UPDATE booking SET created_by = NULL WHERE created_by = member_id;
