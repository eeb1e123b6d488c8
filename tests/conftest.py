"""What every test shares: no screen is needed, and hypothesis repeats itself exactly."""

import os

from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("ci", derandomize=True, deadline=None)
settings.load_profile("ci")
