"""Setting a composed charter on sheets: lines, things that stand in a column, pages."""
