"""A rehearsal in a plain script: 45 records to a contact centre that lives as long as the block."""

from dialler import Dialler, Record
from mock_isales.testing import MockIsales

RECORDS = [Record(f"customer {index}", [f"8888{index:04}"]) for index in range(45)]

with MockIsales() as isales:
    isales.clock.freeze()
    with Dialler(isales.url, vdn=1, campaign=1, authorization="any", pause=isales.clock.advance) as dialler:
        dialler.add(RECORDS)
    calls, waiting = isales.journal.count(), isales.campaign(1, 1).get().incomplete_records

print(f"{dialler.accepted} of {len(RECORDS)} records accepted in {calls} calls; {waiting} wait to be dialled")
