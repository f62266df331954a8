"""One processor thread for every test: small models run faster so, and neighbours on the machine do not matter."""

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")
