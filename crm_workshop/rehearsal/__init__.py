"""Running a workshop again, from what it wrote down, through the real operations."""

from crm_workshop.rehearsal.run import prepare, rehearse

__all__ = ["prepare", "rehearse"]
