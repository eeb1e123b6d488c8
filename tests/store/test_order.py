"""Positions: any sequence of moves gives the order that moving a list gives."""

from hypothesis import given
from hypothesis import strategies as st

from crm_workshop.model.capture import Theme
from crm_workshop.model.workshop import Activity, Workshop
from crm_workshop.store.library import Store


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(-1, 3)), max_size=40))
def test_moves_order_like_a_list(moves: list[tuple[int, int]]) -> None:
    with Store.open(":memory:") as store, store.step("Make", None) as pen:
        workshop = pen.insert(Workshop(firm="x"))
        activity = pen.insert(Activity(workshop_id=workshop.id, key="2.1"))
        made = [
            pen.insert(Theme(workshop_id=workshop.id, activity_id=activity.id, name=str(number)))
            for number in range(5)
        ]
        expected = [one.id for one in made]
        for which, behind in moves:
            rows = store.all(Theme, workshop.id)
            row = rows[which]
            others = [one for one in rows if one.id != row.id]
            after = others[behind] if behind >= 0 else None
            pen.place(row, after=after, among=rows)
            expected.remove(row.id)
            expected.insert(behind + 1, row.id)
            assert [one.id for one in store.all(Theme, workshop.id)] == expected


def test_a_thousand_moves_to_one_place_still_order(  # the gap halves each time until it is spent
) -> None:
    with Store.open(":memory:") as store, store.step("Make", None) as pen:
        workshop = pen.insert(Workshop(firm="x"))
        activity = pen.insert(Activity(workshop_id=workshop.id, key="2.1"))
        first, *_ = (
            pen.insert(Theme(workshop_id=workshop.id, activity_id=activity.id, name=str(number)))
            for number in range(4)
        )
        for _ in range(1000):
            rows = store.all(Theme, workshop.id)
            first = rows[0]
            last = pen.place(rows[-1], after=first, among=rows)
            assert [one.id for one in store.all(Theme, workshop.id)][1] == last.id
