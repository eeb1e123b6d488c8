"""The invented workshops that come with the program, as exchange files."""

from dataclasses import dataclass
from importlib import resources


@dataclass(frozen=True, slots=True)
class Sample:
    """One sample: the name it is asked for by, what it shows, and its exchange file."""

    name: str
    title: str
    data: bytes


def samples() -> tuple[Sample, ...]:
    """Return all samples, the complete one first."""
    folder = resources.files("resources").joinpath("samples")
    return tuple(
        Sample(name, title, folder.joinpath(f"{name}.json").read_bytes())
        for name, title in _TITLES.items()
    )


_TITLES = {
    "alder-finch": "Alder & Finch LLP: a law firm’s half-day, complete to the signatures",
    "eastmere": "City of Eastmere: a council’s full day, half-way through",
    "pennyquick": "Pennyquick & Larch LLP: an accounting firm’s 90 minutes, just prepared",
}
