"""The closed lists of answers: stored value, then the words people read."""

from crm_workshop.model.fields import Choice


class Sector(Choice):
    """Which vocabulary a workshop starts from."""

    LAW = "law", "Law"
    ACCOUNTING = "accounting", "Accounting"
    CONSULTING = "consulting", "Consulting"
    B2B = "b2b", "B2B company"
    PUBLIC = "public", "Public body"


class Locale(Choice):
    """Whose words and dates: some sector words and the order of dates differ."""

    GB = "en_GB", "British English"
    US = "en_US", "American English"


class Variant(Choice):
    """How long the workshop is; the kit gives each activity's minutes for each."""

    SHORT = "90", "90 minutes"
    HALF = "half", "Half-day"
    FULL = "full", "Full day"


class Paper(Choice):
    """The sheet the charter is laid out for."""

    A4 = "a4", "A4"
    LETTER = "letter", "US Letter"


class Status(Choice):
    """What the charter is: a draft until nothing blocks it and it has been issued."""

    DRAFT = "draft", "Draft"
    FINAL = "final", "Final"
    AMENDED = "amended", "Amended"


class Presence(Choice):
    """Whether a person is in the room."""

    YES = "yes", "Present"
    PART = "part", "Part of the time"
    LATE = "late", "Late"
    NO = "no", "Absent"


class Bucket(Choice):
    """What a card or a lesson is about (there is no “both”)."""

    PEOPLE = "people", "People"
    PROCESS = "process", "Process"
    TECHNOLOGY = "technology", "Technology"


class Job(Choice):
    """What software is for, and the needs that are nobody's but ours."""

    LEADERS = "leaders", "Inform leaders"
    FRONT_LINE = "front_line", "Inform the front line"
    ROUTINE = "routine", "Save routine work"
    NONE = "none", "None of these: people and process"


class Release(Choice):
    """When an item comes; the first three are in plan, the last is safe where it is."""

    FIRST = "first", "First release"
    NEXT = "next", "Next"
    LATER = "later", "Later"
    NOT_NOW = "not_now", "Not now"


class DecisionKind(Choice):
    """What a hard decision changes."""

    STRUCTURE = "structure", "Structure"
    PROCESS = "process", "Process"
    PEOPLE = "people", "People"
    MONEY = "money", "Money"
    REWARD = "reward", "Reward"


class DecisionState(Choice):
    """Where a hard decision stands."""

    DECIDED = "decided", "Decided"
    BY_DATE = "by_date", "To be decided by the date"
    REFUSED = "refused", "Refused"
    REFERRED = "referred", "Referred"


class CommitmentKind(Choice):
    """How a leader is seen to stand behind the charter."""

    VISIBLE = "A", "Active and visible"
    ALLY = "B", "Brings a colleague along"
    DIRECT = "C", "Speaks directly to people"


class CommitmentState(Choice):
    """Whether a leader has answered; a refusal is written down, never invented away."""

    GIVEN = "given", "Given"
    NOT_YET = "not_yet", "Not yet"


class Seen(Choice):
    """What a review found of a promise."""

    SEEN = "seen", "Seen"
    NOT_SEEN = "not_seen", "Not seen"
    CHANGED = "changed", "Changed"


class ChampionReason(Choice):
    """Why colleagues will follow a champion."""

    USED_BEFORE = "used_before", "Used it before"
    SAW_FLAW = "saw_flaw", "Saw the flaw"
    TRUSTED = "trusted", "Trusted by colleagues"


class MeasureKind(Choice):
    """What a measure counts; only a result can show success."""

    ACTIVITY = "activity", "Activity"
    USE = "use", "Use"
    RESULT = "result", "Result"


class Timing(Choice):
    """When a measure can first move."""

    EARLY = "early", "Early"
    LATE = "late", "Late"


class Direction(Choice):
    """Which way a measure should go."""

    UP = "up", "Up"
    DOWN = "down", "Down"


class ReviewKind(Choice):
    """Which look back it is."""

    DAY_30 = "30", "Day 30"
    DAY_60 = "60", "Day 60"
    DAY_90 = "90", "Day 90"
    YEARLY = "yearly", "Yearly"


class Rhythm(Choice):
    """How often the board hears of it."""

    MONTHLY = "monthly", "Monthly"
    QUARTERLY = "quarterly", "Quarterly"


class Destination(Choice):
    """Where a parked item goes; none stays without one at closing."""

    NOT_NOW = "not_now", "Not now"
    DECISION = "decision", "Hard decision"
    PITFALL = "pitfall", "Pitfall"
    OTHER_MEETING = "other_meeting", "Another meeting"


class SignatureState(Choice):
    """How a signatory stands at the close."""

    SIGNED = "signed", "Signed in the room"
    LATER = "later", "Signs later"
    DECLINED = "declined", "Declined"


class BallotState(Choice):
    """What one person did with a poll; only `voted` and `abstains` could have voted."""

    VOTED = "voted", "Voted"
    ABSTAINS = "abstains", "Abstains"
    LATE = "late", "Late"
    ABSENT = "absent", "Absent"
    NON_VOTING = "non_voting", "Does not vote"


class Scale(Choice):
    """What the numbers of a poll mean; the legend used is projected and printed."""

    LINE = "line", "1 to 5 on the line"
    GRADIENTS = "gradients", "1 to 7, gradients of agreement"
    FIST = "fist", "Fist of five"


class Mode(Choice):
    """What the room screen does with the scene."""

    LIVE = "live", "Live"
    BLACK = "black", "Black"
    FROZEN = "frozen", "Frozen"
    HOLDING = "holding", "Holding slide"
