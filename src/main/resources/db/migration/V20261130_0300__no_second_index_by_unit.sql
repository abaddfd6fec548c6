-- Nothing asks for a unit's rows by their start but the GiST index of the constraint, which answers it: this one was only written.
DROP INDEX occupancy_unit_start;
