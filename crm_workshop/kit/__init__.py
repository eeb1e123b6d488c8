"""A workshop's design as data: stages, activities, questions, scripts, minutes, words."""
