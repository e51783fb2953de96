"""A call for each clause that can refuse."""

from tests.golden.samples import ON, USUAL, Sample, called, cn, number, of_cn, of_on, on, record

WITHOUT = {"Content-Type": USUAL["Content-Type"]}
TEXT = {**USUAL, "Content-Type": "text/plain"}
LATIN = {**USUAL, "Content-Type": "application/json; charset=ISO-8859-1"}
NO_TYPE = {"Authorization": USUAL["Authorization"]}

ENVELOPES = (
    Sample(name="CN-URI", path="/rest/isales/v2/openapi/campaigns/{vdn}/callerno/{campaign}", body=cn(number())),
    Sample(name="ON-URI", path=f"{ON}/", body=on(record())),
    of_cn("METHOD", b"", method="GET"),
    of_on("METHOD", on(record()), method="PUT"),
    of_cn("AUTHORIZATION", cn(number()), headers=WITHOUT),
    of_on("AUTHORIZATION", on(record()), headers={**USUAL, "Authorization": " "}),
    of_cn("BODY-SIZE", cn(number()).ljust(70_000)),
    of_on("BODY-SIZE", on(record()).ljust(70_000)),
    of_cn("CONTENT-TYPE", cn(number()), headers=TEXT),
    of_on("CONTENT-TYPE", on(record()), headers=NO_TYPE),
    of_cn("BODY-EMPTY", b""),
    of_on("BODY-EMPTY", b""),
    of_cn("BODY-JSON", b"{'callerNo': []}"),
    of_on("BODY-JSON", b'{\n  "callDataList": [\n    {"called": [{"calledNo": 88888888 "type": "SI"}]}\n  ]\n}'),
    of_cn("BODY-OBJECT", b'[{"accessCode": "4001", "priority": 1}]'),
    of_on("BODY-OBJECT", b'"text"'),
)

PATHS = (
    of_cn("VDNID-TYPE", cn(number()), vdn="{vdnId}"),
    of_cn("VDNID-RANGE", cn(number()), vdn="10000"),
    of_cn("CAMPAIGNID-TYPE", cn(number()), campaign="1001.0"),
    of_cn("CAMPAIGNID-RANGE", cn(number()), campaign="0"),
    of_on("VDNID-TYPE", on(record()), vdn="vdn1"),
    of_on("VDNID-RANGE", on(record()), vdn="0"),
    of_on("CAMPAIGNID-TYPE", on(record()), campaign="spring"),
    of_on("CAMPAIGNID-RANGE", on(record()), campaign="-1001"),
)

CN_FIELDS = (
    of_cn("CALLERNO-MANDATORY", b"{}"),
    of_cn("CALLERNO-TYPE", b'{"callerNo": {"accessCode": "4001", "priority": 1}}'),
    of_cn("CALLERNO-COUNT", cn(*(number(str(code)) for code in range(1000, 1150)))),
    of_cn("CALLERNO-ENTRY-MANDATORY", cn(number(), None)),
    of_cn("CALLERNO-ENTRY-TYPE", cn("4001")),
    of_cn("ACCESSCODE-MANDATORY", cn({"priority": 1})),
    of_cn("ACCESSCODE-TYPE", cn(number(), number(4001), number("1"))),
    of_cn("ACCESSCODE-LENGTH", cn(number("1234567890123456789012345"))),
    of_cn("ACCESSCODE-CHARACTERS", cn(number("+86 (755) 400-1234"))),
    of_cn("PRIORITY-MANDATORY", cn({"accessCode": "4001"})),
    of_cn("PRIORITY-TYPE", cn(number("4001", "2"))),
    of_cn("PRIORITY-RANGE", cn(number("4001", 0))),
)

CN_RULES = (
    of_cn("CAMPAIGN", cn(number()), campaign="1010"),
    of_cn("PROVISIONED", cn(number("4001"), number("4003")), settings={"deployment": "saas"}),
    of_cn("DUPLICATE", cn(number("1"), number("2"), number("1", 2))),
    of_cn("TOTAL", cn(number("1"), number("2")), campaign="1007", settings={"callerno_total_max": 2}),
    of_cn("STORING", cn(number()), fails=True),
)

