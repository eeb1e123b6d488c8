"""M1 to M7: measures of success (R18 to R27, R36)."""

from collections.abc import Iterator

from crm_workshop.checks.blank import about_blanks, blanks_of
from crm_workshop.checks.blank_text import Blank
from crm_workshop.checks.case import Case
from crm_workshop.checks.finding import Finding, Level, brief, quoted, several
from crm_workshop.checks.reading import (
    About,
    counts_access,
    is_of_data,
    read_result,
    wants_perfection,
)
from crm_workshop.model.choices import Direction, MeasureKind, Timing
from crm_workshop.model.success import Measure, Milestone
from crm_workshop.text import plain_number

#: How many measures a firm can answer for.
FEWEST, MOST = 2, 6


def find(case: Case) -> Iterator[Finding]:
    """Yield what is to be said of each measure, of the milestones, and of the whole set."""
    measures = case.rows(Measure)
    for row in measures:
        yield from _result(case, row)
        yield from _success(case, row)
        yield from _perfection(case, row)
        yield from _lacks(case, row)
        yield from _direction(case, row)
    for milestone in case.rows(Milestone):
        yield from _milestone(case, milestone)
    yield from _set(case, measures)


def _result(case: Case, row: Measure) -> Iterator[Finding]:
    """M1: what is called a result is one for somebody, not what we put out."""
    if row.kind is not MeasureKind.RESULT or not row.measure.strip():
        return
    said = case.read(row.measure)
    about = read_result(said, case.lexicon)
    if about is About.OPPOSITE:
        yield case.about_row(
            "M1",
            Level.WARN,
            row,
            "measure",
            title="That counts what we do.",
            sentence=f"{quoted(case.lexicon.output.first(said))} says what we do, "
            "not what comes of it.",
            question="And if that happened, so what?",
        )
    elif about is About.NEITHER and not counts_access(said, case.lexicon):  # M2 says more
        yield case.about_row(
            "M1",
            Level.ASK,
            row,
            "measure",
            title="Is that a result?",
            sentence="The words do not tell what would be different, and for whom.",
            question=case.words.say("What would {a_client} see change?"),
        )


def _success(case: Case, row: Measure) -> Iterator[Finding]:
    """M2: people can log in; that is part of the deal, not success (R25)."""
    if counts_access(case.read(row.measure), case.lexicon):
        yield case.about_row(
            "M2",
            Level.STOP,
            row,
            "measure",
            title="Being there is not success.",
            sentence=f"{quoted(row.measure)} says that something can be used, "
            "not that anything came of it.",
            question="And if that happened, so what?",
        )


def _milestone(case: Case, row: Milestone) -> Iterator[Finding]:
    """M2 and M3 of a milestone: it may say that something is there, if that is not all."""
    said = case.read(row.outcome)
    if counts_access(said, case.lexicon):
        yield case.about_row(
            "M2",
            Level.WARN,
            row,
            "outcome",
            title="A step, not an outcome.",
            sentence=f"{quoted(row.outcome)} says that something is there, "
            "not what can be done since.",
            question=case.words.say("What will {a_client} be able to do from that day on?"),
        )
    if wants_perfection(said, case.lexicon):
        yield _perfect(case, row, "outcome", row.outcome)


def _perfection(case: Case, row: Measure) -> Iterator[Finding]:
    """M3: never all or nothing, in adoption or in data (R36)."""
    said = case.read(row.measure)
    if wants_perfection(said, case.lexicon):
        yield _perfect(case, row, "measure", row.measure)
        return
    per_cent = case.lexicon.hundred.is_all_of(case.read(f"100 {row.unit}"))
    of_use = row.kind is MeasureKind.USE or is_of_data(said, case.lexicon)
    if row.target == 100 and per_cent and of_use:
        yield _perfect(case, row, "target", f"{row.measure}: 100 {row.unit}")


def _perfect(case: Case, row: Measure | Milestone, name: str, what: str) -> Finding:
    return case.about_row(
        "M3",
        Level.STOP,
        row,
        name,
        said=what,
        title="Nobody reaches all.",
        sentence=f"{quoted(what)} asks for all or nothing, so every success counts as a failure.",
        question="How much would be enough to work with?",
    )


