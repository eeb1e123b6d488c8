"""Cards and needs, sorted into buckets."""
