"""The charter’s sections, one subject each: records in, a `Section` out."""