def _lacks(case: Case, row: Measure) -> Iterator[Finding]:
    """M4: from what number, to what number, by when, read where, answered by whom (R26).

    What else a measure needs is said with it.
    """
    blanks = [*blanks_of(case, row), *_baseline(case, row)]
    yield from about_blanks(case, "M4", row, blanks)


def _baseline(case: Case, row: Measure) -> list[Blank]:
    """Return what is missing of a baseline: unknown, it says who finds it, and by when."""
    finder = brief(row.baseline_person)
    if row.baseline is not None or (finder and row.baseline_by):
        return []
    if finder:
        name = "by which day the baseline is found"
        sentence = f"{finder} is to find the baseline, and no day is set."
    elif row.baseline_by:
        name = "who finds the baseline"
        day = case.spoken(row.baseline_by)
        sentence = f"The baseline is to be found by {day}, and nobody is named to find it."
    else:
        name = "the baseline"
        sentence = "The baseline is not known, and nobody is to find it."
    question = "Who finds out where we are today, and by when?"
    return [Blank(name, "From what number?", sentence, question)]


def _direction(case: Case, row: Measure) -> Iterator[Finding]:
    """M7 of one measure: a target that is not where we are, on the side we want."""
    if row.baseline is None or row.target is None:
        return
    start, end = plain_number(row.baseline), plain_number(row.target)
    up = row.target > row.baseline
    if row.target == row.baseline:
        title, sentence = "It stays where it is.", f"The target, {end}, is where we are today."
    elif row.direction is (Direction.DOWN if up else Direction.UP):
        title = "The wrong way."
        sentence = (
            f"From {start} to {end} is {'up' if up else 'down'}, "
            f"but the measure should go {'down' if up else 'up'}."
        )
    else:
        return
    yield case.about_row(
        "M7",
        Level.WARN,
        row,
        "target",
        said=f"{start} to {end} {row.direction or ''}".strip(),
        title=title,
        sentence=sentence,
        question="Which number would please us, and which would worry us?",
    )


def _set(case: Case, measures: tuple[Measure, ...]) -> Iterator[Finding]:
    """M5, M6 and M7 of the whole set."""
    said = "\n".join(f"{row.kind or '-'} {row.timing or '-'} {row.measure}" for row in measures)

    def of_set(rule: str, part: str, **texts: str) -> Finding:
        texts = {"about": "All measures", "said": said} | texts
        return case.about_all(rule, Level.WARN, Measure.table, part=part, **texts)

    if not FEWEST <= len(measures) <= MOST:
        yield of_set("M7", "count", **_count(len(measures)))
    if not measures:
        return
    if not any(row.timing is Timing.EARLY for row in measures):
        yield of_set(
            "M5",
            "early",
            title="Nothing moves early.",
            sentence="Every measure moves late, so for months nobody can tell.",
            question="What would we notice in the first ninety days?",
        )
    if not any(row.kind is MeasureKind.RESULT for row in measures):
        yield of_set(
            "M7",
            "result",
            title=case.words.say("No result for {a_client}."),
            sentence=case.words.say("None of the measures is a result; all count what we do."),
            question=case.words.say("How will {a_client} know?"),
        )
    owners = sorted({row.owner.strip() for row in measures if row.owner.strip()})
    if owners and all(_in_marketing_or_it(case, owner) for owner in owners):
        yield of_set(
            "M6",
            "owners",
            said="\n".join(owners),
            title="Only marketing and IT answer.",
            sentence=f"All measures are owned by {several(owners)}, in marketing or IT.",
            question=case.words.say("Which {partner} answers for one of them?"),
        )


def _count(count: int) -> dict[str, str]:
    if not count:
        return {
            "title": "No measure.",
            "sentence": "Without a measure the charter is a list of wishes.",
            "question": "How will we know, and how early?",
        }
    if count < FEWEST:
        return {
            "title": "Only one measure.",
            "sentence": "A single measure can rise while everything around it falls.",
            "question": "What else would have to be true for us to call it a success?",
        }
    return {
        "title": "Too many measures.",
        "sentence": f"{count} measures are more than anybody will read; {MOST} is the most.",
        "question": "Which of them would change what we do?",
    }


def _in_marketing_or_it(case: Case, owner: str) -> bool:
    """Tell whether an owner's role, or the owner as written, is a post in marketing or IT."""
    person = case.person(owner)
    return case.lexicon.marketing_or_it.found_in(case.read(person.role if person else owner))
