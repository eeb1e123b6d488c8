"""Cards: written in silence, revealed, put under themes, sorted, merged, parked, dotted."""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QListView, QTableView

from crm_workshop.model.capture import Card, Dot, DotRound, Theme
from crm_workshop.model.choices import Job, Release
from crm_workshop.model.meaning import ExperienceStep
from crm_workshop.model.technology import ReleaseItem, TechnologyNeed
from crm_workshop.model.workshop import Activity
from tests.ui.half_day.day import Day


def write_cards(day: Day, activity: Activity) -> None:
    """Type the cards, reveal the first by itself and the others together; then the themes."""
    for card in day.script.of(Card, activity.id):
        day.hands.write(card.text)
        day.hands.press("Tab")
        day.hands.write(card.author)
        day.hands.press("Return")
    day.hands.press("Ctrl+R")
    day.hands.press("PgDown")
    if day.script.of(Theme, activity.id):
        _put_under_themes(day, activity)
    if day.design(activity).records:
        day.hands.press("PgDown")


def _put_under_themes(day: Day, activity: Activity) -> None:
    themes = day.script.of(Theme, activity.id)
    day.hands.click("Themes")
    day.hands.go_to("New theme")
    for theme in themes:
        day.hands.write(theme.name)
        day.hands.press("Return")
    loose = day.hands.find(QListView, "Cards without a theme")
    places = {theme.id: number for number, theme in enumerate(themes, 1)}
    for card in day.script.of(Card, activity.id):
        if card.theme_id:
            day.hands.click_item(loose, _index(loose, card.text))
            day.hands.press(*["Alt+Right"] * places[card.theme_id])


def sort(day: Day, activity: Activity) -> None:
    """Put what waits into its bucket: by number keys, and the last one with the mouse."""
    design = day.design(activity)
    assert design.sort is not None
    if design.sort.subject != Card.table:
        _name_things(day, activity, by_list=design.sort.subject == TechnologyNeed.table)
    wanted = dict(_buckets(day, activity))
    waiting = day.hands.find(QListView, "To sort")
    names = _bucket_names(day, activity)
    while waiting.isVisible():
        text = str(waiting.currentIndex().data())
        day.hands.press(str(list(names).index(wanted[text]) + 1))
    if design.sort.subject == Card.table:
        tidy(day, activity)


def _name_things(day: Day, activity: Activity, *, by_list: bool) -> None:
    """Say what is sorted where nothing is there yet: pasted as a list, or typed one by one."""
    texts = [text for text, _ in _buckets(day, activity)]
    if by_list:
        day.hands.paste("\n".join(texts))
    else:
        for text in texts:
            day.hands.write(text)
            day.hands.press("Return")
    day.hands.press("Tab")


def _buckets(day: Day, activity: Activity) -> Iterator[tuple[str, str]]:
    """Yield what is sorted, and the stored value of its bucket."""
    design = day.design(activity).sort
    assert design is not None
    if design.subject == Card.table:
        source = day.script.activity(design.cards_from or activity.key)
        assert source is not None
        for card in day.script.of(Card, source.id):
            yield card.text, card.bucket
    elif design.subject == TechnologyNeed.table:
        for need in day.script.all(TechnologyNeed):
            yield need.need, need.bucket or ""
    else:
        for item in day.script.all(ReleaseItem):
            yield item.item, item.bucket or ""


def _bucket_names(day: Day, activity: Activity) -> dict[str, str]:
    """Return the buckets' names by their stored values, in the order of their number keys."""
    design = day.design(activity).sort
    assert design is not None
    if design.buckets:
        return {one.value: one.label for one in design.buckets}
    choices = Job if design.subject == TechnologyNeed.table else Release
    return {one.value: day.words.say(one.label) for one in choices}


def tidy(day: Day, activity: Activity) -> None:
    """Merge the cards that say the same, and park what is not for today, where they were sorted."""
    names = _bucket_names(day, activity)
    for card in day.script.all(Card):
        into = day.script.get(Card, card.merged_into_id)
        if card.bucket not in names or not (into or card.parked):
            continue
        bucket = day.hands.find(QListView, names[card.bucket])
        day.hands.click_item(bucket, _index(bucket, card.text))
        if into:
            held = Qt.KeyboardModifier.ControlModifier
            day.hands.click_item(bucket, _index(bucket, into.text), held)
            day.hands.press("Ctrl+M")
        else:
            day.hands.choose_from_menu("Put on the parking list")


def give_dots(day: Day, activity: Activity) -> None:
    """Give everybody's dots, in the order in which they were given; then show the counts."""
    for dot in day.script.of(Dot, activity.id):
        day.hands.choose("Whose dots", day.name_of(dot.person_id))
        view, index = _dotted(day, activity, dot)
        day.hands.click_item(view, index)
        day.hands.press(*["+"] * dot.count)
    if any(one.revealed for one in day.script.of(DotRound, activity.id)):
        day.hands.click("Reveal dots")


def _dotted(day: Day, activity: Activity, dot: Dot) -> tuple[QAbstractItemView, QModelIndex]:
    """Return where the thing stands that a dot was given to."""
    card, item = day.script.get(Card, dot.card_id), day.script.get(ReleaseItem, dot.item_id)
    if card or item:
        text = card.text if card else item.item if item else ""
        for name in _bucket_names(day, activity).values():
            bucket = day.hands.find(QListView, name)
            if (index := _index(bucket, text)).isValid():
                return bucket, index
    step = day.script.get(ExperienceStep, dot.step_id)
    assert step is not None
    table = day.hands.find(QTableView, day.words.say(day.design(activity).title))
    found = _index(table, step.step)
    return table, found.siblingAtColumn(table.model().columnCount() - 1)


def _index(view: QAbstractItemView, text: str) -> QModelIndex:
    """Return the line of a list that says something; an invalid one if none does."""
    model = view.model()
    lines = (model.index(row, 0) for row in range(model.rowCount()))
    return next((one for one in lines if one.data() == text), QModelIndex())
