"""A process killed in the middle of writing: every step is there whole, or not at all."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from crm_workshop.model.capture import Card
from crm_workshop.store import backup
from crm_workshop.store.library import Store

_WRITER = """
import sys
from crm_workshop.model.capture import Card
from crm_workshop.model.workshop import Activity, Workshop
from crm_workshop.store.library import Store

store = Store.open(sys.argv[1])
with store.step("Create", None) as pen:
    workshop = pen.insert(Workshop(firm="Alder & Finch LLP"))
with store.step("Plan", workshop.id) as pen:
    activity = pen.insert(Activity(key="2.1"))
number = 0
while True:
    with store.step("Add two cards", workshop.id) as pen:
        for half in "ab":
            pen.insert(Card(activity_id=activity.id, text=f"{number}{half}"))
    print(number, flush=True)
    number += 1
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("after", [1, 7, 20])
def test_every_acknowledged_step_is_there_after_kill(tmp_path: Path, after: int) -> None:
    path = tmp_path / "library.crmw"
    with subprocess.Popen(
        [sys.executable, "-c", _WRITER, str(path)], stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout
        for _ in range(after):
            acknowledged = int(writer.stdout.readline())
        writer.send_signal(signal.SIGKILL)
        acknowledged = max([acknowledged, *map(int, writer.stdout.read().split())])
    with Store.open(path) as store:
        texts = [card.text for card in store.all(Card, 1)]
        whole = [f"{number}{half}" for number in range(len(texts) // 2) for half in "ab"]
        assert texts == whole
        assert len(texts) // 2 >= acknowledged + 1
        assert backup.verify(store.conn).problems == ()
        assert store.undo(1) == "Add two cards"
