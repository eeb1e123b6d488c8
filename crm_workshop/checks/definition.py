"""D1 to D4: the definition, as the room words it and as it stands on the line."""

from collections.abc import Iterator

from crm_workshop.activities.standing import current_draft
from crm_workshop.checks.case import Case
from crm_workshop.checks.finding import Finding, Level, quoted
from crm_workshop.checks.reading import head_noun, is_only_technology
from crm_workshop.checks.votes import line_design, result_on_line
from crm_workshop.model.capture import Draft
from crm_workshop.model.meaning import Line
from crm_workshop.text import fold, word_count

#: How long a definition may be (words), and how far apart the room on the line (steps of five).
FEWEST_WORDS, MOST_WORDS, WIDEST = 15, 60, 1

_TICKS = {
    "says_experience": (
        "Where is the {client}?",
        "The room has not ticked that this wording says what {a_client} experiences.",
        "Which words would {a_client} recognise?",
    ),
    "says_process": (
        "How does it come about?",
        "The room has not ticked that this wording says by which strategy and process.",
        "By doing what, differently from today?",
    ),
    "says_followed": (
        "Who has to follow it?",
        "The room has not ticked that this wording says it is followed.",
        "What does every {professional} do, every time?",
    ),
}


def find(case: Case) -> Iterator[Finding]:
    """Yield what is to be said of the wording that stands, and of the poll on the line."""
    draft = current_draft(case.dossier)
    if draft is not None:
        yield from _nature(case, draft)
        yield from _ticks(case, draft)
        yield from _length(case, draft)
    yield from _spread(case)


def _nature(case: Case, draft: Draft) -> Iterator[Finding]:
    """D1: a system may carry CRM, but CRM is not a system (R1, R16, R57)."""
    said = case.read(draft.text)
    own = frozenset(fold(case.words.forms[form]) for form in ("client", "clients"))
    if head := head_noun(said, case.lexicon):
        yield case.about_row(
            "D1",
            Level.STOP,
            draft,
            "text",
            about="The definition",
            title="That is a box.",
            sentence=f"The noun that carries this wording is {quoted(head)}, which can be bought.",
            question="What would still be true if we bought nothing?",
        )
    elif is_only_technology(said, case.lexicon, own):
        yield case.about_row(
            "D1",
            Level.WARN,
            draft,
            "text",
            about="The definition",
            title="Only technology so far.",
            sentence=case.words.say(
                "The wording speaks of technology, and neither of {clients} nor of what we do."
            ),
            question=case.words.say("What will {a_client} notice, and what do we do for it?"),
        )


def _ticks(case: Case, draft: Draft) -> Iterator[Finding]:
    """D2: the room's own three ticks (R58 to R60)."""
    for name, texts in _TICKS.items():
        if getattr(draft, name):
            continue
        title, sentence, question = (case.words.say(text) for text in texts)
        yield case.about_row(
            "D2",
            Level.WARN,
            draft,
            name,
            about="The definition",
            said=draft.text,
            title=title,
            sentence=sentence,
            question=question,
        )


def _length(case: Case, draft: Draft) -> Iterator[Finding]:
    """D3: short enough to say, long enough to mean something, and nobody's product."""
    count = word_count(draft.text)
    if not FEWEST_WORDS <= count <= MOST_WORDS:
        short = count < FEWEST_WORDS
        yield case.about_row(
            "D3",
            Level.WARN,
            draft,
            "text",
            part="length",
            about="The definition",
            title="Too short to mean something." if short else "Too long to be said.",
            sentence=f"The wording has {count} {'word' if count == 1 else 'words'}; "
            f"{FEWEST_WORDS} to {MOST_WORDS} can be said and remembered.",
            question="What would somebody outside this room not understand?"
            if short
            else "Which half would you say to a new colleague?",
        )
    if product := case.lexicon.product.first(case.read(draft.text)):
        yield case.about_row(
            "D3",
            Level.WARN,
            draft,
            "text",
            part="product",
            about="The definition",
            title="A product is named.",
            sentence=f"{quoted(product)} is somebody’s product; "
            "a definition should outlive the next contract.",
            question="What do we want to be able to do, whoever sells us the tool?",
        )


def _spread(case: Case) -> Iterator[Finding]:
    """D4: the room still expects different things in twelve months, and nobody wrote down why."""
    line = case.dossier.one(Line)
    design = line_design(case)
    if line.spread_note.strip() or design is None or design.poll is None:
        return
    result = result_on_line(case, design, design.poll.questions[-1].key)
    if result is None or (result.spread or 0) <= WIDEST:
        return
    cast = [one.value for one in result.counts if one.all]
    yield case.about_row(
        "D4",
        Level.WARN,
        line,
        "spread_note",
        about="The line",
        said=f"{cast[0]} to {cast[-1]}",
        title="Two different journeys.",
        sentence=f"In twelve months some expect a {cast[0]} and some a {cast[-1]}, "
        "and no note says why.",
        question="What do the highest and the lowest each have in mind?",
    )
