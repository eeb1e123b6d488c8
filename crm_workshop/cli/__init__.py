"""The command line: everything a workshop is, without a window."""

from crm_workshop.cli.main import main

__all__ = ["main"]
