"""Data that ships with CRM Workshop: kits, vocabularies, samples; read by importlib.resources."""
