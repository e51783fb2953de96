"""Adding Calling Numbers, from top to bottom."""

from tests.conformance.documented import Sentence

ANOTHER_LIST = "part of the list shared by all interfaces; no rule of this one raises it"
PAGE = "the page's frame, not the interface"


def said(section: str, words: str, *clauses: str) -> Sentence:
    return Sentence("CN", section, words, clauses)


def silent(section: str, words: str, why: str) -> Sentence:
    return Sentence("CN", section, words, untestable=why)


SENTENCES = (
    silent("Title", "Adding Calling Numbers", "the interface's name"),
    said("Scenario", "invoked to add calling numbers to a campaign", "CN-ANSWER", "CN-TOTAL"),
    said("Prerequisites", "applied for a developer account", "CN-AUTHORIZATION", "CN-SIGNATURE"),
    said("Prerequisites", "the campaign has been created", "CN-CAMPAIGN"),
    said("Restrictions", "a maximum of 100 at a time, for the same campaign", "CN-CALLERNO-COUNT"),
    said("Restrictions", "the total cannot exceed the system parameter", "CN-TOTAL"),
    said("Restrictions", "the numbers added each time must be unique", "CN-DUPLICATE"),
    said("Restrictions", "cannot be added randomly in OP with the switch on No, or in SaaS", "CN-PROVISIONED"),
    said("Method", "supports only POST", "CN-METHOD"),
    said("URI", "https://ip:port/rest/isales/v1/.../{vdnId}/callerNo/{campaignId}", "CN-URI"),
    silent("URI", "ip and port of the CC-iSales server", "where a server stands is its user's choice"),
    said("URI table", "1 vdnId Integer mandatory", "CN-URI", "CN-VDNID-TYPE"),
    said("URI table", "1 vdnId from 1 to 9999", "CN-VDNID-RANGE"),
    said("URI table", "2 campaignId Integer mandatory, of a campaign", "CN-CAMPAIGNID-TYPE", "CN-CAMPAIGNID-RANGE"),
    said("Header table", "1 Content-Type String mandatory, fixed to JSON in UTF-8", "CN-CONTENT-TYPE"),
    said("Header table", "2 Authorization String mandatory", "CN-AUTHORIZATION"),
    said("Header table", "2 generated as the authentication page says", "CN-SIGNATURE"),
    said("Body table", "1 callerNo List mandatory", "CN-CALLERNO-MANDATORY", "CN-CALLERNO-TYPE"),
    said("Body table", "1 a maximum of 100 numbers at a time", "CN-CALLERNO-COUNT"),
    said("Body table", "1 parameters of this object", "CN-CALLERNO-ENTRY-MANDATORY", "CN-CALLERNO-ENTRY-TYPE"),
    said("Body table", "1.1 accessCode String mandatory", "CN-ACCESSCODE-MANDATORY", "CN-ACCESSCODE-TYPE"),
    silent("Body table", "1.1 displayed on the customer's phone", "no call is made"),
    said("Body table", "1.1 a maximum of 24 characters", "CN-ACCESSCODE-LENGTH"),
    said("Body table", "1.1 only digits", "CN-ACCESSCODE-CHARACTERS"),
    said("Body table", "1.2 priority Integer mandatory", "CN-PRIORITY-MANDATORY", "CN-PRIORITY-TYPE"),
    said("Body table", "1.2 from 1 to 5", "CN-PRIORITY-RANGE"),
    silent("Body table", "1.2 smaller means higher", "shows only when a call is made"),
    said("Response table", "1 resultCode String, 0200000 is success", "CN-ANSWER"),
    said("Response table", "2 resultDesc String", "CN-ANSWER", "CN-LOCALE"),
    said("Response table", "3 returnCode String, 0200000 is success", "CN-ANSWER"),
    said("Response table", "4 returnDesc String", "CN-ANSWER", "CN-LOCALE"),
    silent("Triggered Event", "None", "nothing happens that could be seen"),
    said("Error Codes", "0200001", "CN-CONTENT-TYPE", "CN-PROVISIONED", "CN-DUPLICATE", "CN-TOTAL", "CN-STORING"),
    said("Error Codes", "0200007", "CN-CAMPAIGN"),
    said(
        "Error Codes",
        "02000001",
        "CN-BODY-EMPTY",
        "CN-CALLERNO-MANDATORY",
        "CN-CALLERNO-ENTRY-MANDATORY",
        "CN-ACCESSCODE-MANDATORY",
        "CN-PRIORITY-MANDATORY",
    ),
    said("Error Codes", "02000002", "CN-ACCESSCODE-CHARACTERS"),
    said("Error Codes", "02000003", "CN-ACCESSCODE-LENGTH"),
    silent("Error Codes", "02000004", ANOTHER_LIST),
    silent("Error Codes", "02000005", ANOTHER_LIST),
    said(
        "Error Codes",
        "02000006",
        "CN-VDNID-TYPE",
        "CN-CAMPAIGNID-TYPE",
        "CN-BODY-OBJECT",
        "CN-CALLERNO-TYPE",
        "CN-CALLERNO-ENTRY-TYPE",
        "CN-ACCESSCODE-TYPE",
        "CN-PRIORITY-TYPE",
    ),
    said("Error Codes", "02000007", "CN-VDNID-RANGE", "CN-CAMPAIGNID-RANGE", "CN-PRIORITY-RANGE"),
    said("Error Codes", "02000008", "CN-BODY-JSON"),
    silent("Error Codes", "02000009", ANOTHER_LIST),
    silent("Error Codes", "02000010", ANOTHER_LIST),
    said("Error Codes", "02000011", "CN-CALLERNO-COUNT"),
    said("Example", "the request's body, two numbers", "CN-ANSWER"),
    said("Example", "the answer's body, four members", "CN-ANSWER"),
    silent("Feedback", "was this page helpful, and when it was updated", PAGE),
)
