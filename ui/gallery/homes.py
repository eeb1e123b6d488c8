"""The library's window: with the samples, with every section, found in, and empty."""

from collections.abc import Iterator

from PySide6.QtWidgets import QLineEdit, QWidget

from crm_workshop.activities.workshops import archive_workshop, create_workshop
from crm_workshop.exchange import import_workshop
from crm_workshop.exchange.samples import samples
from crm_workshop.model.workshop import Workshop
from crm_workshop.store.library import Store
from ui.bridge import StoreBridge
from ui.gallery.stage import Stage, settle, shown
from ui.home.window import HomeWindow

#: A name as long as any; whoever has it finds it whole on the list.
_LONG = "Whitcombe, Daughters & Sons International Chartered Surveyors and Valuers"


def homes(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """Yield the library's window in each of its states."""
    yield from _home(stage, "home", stage.store)
    yield from _home(stage, "home-found", stage.store, "client")
    with Store.open(":memory:", now=stage.moment) as store:
        yield from _home(stage, "home-empty", store)
        if stage.wanted("home-sections"):
            _fill(store)
            yield from _home(stage, "home-sections", store)


def _home(
    stage: Stage, name: str, store: Store, looked_for: str = ""
) -> Iterator[tuple[str, QWidget]]:
    if not stage.wanted(name):
        return
    home = HomeWindow(store, StoreBridge(store))
    shown(home, stage.size)
    (field,) = home.findChildren(QLineEdit)
    field.setText(looked_for)
    settle()
    home.settling.count_all()
    settle()
    yield name, home
    home.close()
    home.deleteLater()
    settle()


def _fill(store: Store) -> None:
    """Let there be workshops in every section."""
    complete, *others = (one.data for one in samples())
    for data in others:
        import_workshop(store, data)
    signed = import_workshop(store, complete)
    with store.step("Sign", signed) as pen:
        workshop = store.get(Workshop, signed)
        pen.update(workshop, firm="Brandt Consulting", charter_version="1.0")
    create_workshop(store, _LONG)
    archive_workshop(store, create_workshop(store, "Norrland Revision AB").id)
