-- Schema 1 of the library file. Never edited once released: a change is a migration of its own.
-- Ids are never used again (AUTOINCREMENT): a step that was undone in one workshop must find its
-- ids free when it is redone, whatever other workshops have added since.

CREATE TABLE workshop (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  firm TEXT NOT NULL DEFAULT '',
  sector TEXT NOT NULL DEFAULT '',
  locale TEXT NOT NULL DEFAULT '',
  variant TEXT NOT NULL DEFAULT '',
  paper TEXT NOT NULL DEFAULT '',
  held_on TEXT,
  starts TEXT,
  place TEXT NOT NULL DEFAULT '',
  facilitator TEXT NOT NULL DEFAULT '',
  attempt_no INTEGER NOT NULL DEFAULT 0,
  status TEXT NOT NULL DEFAULT '',
  charter_version TEXT NOT NULL DEFAULT '',
  archived INTEGER NOT NULL DEFAULT 0,
  created TEXT,
  -- Last what is large: the shelf of all workshops is read without it.
  kit_source TEXT NOT NULL DEFAULT '',
  logo BLOB NOT NULL DEFAULT x''
) STRICT;

CREATE TABLE word (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  workshop_id INTEGER NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  key TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT '',
  UNIQUE (workshop_id, key)
) STRICT;
CREATE INDEX word_of_workshop ON word (workshop_id);

CREATE TABLE person (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  workshop_id INTEGER NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  position REAL NOT NULL DEFAULT 0.0,
  name TEXT NOT NULL DEFAULT '',
  role TEXT NOT NULL DEFAULT '',
  is_exec INTEGER NOT NULL DEFAULT 0,
  is_board INTEGER NOT NULL DEFAULT 0,
  is_sponsor INTEGER NOT NULL DEFAULT 0,
  decides INTEGER NOT NULL DEFAULT 0,
  votes INTEGER NOT NULL DEFAULT 0,
  signs INTEGER NOT NULL DEFAULT 0,
  present TEXT NOT NULL DEFAULT '',
  reports_to TEXT NOT NULL DEFAULT '',
  has_left INTEGER NOT NULL DEFAULT 0,
  UNIQUE (workshop_id, name)
) STRICT;
CREATE INDEX person_of_workshop ON person (workshop_id, position);

CREATE TABLE prework_answer (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  workshop_id INTEGER NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  line INTEGER NOT NULL DEFAULT 0,
  text TEXT NOT NULL DEFAULT '',
  UNIQUE (person_id, line)
) STRICT;
CREATE INDEX prework_answer_of_workshop ON prework_answer (workshop_id);

