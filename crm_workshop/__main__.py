"""`python -m crm_workshop`: the command line without the windows."""

import sys

from crm_workshop.cli import main

sys.exit(main())
