"""Adding Outbound Numbers: what the answer to an accepted call says. Sections 1 and 6."""

from tests.conformance.build import called, distinct_records, on, record
from tests.conformance.campaigns import Kind
from tests.conformance.case import passing

# the document's sample, to the letter but for the indentation
SAMPLE = b"""{
  "batchId": "174667380880136549777962146073",
  "callDataList": [
        {
            "sessionId": "123456789",
            "called": [
                {
                    "calledNo": "88888888",
                    "delayTime": "0",
                    "type": "SI"
                },
                {
                    "calledNo": "99999999",
                    "delayTime": "1",
                    "type": "SI"
                }
            ]
        },
        {
            "sessionId": "987654322",
            "called": [
                {
                    "calledNo": "66666666",
                    "delayTime": "0",
                    "type": "SI"
                }
            ],
            "priority": "5"
        }
    ]
}"""

EVERY_FIELD = on(
    record(
        called("*88#", delayTime="86400", type="mobile-1"),
        sessionId="subscriber 1",
        caller="10086",
        customField="blue car_7",
        recycleTime="2025-11-13 08:00:00",
        callData='{"fullName": "Lin Zihang"}',
        priority="1",
    ),
    batchId="1",
)

CASES = (
    passing("ON-ANSWER", "the document's sample", SAMPLE, total_size=2, called=("88888888", "66666666")),
    passing("ON-ANSWER", "every field", EVERY_FIELD, total_size=1, called=("*88#",)),
    passing("ON-TOTAL-SIZE", "one record", on(), total_size=1),
    passing(
        "ON-TOTAL-SIZE", "one record of three numbers", on(record(called("1"), called("2"), called("3"))), total_size=1
    ),
    passing("ON-TOTAL-SIZE", "20", on(*distinct_records(20)), total_size=20),
    passing("ON-TOTAL-SIZE", "five pending and two", on(*distinct_records(2)), kind=Kind.FIVE_PENDING, total_size=7),
    passing(
        "ON-DATA-ID-LIST",
        "one entry a record, its first number",
        on(record(called("3"), called("1")), record(called("2")), record(called("9"), called("8"), called("7"))),
        called=("3", "2", "9"),
    ),
    passing(
        "ON-DATA-ID-LIST",
        "in the order sent, whatever the priority",
        on(record(called("2"), priority="5"), record(called("1"), priority="1")),
        called=("2", "1"),
    ),
    passing(
        "ON-DATA-ID",
        "20 of 19 digits, increasing",
        on(*distinct_records(20)),
        called=tuple(str(70000000 + index) for index in range(20)),
    ),
)
