"""One workshop as one documented JSON file: written, read, and brought into a library."""

from crm_workshop.exchange.bring import import_workshop, insert_dossier
from crm_workshop.exchange.parse import parse
from crm_workshop.exchange.problems import ExchangeError, Problem
from crm_workshop.exchange.samples import Sample, samples
from crm_workshop.exchange.schema import schema
from crm_workshop.exchange.write import dump

__all__ = [
    "ExchangeError",
    "Problem",
    "Sample",
    "dump",
    "import_workshop",
    "insert_dossier",
    "parse",
    "samples",
    "schema",
]
