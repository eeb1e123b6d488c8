"""What the system tells of this computer without being asked twice: its disk and its battery."""

from dataclasses import dataclass
from pathlib import Path
from shutil import disk_usage
from typing import Final

#: Where Linux tells of batteries and mains.
POWER: Final = Path("/sys/class/power_supply")

#: From here on (bytes) a disk has room for a day, its copies and its charters.
ENOUGH: Final = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Battery:
    """How full the battery is (per cent), and whether it is being emptied."""

    percent: int
    is_draining: bool


def free_bytes(folder: Path) -> int | None:
    """Return how much room is left where a folder is; None where the system does not tell."""
    try:
        return disk_usage(folder).free
    except OSError:
        return None


def read_battery(power: Path) -> Battery | None:
    """Return the first battery that a system tells of in `power`; None where it tells of none."""
    try:
        for supply in sorted(power.iterdir()):
            if _word(supply, "type") == "Battery" and _word(supply, "scope") != "Device":
                percent = int(_word(supply, "capacity"))
                return Battery(percent, _word(supply, "status") == "Discharging")
    except (OSError, ValueError):
        return None  # not a system that tells, or not in the way we know
    return None


def _word(supply: Path, name: str) -> str:
    file = supply / name
    return file.read_text("utf-8").strip() if file.is_file() else ""
