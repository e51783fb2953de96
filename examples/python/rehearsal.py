"""A rehearsal beside `mock-isales run`, for its tools to tell of: duplicates, a number on the blocklist, many records.

mock-isales run -- sh -c 'python rehearsal.py dialler:Dialler; mock-isales report; mock-isales why'
"""

import os
import sys
from pkgutil import resolve_name

from answers import Refused
from dialler import Dialler, Record
from mock_isales.testing import Control

REHEARSED = [
    [Record("twice", ["88888888", "88888888"])],
    [Record("blocked", ["99999999"])],
    [Record(f"customer {index}", [f"8888{index:04}", f"6666{index:04}"]) for index in range(41)],
]

kind: type[Dialler] = resolve_name(sys.argv[1])
with Control(os.environ["MOCK_ISALES_URL"]) as control:
    world = control.world()
    world.clock.freeze()
    world.blocklist(1).add("99999999")
    with kind(world.url, vdn=1, campaign=1, authorization="any", pause=world.clock.advance) as dialler:
        for records in REHEARSED:
            try:
                dialler.add(records)
                print(f"accepted: {len(records)}")
            except Refused as refused:
                print(f"{type(refused).__name__}: {refused}")
