-- A mail's words and its appointment are written when it leaves, from the message that it tells of.
ALTER TABLE mail DROP calendar, DROP calendar_method;
