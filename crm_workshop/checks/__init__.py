"""The checks: what stands between a workshop's records and a charter that can be signed."""

from crm_workshop.checks.finding import Finding, Level
from crm_workshop.checks.rules import accepted, check, open_stops

__all__ = ["Finding", "Level", "accepted", "check", "open_stops"]
