-- Schema 2: what stands in a field of the windows and is not a value yet, such as half a date.

CREATE TABLE half_typed (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  workshop_id INTEGER NOT NULL UNIQUE REFERENCES workshop (id) ON DELETE CASCADE,
  texts TEXT NOT NULL DEFAULT ''
) STRICT;
