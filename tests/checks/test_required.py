"""Every starred field of workshop.md has one rule that asks for it."""

from crm_workshop.checks.blank import TEXTS
from crm_workshop.model.base import Row
from crm_workshop.model.dossier import RECORDS
from crm_workshop.model.fields import specs
from crm_workshop.model.workshop import Person, Workshop

#: The required fields of which another rule speaks, and which.
ELSEWHERE = {
    ("experience_step", "wanted"): "F1, of all steps together",
    ("definition", "main_objective"): "O1",
    ("definition", "done_when"): "O1",
    ("definition", "done_by"): "O1",
    ("user_need", "user_group"): "T4",
    ("user_need", "kept_true_by"): "T4",
    ("technology_need", "serves"): "T4",
    ("release_item", "serves"): "T4",
    ("hard_decision", "decider"): "E1",
    ("hard_decision", "by"): "H3",
    ("hard_decision", "reason"): "H3",
    ("hard_decision", "told_by"): "E1",
    ("commitment", "person"): "E1",
    ("commitment", "first_on"): "E3",
    ("cascade_row", "leader"): "E1",
    ("champion", "person"): "E1",
    ("data_owner", "person"): "E1",
    ("win", "who_helped"): "W1",
    ("win", "willing"): "W1",
    ("win", "helper"): "E1",
    ("win", "told_by"): "W1",
    ("pitfall", "likely"): "P2",
    ("review", "on_date"): "R1",
    ("review", "chair"): "E1",
    ("governance", "rhythm"): "R1",
    ("governance", "answer_days"): "R1",
    ("governance", "escalate_to"): "E1",
    ("governance", "message_by"): "E1",
}

#: They have an answer from the beginning.
ANSWERED = {("workshop", "sector")}


def test_each_required_field_has_one_rule() -> None:
    records: tuple[type[Row], ...] = (Workshop, Person, *RECORDS.values())
    required = {
        (record.table, spec.name) for record in records for spec in specs(record) if spec.required
    }
    assert required == TEXTS.keys() | ELSEWHERE.keys() | ANSWERED
    assert not TEXTS.keys() & ELSEWHERE.keys()


def test_each_text_is_a_name_a_title_a_sentence_and_a_question() -> None:
    for name, title, sentence, question in TEXTS.values():
        assert name[-1] not in ".?"
        assert title[-1] in ".?"
        assert sentence[-1] == "."
        assert question[-1] == "?"


def test_no_two_fields_say_the_same() -> None:
    assert len(set(TEXTS.values())) == len(TEXTS)
