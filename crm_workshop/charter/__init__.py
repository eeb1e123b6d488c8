"""The charter: composed from the records as plain data, then set as PDF or Markdown."""