CREATE TABLE sponsor_call (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  workshop_id INTEGER NOT NULL UNIQUE REFERENCES workshop (id) ON DELETE CASCADE,
  note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE activity (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  workshop_id INTEGER NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  position REAL NOT NULL DEFAULT 0.0,
  key TEXT NOT NULL DEFAULT '',
  minutes_planned INTEGER NOT NULL DEFAULT 0,
  started TEXT,
  ended TEXT,
  seconds_used INTEGER NOT NULL DEFAULT 0,
  note TEXT NOT NULL DEFAULT '',
  skipped_reason TEXT NOT NULL DEFAULT '',
  finish_by TEXT,
  finish_owner TEXT NOT NULL DEFAULT '',
  UNIQUE (workshop_id, key)
) STRICT;
CREATE INDEX activity_of_workshop ON activity (workshop_id, position);
CREATE INDEX activity_begun ON activity (workshop_id) WHERE started IS NOT NULL;

CREATE TABLE tick (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  workshop_id INTEGER NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  position REAL NOT NULL DEFAULT 0.0,
  activity_id INTEGER NOT NULL REFERENCES activity (id) ON DELETE CASCADE,
  text TEXT NOT NULL DEFAULT '',
  done INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX tick_of_workshop ON tick (workshop_id, position);
CREATE INDEX tick_activity_id ON tick (activity_id);

CREATE TABLE theme (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  workshop_id INTEGER NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  position REAL NOT NULL DEFAULT 0.0,
  activity_id INTEGER NOT NULL REFERENCES activity (id) ON DELETE CASCADE,
  name TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX theme_of_workshop ON theme (workshop_id, position);
CREATE INDEX theme_activity_id ON theme (activity_id);

CREATE TABLE card (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  workshop_id INTEGER NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  position REAL NOT NULL DEFAULT 0.0,
  activity_id INTEGER NOT NULL REFERENCES activity (id) ON DELETE CASCADE,
  text TEXT NOT NULL DEFAULT '',
  author TEXT NOT NULL DEFAULT '',
  revealed INTEGER NOT NULL DEFAULT 0,
  theme_id INTEGER REFERENCES theme (id) ON DELETE SET NULL,
  bucket TEXT NOT NULL DEFAULT '',
  merged_into_id INTEGER REFERENCES card (id) ON DELETE SET NULL,
  parked INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX card_of_workshop ON card (workshop_id, position);
CREATE INDEX card_activity_id ON card (activity_id);
CREATE INDEX card_theme_id ON card (theme_id);
CREATE INDEX card_merged_into_id ON card (merged_into_id);

CREATE TABLE opening (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  workshop_id INTEGER NOT NULL UNIQUE REFERENCES workshop (id) ON DELETE CASCADE,
  purpose TEXT NOT NULL DEFAULT '',
  it_project_calls INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE lesson (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  workshop_id INTEGER NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  position REAL NOT NULL DEFAULT 0.0,
  year INTEGER,
  what TEXT NOT NULL DEFAULT '',
  happened TEXT NOT NULL DEFAULT '',
  lesson TEXT NOT NULL DEFAULT '',
  bucket TEXT
) STRICT;
CREATE INDEX lesson_of_workshop ON lesson (workshop_id, position);

CREATE TABLE line (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  workshop_id INTEGER NOT NULL UNIQUE REFERENCES workshop (id) ON DELETE CASCADE,
  agreed_today INTEGER,
  agreed_target INTEGER,
  spread_note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE experience_step (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  workshop_id INTEGER NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  position REAL NOT NULL DEFAULT 0.0,
  step TEXT NOT NULL DEFAULT '',
  today TEXT NOT NULL DEFAULT '',
  wanted TEXT NOT NULL DEFAULT '',
  hand_offs INTEGER,
  easy_for_us INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX experience_step_of_workshop ON experience_step (workshop_id, position);

CREATE TABLE definition (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  workshop_id INTEGER NOT NULL UNIQUE REFERENCES workshop (id) ON DELETE CASCADE,
  expands_to TEXT NOT NULL DEFAULT '',
  not_this TEXT NOT NULL DEFAULT '',
  main_objective TEXT NOT NULL DEFAULT '',
  done_when TEXT NOT NULL DEFAULT '',
  done_by TEXT,
  staff_sentence TEXT NOT NULL DEFAULT '',
  why TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE draft (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  workshop_id INTEGER NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  position REAL NOT NULL DEFAULT 0.0,
  activity_id INTEGER NOT NULL REFERENCES activity (id) ON DELETE CASCADE,
  text TEXT NOT NULL DEFAULT '',
  author TEXT NOT NULL DEFAULT '',
  says_experience INTEGER NOT NULL DEFAULT 0,
  says_process INTEGER NOT NULL DEFAULT 0,
  says_followed INTEGER NOT NULL DEFAULT 0,
  written TEXT
) STRICT;
CREATE INDEX draft_of_workshop ON draft (workshop_id, position);
CREATE INDEX draft_activity_id ON draft (activity_id);

CREATE TABLE user_need (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  workshop_id INTEGER NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  position REAL NOT NULL DEFAULT 0.0,
  user_group TEXT NOT NULL DEFAULT '',
  use TEXT NOT NULL DEFAULT '',
  fit TEXT NOT NULL DEFAULT '',
  information TEXT NOT NULL DEFAULT '',
  kept_true_by TEXT NOT NULL DEFAULT '',
  output TEXT NOT NULL DEFAULT '',
  output_used_for TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX user_need_of_workshop ON user_need (workshop_id, position);

CREATE TABLE technology_need (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  workshop_id INTEGER NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  position REAL NOT NULL DEFAULT 0.0,
  need TEXT NOT NULL DEFAULT '',
  bucket TEXT,
  serves TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX technology_need_of_workshop ON technology_need (workshop_id, position);

CREATE TABLE release_item (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  workshop_id INTEGER NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  position REAL NOT NULL DEFAULT 0.0,
  item TEXT NOT NULL DEFAULT '',
  bucket TEXT,
  serves TEXT NOT NULL DEFAULT '',
  for_whom TEXT NOT NULL DEFAULT '',
  revisit TEXT,
  old_system TEXT NOT NULL DEFAULT '',
  retire_on TEXT
) STRICT;
CREATE INDEX release_item_of_workshop ON release_item (workshop_id, position);

CREATE TABLE remit (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  workshop_id INTEGER NOT NULL UNIQUE REFERENCES workshop (id) ON DELETE CASCADE,
  text TEXT NOT NULL DEFAULT '',
  who_may_change TEXT NOT NULL DEFAULT '',
  will_not_fix TEXT NOT NULL DEFAULT '',
  budget TEXT NOT NULL DEFAULT '',
  assumptions TEXT NOT NULL DEFAULT '',
  constraints TEXT NOT NULL DEFAULT '',
  lead TEXT NOT NULL DEFAULT '',
  lead_authority TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE hard_decision (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  workshop_id INTEGER NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  position REAL NOT NULL DEFAULT 0.0,
  decision TEXT NOT NULL DEFAULT '',
  kind TEXT,
  client_reason TEXT NOT NULL DEFAULT '',
  decider TEXT NOT NULL DEFAULT '',
  by TEXT,
  state TEXT,
  reason TEXT NOT NULL DEFAULT '',
  told_by TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX hard_decision_of_workshop ON hard_decision (workshop_id, position);

CREATE TABLE commitment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  workshop_id INTEGER NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  position REAL NOT NULL DEFAULT 0.0,
  person TEXT NOT NULL DEFAULT '',
  action TEXT NOT NULL DEFAULT '',
  kind TEXT,
  first_on TEXT,
  rhythm TEXT NOT NULL DEFAULT '',
  seen_when TEXT NOT NULL DEFAULT '',
  hours_per_month REAL,
  state TEXT NOT NULL DEFAULT '',
  answer_by TEXT,
  initialled INTEGER NOT NULL DEFAULT 0,
  seen TEXT
) STRICT;
CREATE INDEX commitment_of_workshop ON commitment (workshop_id, position);

CREATE TABLE cascade_row (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  workshop_id INTEGER NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  position REAL NOT NULL DEFAULT 0.0,
  leader TEXT NOT NULL DEFAULT '',
  group_told TEXT NOT NULL DEFAULT '',
  message TEXT NOT NULL DEFAULT '',
  on_date TEXT
) STRICT;
CREATE INDEX cascade_row_of_workshop ON cascade_row (workshop_id, position);

CREATE TABLE champion (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  workshop_id INTEGER NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  position REAL NOT NULL DEFAULT 0.0,
  person TEXT NOT NULL DEFAULT '',
  reason TEXT
) STRICT;
CREATE INDEX champion_of_workshop ON champion (workshop_id, position);

CREATE TABLE data_owner (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  workshop_id INTEGER NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  position REAL NOT NULL DEFAULT 0.0,
  person TEXT NOT NULL DEFAULT '',
  data TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX data_owner_of_workshop ON data_owner (workshop_id, position);

CREATE TABLE use_rule (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  workshop_id INTEGER NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  position REAL NOT NULL DEFAULT 0.0,
  what TEXT NOT NULL DEFAULT '',
  who_records TEXT NOT NULL DEFAULT '',
  worth TEXT NOT NULL DEFAULT '',
  if_not TEXT NOT NULL DEFAULT '',
  training TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX use_rule_of_workshop ON use_rule (workshop_id, position);

CREATE TABLE measure (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  workshop_id INTEGER NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  position REAL NOT NULL DEFAULT 0.0,
  measure TEXT NOT NULL DEFAULT '',
  kind TEXT,
  timing TEXT,
  baseline REAL,
  baseline_by TEXT,
  baseline_person TEXT NOT NULL DEFAULT '',
  target REAL,
  unit TEXT NOT NULL DEFAULT '',
  direction TEXT,
  by TEXT,
  source TEXT NOT NULL DEFAULT '',
  owner TEXT NOT NULL DEFAULT '',
  serves TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX measure_of_workshop ON measure (workshop_id, position);

CREATE TABLE milestone (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  workshop_id INTEGER NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  position REAL NOT NULL DEFAULT 0.0,
  outcome TEXT NOT NULL DEFAULT '',
  by TEXT
) STRICT;
CREATE INDEX milestone_of_workshop ON milestone (workshop_id, position);

CREATE TABLE win (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  workshop_id INTEGER NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  position REAL NOT NULL DEFAULT 0.0,
  who_helped TEXT NOT NULL DEFAULT '',
  willing INTEGER NOT NULL DEFAULT 0,
  problem TEXT NOT NULL DEFAULT '',
  result TEXT NOT NULL DEFAULT '',
  by TEXT,
  helper TEXT NOT NULL DEFAULT '',
  told_by TEXT NOT NULL DEFAULT '',
  told_to TEXT NOT NULL DEFAULT '',
  told_on TEXT,
  next_group TEXT NOT NULL DEFAULT '',
  capacity TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX win_of_workshop ON win (workshop_id, position);

CREATE TABLE pitfall (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  workshop_id INTEGER NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  position REAL NOT NULL DEFAULT 0.0,
  known TEXT NOT NULL DEFAULT '',
  pitfall TEXT NOT NULL DEFAULT '',
  likely INTEGER,
  early_sign TEXT NOT NULL DEFAULT '',
  same_week TEXT NOT NULL DEFAULT '',
  owner TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX pitfall_of_workshop ON pitfall (workshop_id, position);

CREATE TABLE review (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  workshop_id INTEGER NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  position REAL NOT NULL DEFAULT 0.0,
  kind TEXT,
  on_date TEXT,
  chair TEXT NOT NULL DEFAULT '',
  attends TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX review_of_workshop ON review (workshop_id, position);

CREATE TABLE governance (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  workshop_id INTEGER NOT NULL UNIQUE REFERENCES workshop (id) ON DELETE CASCADE,
  rhythm TEXT,
  escalate_what TEXT NOT NULL DEFAULT '',
  escalate_to TEXT NOT NULL DEFAULT '',
  answer_days INTEGER,
  message_by TEXT NOT NULL DEFAULT '',
  message_on TEXT,
  how_changed TEXT NOT NULL DEFAULT '',
  not_success TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE poll (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  workshop_id INTEGER NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  position REAL NOT NULL DEFAULT 0.0,
  activity_id INTEGER NOT NULL REFERENCES activity (id) ON DELETE CASCADE,
  question TEXT NOT NULL DEFAULT '',
  scale TEXT NOT NULL DEFAULT '',
  round INTEGER NOT NULL DEFAULT 0,
  draft_id INTEGER REFERENCES draft (id) ON DELETE SET NULL,
  revealed INTEGER NOT NULL DEFAULT 0,
  taken TEXT
) STRICT;
CREATE INDEX poll_of_workshop ON poll (workshop_id, position);
CREATE INDEX poll_activity_id ON poll (activity_id);
CREATE INDEX poll_draft_id ON poll (draft_id);

CREATE TABLE ballot (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  workshop_id INTEGER NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  poll_id INTEGER NOT NULL REFERENCES poll (id) ON DELETE CASCADE,
  person_id INTEGER REFERENCES person (id) ON DELETE CASCADE,
  state TEXT NOT NULL DEFAULT '',
  value INTEGER,
  count INTEGER NOT NULL DEFAULT 0,
  is_exec INTEGER NOT NULL DEFAULT 0,
  UNIQUE (poll_id, person_id)
) STRICT;
CREATE INDEX ballot_of_workshop ON ballot (workshop_id);
CREATE INDEX ballot_poll_id ON ballot (poll_id);
CREATE INDEX ballot_person_id ON ballot (person_id);

CREATE TABLE dot_round (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  workshop_id INTEGER NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  activity_id INTEGER NOT NULL REFERENCES activity (id) ON DELETE CASCADE,
  revealed INTEGER NOT NULL DEFAULT 0,
  UNIQUE (activity_id)
) STRICT;
CREATE INDEX dot_round_of_workshop ON dot_round (workshop_id);
CREATE INDEX dot_round_activity_id ON dot_round (activity_id);

CREATE TABLE dot (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  workshop_id INTEGER NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  activity_id INTEGER NOT NULL REFERENCES activity (id) ON DELETE CASCADE,
  person_id INTEGER REFERENCES person (id) ON DELETE CASCADE,
  card_id INTEGER REFERENCES card (id) ON DELETE CASCADE,
  step_id INTEGER REFERENCES experience_step (id) ON DELETE CASCADE,
  item_id INTEGER REFERENCES release_item (id) ON DELETE CASCADE,
  count INTEGER NOT NULL DEFAULT 0,
  CHECK ((card_id IS NOT NULL) + (step_id IS NOT NULL) + (item_id IS NOT NULL) = 1)
) STRICT;
CREATE INDEX dot_of_workshop ON dot (workshop_id);
CREATE INDEX dot_activity_id ON dot (activity_id);
CREATE INDEX dot_person_id ON dot (person_id);
CREATE INDEX dot_card_id ON dot (card_id);
CREATE INDEX dot_step_id ON dot (step_id);
CREATE INDEX dot_item_id ON dot (item_id);

CREATE TABLE reservation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  workshop_id INTEGER NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  position REAL NOT NULL DEFAULT 0.0,
  activity_id INTEGER NOT NULL REFERENCES activity (id) ON DELETE CASCADE,
  person TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX reservation_of_workshop ON reservation (workshop_id, position);
CREATE INDEX reservation_activity_id ON reservation (activity_id);

CREATE TABLE parked_item (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  workshop_id INTEGER NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  position REAL NOT NULL DEFAULT 0.0,
  activity_id INTEGER REFERENCES activity (id) ON DELETE SET NULL,
  text TEXT NOT NULL DEFAULT '',
  raised_by TEXT NOT NULL DEFAULT '',
  goes_to TEXT,
  person TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX parked_item_of_workshop ON parked_item (workshop_id, position);
CREATE INDEX parked_item_activity_id ON parked_item (activity_id);

CREATE TABLE signature (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  workshop_id INTEGER NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  state TEXT NOT NULL DEFAULT '',
  signed_on TEXT,
  sign_by TEXT,
  chaser TEXT NOT NULL DEFAULT '',
  UNIQUE (person_id)
) STRICT;
CREATE INDEX signature_of_workshop ON signature (workshop_id);
CREATE INDEX signature_person_id ON signature (person_id);

CREATE TABLE acceptance (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  workshop_id INTEGER NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  finding TEXT NOT NULL DEFAULT '',
  said TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL DEFAULT '',
  by TEXT NOT NULL DEFAULT '',
  UNIQUE (workshop_id, finding)
) STRICT;
CREATE INDEX acceptance_of_workshop ON acceptance (workshop_id);

CREATE TABLE version (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  workshop_id INTEGER NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  number TEXT NOT NULL DEFAULT '',
  issued TEXT,
  code TEXT NOT NULL DEFAULT '',
  records TEXT NOT NULL DEFAULT '',
  pdf BLOB NOT NULL DEFAULT x''
) STRICT;
CREATE INDEX version_of_workshop ON version (workshop_id);

CREATE TABLE clock (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  workshop_id INTEGER NOT NULL UNIQUE REFERENCES workshop (id) ON DELETE CASCADE,
  activity_id INTEGER REFERENCES activity (id) ON DELETE SET NULL,
  deadline TEXT,
  left_at_pause REAL,
  seconds INTEGER NOT NULL DEFAULT 0,
  hidden INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX clock_activity_id ON clock (activity_id);

CREATE TABLE scene (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  workshop_id INTEGER NOT NULL UNIQUE REFERENCES workshop (id) ON DELETE CASCADE,
  activity_id INTEGER REFERENCES activity (id) ON DELETE SET NULL,
  mode TEXT NOT NULL DEFAULT '',
  view TEXT NOT NULL DEFAULT '',
  page INTEGER NOT NULL DEFAULT 0,
  break_until TEXT,
  frozen TEXT NOT NULL DEFAULT '',
  since TEXT,
  plan INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX scene_activity_id ON scene (activity_id);

CREATE TRIGGER version_is_final BEFORE UPDATE ON version BEGIN
  SELECT RAISE(ABORT, 'an issued version never changes');
END;

-- The history: named steps, and for each the SQL that takes its row changes back. It belongs to a
-- workshop by number only, so that deleting a workshop can itself be undone.
CREATE TABLE step (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  workshop_id INTEGER,
  name TEXT NOT NULL,
  by TEXT NOT NULL,
  merge TEXT NOT NULL,
  at TEXT NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX step_of_workshop ON step (workshop_id, undone, id);

CREATE TABLE change (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  step_id INTEGER NOT NULL REFERENCES step (id) ON DELETE CASCADE,
  tbl TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  cols TEXT NOT NULL,
  sql TEXT NOT NULL
) STRICT;
CREATE INDEX change_of_step ON change (step_id, tbl, row_id);

-- What search finds: firms and people by name, everything else by its sentences. Beginnings of one
-- and two letters, which thousands of rows share, have an index of their own.
CREATE TABLE searched (
  id INTEGER PRIMARY KEY,
  workshop_id INTEGER NOT NULL,
  tbl TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  UNIQUE (tbl, row_id)
) STRICT;
CREATE VIRTUAL TABLE search USING fts5 (
  name, sentence, tokenize='unicode61 remove_diacritics 2', prefix='1 2'
);