ON_FIELDS = (
    of_on("CALLDATALIST-MANDATORY", b'{"batchId": "1", "calldatalist": []}'),
    of_on("CALLDATALIST-TYPE", b'{"callDataList": ""}'),
    of_on("CALLDATALIST-COUNT", on(*(record(str(called_no)) for called_no in range(41)))),
    of_on("BATCHID-TYPE", on(record(), batchId=20261121)),
    of_on("STRING-NUL", on(record(), record("1", caller="10086\0"))),
    of_on("CALLDATALIST-ENTRY-MANDATORY", on(None)),
    of_on("CALLDATALIST-ENTRY-TYPE", on(record(), "13800000000")),
    of_on("SESSIONID-TYPE", on(record(sessionId=123456789))),
    of_on("SESSIONID-LENGTH", on(record(sessionId="0f8fad5b-d9cb-469f-a165-70867728950e"))),
    of_on("CALLED-MANDATORY", on({"sessionId": "1", "called": []})),
    of_on("CALLED-TYPE", on({"called": {"calledNo": "88888888"}})),
    of_on("CALLED-ENTRY-MANDATORY", on({"called": [{"calledNo": "88888888"}, None]})),
    of_on("CALLED-ENTRY-TYPE", on({"called": ["13800000000"]})),
    of_on("CALLEDNO-MANDATORY", on({"called": [{"calledno": "88888888"}]})),
    of_on("CALLEDNO-TYPE", on({"called": [{"calledNo": 13800000000}]})),
    of_on("CALLEDNO-LENGTH", on(record("1" * 25))),
    of_on("CALLEDNO-CHARACTERS", on(record(), record("1", "2"), record("3", "+86-138-0000-0000", "4"), record("5"))),
    of_on("DELAYTIME-TYPE", on(called(delayTime=30))),
    of_on("DELAYTIME-FORM", on(called(delayTime="30s"))),
    of_on("DELAYTIME-RANGE", on(called(delayTime="100000"))),
    of_on("TYPE-TYPE", on(called(type=1))),
    of_on("TYPE-LENGTH", on(called(type="mobile number of the office"))),
    of_on("TYPE-CHARACTERS", on(called(type="home,1"))),
    of_on("CALLER-TYPE", on(record(caller=10086))),
    of_on("CALLER-LENGTH", on(record(caller="sip:10086@example.com:5060"))),
    of_on("CUSTOMFIELD-TYPE", on(record(customField=["a"]))),
    of_on("CUSTOMFIELD-LENGTH", on(record(customField="客户" * 101))),
    of_on("CUSTOMFIELD-CHARACTERS", on(record(customField="李先生，VIP（北京）"))),
    of_on("RECYCLETIME-TYPE", on(record(recycleTime=1767225600))),
    of_on("RECYCLETIME-FORM", on(record(recycleTime="2026/02/30T18:00"))),
    of_on("CALLDATA-TYPE", on(record(callData={"fullName": "Lin Zihang", "age": 40}))),
    of_on("CALLDATA-LENGTH", on(record(callData="x" * 1025))),
    of_on("PRIORITY-TYPE", on(record(priority=5))),
    of_on("PRIORITY-FORM", on(record(priority="high"))),
    of_on("PRIORITY-RANGE", on(record(priority="6"))),
)

ON_RULES = (
    of_on("CAMPAIGN", on(record()), campaign="5001"),
    of_on("STATE", on(record()), campaign="1002"),
    of_on("PACE", on(record("2")), before=(on(record("1")),), pause=0.25),
    of_on("TYPE-CONTACT-POLICY", on(record(), record("1")), campaign="1003"),
    of_on("TYPE-BY-ROUND", on(called(type="SI"), record("1")), campaign="1004"),
    of_on("CALLDATA-JSON", on(record(callData="Lin Zihang")), campaign="1005"),
    of_on("DUPLICATE", on(record("1", sessionId="a"), record("2", "1", sessionId="a"), record("3"))),
    of_on("BLOCKLIST", on(record("1"), record("13900000000"), record("2"))),
    of_on("CAP", on(*(record(str(called_no)) for called_no in range(15))), campaign="1006"),
    of_on("STORING", on(record()), fails=True),
)

SAMPLES = (*ENVELOPES, *PATHS, *CN_FIELDS, *CN_RULES, *ON_FIELDS, *ON_RULES)
