"""What is shipped and what it stands on: the wheel, its requirements, their exact versions."""

import os
import re
import tomllib
import zipfile
from importlib import metadata
from pathlib import Path
from typing import Any

import hatchling.build
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import crm_workshop

ROOT = Path(__file__).parents[2]
PACKAGES = ("crm_workshop", "resources", "ui")
# Each environment brings its own pip, which sqlite-utils names as a requirement.
UNPINNED = {"pip"}


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def pins() -> dict[str, Requirement]:
    """Return the lines of constraints.txt by the canonical name of what they pin."""
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    parsed = [Requirement(line) for line in lines if line and not line.startswith("#")]
    return {canonicalize_name(pin.name): pin for pin in parsed}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """Return the wheel as it would be published, built here without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    before = Path.cwd()
    os.chdir(ROOT)
    try:
        name = hatchling.build.build_wheel(str(folder))
    finally:
        os.chdir(before)
    return zipfile.ZipFile(folder / name)


def needed_here(project: dict[str, Any]) -> dict[str, str]:
    """Return name and installed version of all the project needs, for work on it too."""
    asked = project["project"]["dependencies"] + project["project"]["optional-dependencies"]["dev"]
    waiting = [Requirement(line) for line in asked + project["build-system"]["requires"]]
    found: dict[str, str] = {}
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        if name in found or (requirement.marker and not requirement.marker.evaluate({"extra": ""})):
            continue
        distribution = metadata.distribution(name)
        found[name] = distribution.version
        waiting += [Requirement(line) for line in distribution.requires or ()]
    return found


def test_everything_needed_is_pinned_at_the_version_in_use(
    project: dict[str, Any], pins: dict[str, Requirement]
) -> None:
    needed = needed_here(project)
    in_use = {name: f"=={needed[name]}" for name in needed.keys() - UNPINNED}
    assert {name: str(pins[name].specifier) for name in in_use if name in pins} == in_use


def test_nothing_is_pinned_that_nobody_needs(
    project: dict[str, Any], pins: dict[str, Requirement]
) -> None:
    unused = pins.keys() - needed_here(project).keys()
    assert {name for name in unused if pins[name].marker is None} == set()


def test_constraints_are_names_and_versions_only(pins: dict[str, Requirement]) -> None:
    assert all(pin.url is None and not pin.extras for pin in pins.values())
    assert all(re.fullmatch(r"==[\w.]+", str(pin.specifier)) for pin in pins.values())
    assert "//" not in (ROOT / "constraints.txt").read_text(encoding="utf-8")


def test_every_requirement_has_its_reason_in_the_docs(project: dict[str, Any]) -> None:
    reasons = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rows = [line.split("|")[1] for line in reasons.splitlines() if line.startswith("|")]
    explained = {canonicalize_name(name.strip(" `")) for row in rows for name in row.split(",")}
    asked = project["project"]["dependencies"] + project["project"]["optional-dependencies"]["dev"]
    assert {canonicalize_name(Requirement(line).name) for line in asked} <= explained


def test_the_build_uses_the_pinned_backend(
    project: dict[str, Any], pins: dict[str, Requirement]
) -> None:
    backend = Requirement(project["build-system"]["requires"][0])
    assert backend.specifier == pins[canonicalize_name(backend.name)].specifier


def test_the_wheel_holds_all_three_packages_and_nothing_else(wheel: zipfile.ZipFile) -> None:
    information = f"crm_workshop-{crm_workshop.__version__}.dist-info"
    shipped = {name for name in wheel.namelist() if not name.startswith(f"{information}/")}
    present = {
        path.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert shipped == present
    assert f"{information}/licenses/LICENSE" in wheel.namelist()


def test_the_wheel_gives_the_command_and_the_version(wheel: zipfile.ZipFile) -> None:
    information = f"crm_workshop-{crm_workshop.__version__}.dist-info"
    commands = wheel.read(f"{information}/entry_points.txt").decode()
    described = wheel.read(f"{information}/METADATA").decode()
    assert commands == "[console_scripts]\ncrm-workshop = ui.app:main\n"
    assert "\nRequires-Python: >=3.11\n" in described
    assert "\nLicense-Expression: MIT\n" in described
