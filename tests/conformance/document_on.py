"""Adding Outbound Numbers (V2), from top to bottom."""

from tests.conformance.documented import Sentence

ANOTHER_LIST = "part of the list shared by all interfaces; no rule of this one raises it"
LATER = "shows only when a call is made; stored and read back, see the tests of the control interface"


def said(section: str, words: str, *clauses: str) -> Sentence:
    return Sentence("ON", section, words, clauses)


def silent(section: str, words: str, why: str) -> Sentence:
    return Sentence("ON", section, words, untestable=why)


BEFORE_THE_BODY = (
    silent("Title", "Adding Outbound Numbers (V2)", "the interface's name"),
    said("Scenario", "invoked to add outbound numbers to a campaign", "ON-ANSWER", "ON-TOTAL-SIZE"),
    said("Prerequisites", "applied for a developer account", "ON-AUTHORIZATION", "ON-SIGNATURE"),
    said("Prerequisites", "the campaign has been created", "ON-CAMPAIGN"),
    said("Restrictions", "incomplete calls of a campaign at most 200,000", "ON-CAP"),
    said("Restrictions", "20 records each time by default", "ON-CALLDATALIST-COUNT"),
    said("Restrictions", "isales.api.calldata.max changes that number", "ON-CALLDATALIST-COUNT"),
    said("Restrictions", "invoking time at least 1 second, for the same campaign", "ON-PACE"),
    said("Restrictions", "recommended: at most 2000, uncomplate.count false", "ON-CALLDATALIST-COUNT", "ON-CAP"),
    silent("Restrictions", "otherwise it may take more than 1 second", "a warning about speed, not a rule"),
    said("Restrictions", "numbers under the same session ID must be unique", "ON-DUPLICATE"),
    said("Restrictions", "numbers must not be in the blocklist", "ON-BLOCKLIST"),
    said("Restrictions", "a blocklisted number makes the request fail", "ON-BLOCKLIST"),
    said("Method", "supports only POST", "ON-METHOD"),
    said("URL", "https://ip:port/rest/isales/v2/.../{vdnId}/calldata/{campaignId}", "ON-URI"),
    silent("URL", "ip and port of the CC-iSales server", "where a server stands is its user's choice"),
    said("Table 1", "1 vdnId Integer mandatory", "ON-URI", "ON-VDNID-TYPE"),
    said("Table 1", "1 vdnId from 1 to 9999", "ON-VDNID-RANGE"),
    said("Table 1", "2 campaignId Integer mandatory, of a campaign", "ON-CAMPAIGNID-TYPE", "ON-CAMPAIGNID-RANGE"),
    said("Table 2", "1 Content-Type String mandatory, fixed at JSON in UTF-8", "ON-CONTENT-TYPE"),
    said("Table 2", "2 Authorization String mandatory", "ON-AUTHORIZATION"),
    said("Table 2", "2 generated as the authentication page says", "ON-SIGNATURE"),
    said("Table 2", "3 locale String optional, zh_CN and en_US, default zh_CN", "ON-LOCALE"),
)

THE_BODY = (
    said("Table 3", "1 callDataList List mandatory", "ON-CALLDATALIST-MANDATORY", "ON-CALLDATALIST-TYPE"),
    said("Table 3", "1 a maximum of 20 records", "ON-CALLDATALIST-COUNT"),
    said("Table 3", "1 parameters of this object", "ON-CALLDATALIST-ENTRY-MANDATORY", "ON-CALLDATALIST-ENTRY-TYPE"),
    said("Table 3", "2 batchId String optional", "ON-BATCHID-TYPE", "ON-STRING-NUL"),
    said("Table 4", "1.1 sessionId String optional", "ON-SESSIONID-TYPE", "ON-STRING-NUL"),
    silent("Table 4", "1.1 sent back in the call's result", LATER),
    said("Table 4", "1.1 a maximum of 32 characters", "ON-SESSIONID-LENGTH"),
    said("Table 4", "1.2 called List mandatory", "ON-CALLED-MANDATORY", "ON-CALLED-TYPE"),
    said("Table 4", "1.2 customer number information", "ON-CALLED-ENTRY-MANDATORY", "ON-CALLED-ENTRY-TYPE"),
    said("Table 4", "1.3 caller String optional", "ON-CALLER-TYPE", "ON-STRING-NUL"),
    said("Table 4", "1.3 a maximum of 24 characters", "ON-CALLER-LENGTH"),
    said("Table 4", "1.4 customField String optional", "ON-CUSTOMFIELD-TYPE", "ON-STRING-NUL"),
    said("Table 4", "1.4 a maximum of 200 characters", "ON-CUSTOMFIELD-LENGTH"),
    said("Table 4", "1.4 without the special characters", "ON-CUSTOMFIELD-CHARACTERS"),
    said("Table 4", "1.5 recycleTime String optional", "ON-RECYCLETIME-TYPE", "ON-STRING-NUL"),
    said("Table 4", "1.5 in yyyy-mm-dd hh:mm:ss format", "ON-RECYCLETIME-FORM"),
    said("Table 4", "1.6 callData String optional", "ON-CALLDATA-TYPE", "ON-STRING-NUL"),
    said("Table 4", "1.6 a maximum of 1024 characters", "ON-CALLDATA-LENGTH"),
    said("Table 4", "1.6 JSON is recommended", "ON-CALLDATA-JSON"),
    said("Table 4", "1.6 must be JSON with an intelligent IVR flow", "ON-CALLDATA-JSON"),
    silent("Table 4", "1.6 the flow's diagram element parses it", "inside the IVR flow, which is not imitated"),
    said("Table 4", "1.6 the example, escaped once more", "ON-CALLDATA-JSON"),
    said("Table 4", "1.7 priority String optional", "ON-PRIORITY-TYPE", "ON-PRIORITY-FORM", "ON-STRING-NUL"),
    said("Table 4", "1.7 from 1 to 5", "ON-PRIORITY-RANGE"),
    silent("Table 4", "1.7 the default is 3", LATER),
    silent("Table 4", "1.7 1 is the highest, data is extracted by priority", LATER),
    said("Table 5", "1.2.1 calledNo String mandatory", "ON-CALLEDNO-MANDATORY", "ON-CALLEDNO-TYPE", "ON-STRING-NUL"),
    said("Table 5", "1.2.1 a maximum of 24 characters", "ON-CALLEDNO-LENGTH"),
    said("Table 5", "1.2.1 only digits, * and #", "ON-CALLEDNO-CHARACTERS"),
    said("Table 5", "1.2.2 delayTime String optional", "ON-DELAYTIME-TYPE", "ON-STRING-NUL"),
    said("Table 5", "1.2.2 in seconds, from 0 to 86400", "ON-DELAYTIME-FORM", "ON-DELAYTIME-RANGE"),
    silent("Table 5", "1.2.2 the default is 0", LATER),
    said("Table 5", "1.2.3 type String optional", "ON-TYPE-TYPE", "ON-STRING-NUL"),
    said("Table 5", "1.2.3 mandatory under the contact policy", "ON-TYPE-CONTACT-POLICY"),
    said("Table 5", "1.2.3 mandatory by round", "ON-TYPE-BY-ROUND"),
    said("Table 5", "1.2.3 a maximum of 20 characters", "ON-TYPE-LENGTH"),
    said("Table 5", "1.2.3 excluding special characters", "ON-TYPE-CHARACTERS"),
)

THE_ANSWER = (
    said("Table 6", "1 resultCode String, 0200000 is success", "ON-ANSWER"),
    said("Table 6", "2 resultDesc String", "ON-ANSWER", "ON-LOCALE"),
    said("Table 6", "3 returnCode String, 0200000 is success", "ON-ANSWER"),
    said("Table 6", "4 returnDesc String", "ON-ANSWER", "ON-LOCALE"),
    said("Table 6", "5 returnObject Object", "ON-ANSWER"),
    said("Table 7", "5.1 totalSize Integer, calls that the system needs to make", "ON-TOTAL-SIZE"),
    said("Table 7", "5.1 datalist Object", "ON-DATA-ID-LIST"),
    said("Table 8", "5.1 called String, new outbound number", "ON-DATA-ID-LIST"),
    said("Table 8", "5.1 dataId String", "ON-DATA-ID"),
    silent("Triggered Event", "None", "nothing happens that could be seen"),
)

ERROR_CODES = (
    said("Error Codes", "0200001", "ON-CONTENT-TYPE", "ON-CALLDATA-JSON"),
    said("Error Codes", "0200006", "ON-STORING"),
    said("Error Codes", "0200007", "ON-CAMPAIGN"),
    said("Error Codes", "0200018", "ON-DUPLICATE"),
    said("Error Codes", "0200019", "ON-STATE"),
    said("Error Codes", "0200020", "ON-CAP"),
    said("Error Codes", "0200022", "ON-PACE"),
    said("Error Codes", "0200024", "ON-BLOCKLIST"),
    said("Error Codes", "0200029", "ON-CALLDATALIST-COUNT"),
    said("Error Codes", "0200030", "ON-RECYCLETIME-FORM"),
    said(
        "Error Codes",
        "02000001",
        "ON-BODY-EMPTY",
        "ON-CALLDATALIST-MANDATORY",
        "ON-CALLDATALIST-ENTRY-MANDATORY",
        "ON-CALLED-MANDATORY",
        "ON-CALLED-ENTRY-MANDATORY",
        "ON-CALLEDNO-MANDATORY",
        "ON-TYPE-CONTACT-POLICY",
        "ON-TYPE-BY-ROUND",
    ),
    said(
        "Error Codes",
        "02000002",
        "ON-CALLEDNO-CHARACTERS",
        "ON-TYPE-CHARACTERS",
        "ON-CUSTOMFIELD-CHARACTERS",
        "ON-STRING-NUL",
    ),
    said(
        "Error Codes",
        "02000003",
        "ON-SESSIONID-LENGTH",
        "ON-CALLEDNO-LENGTH",
        "ON-TYPE-LENGTH",
        "ON-CALLER-LENGTH",
        "ON-CUSTOMFIELD-LENGTH",
        "ON-CALLDATA-LENGTH",
    ),
    silent("Error Codes", "02000004", ANOTHER_LIST),
    silent("Error Codes", "02000005", ANOTHER_LIST),
    said(
        "Error Codes",
        "02000006",
        "ON-VDNID-TYPE",
        "ON-CAMPAIGNID-TYPE",
        "ON-BODY-OBJECT",
        "ON-CALLDATALIST-TYPE",
        "ON-BATCHID-TYPE",
        "ON-CALLDATALIST-ENTRY-TYPE",
        "ON-SESSIONID-TYPE",
        "ON-CALLED-TYPE",
        "ON-CALLED-ENTRY-TYPE",
        "ON-CALLEDNO-TYPE",
        "ON-DELAYTIME-TYPE",
        "ON-TYPE-TYPE",
        "ON-CALLER-TYPE",
        "ON-CUSTOMFIELD-TYPE",
        "ON-RECYCLETIME-TYPE",
        "ON-CALLDATA-TYPE",
        "ON-PRIORITY-TYPE",
    ),
    said(
        "Error Codes",
        "02000007",
        "ON-VDNID-RANGE",
        "ON-CAMPAIGNID-RANGE",
        "ON-DELAYTIME-RANGE",
        "ON-PRIORITY-RANGE",
    ),
    said("Error Codes", "02000008", "ON-BODY-JSON", "ON-DELAYTIME-FORM", "ON-PRIORITY-FORM"),
    silent("Error Codes", "02000009", ANOTHER_LIST),
    silent("Error Codes", "02000010", ANOTHER_LIST),
    silent("Error Codes", "02000011", "0200029 counts the records; no other list has a maximum"),
)

EXAMPLES = (
    said("Example", "the request's body, two records, three numbers", "ON-ANSWER", "ON-DATA-ID-LIST"),
    said("Example", "the answer's body, totalSize 2", "ON-ANSWER", "ON-TOTAL-SIZE"),
    said("Example", "the answer's body, dataIdList of two with 19 digits each", "ON-DATA-ID-LIST", "ON-DATA-ID"),
)

SENTENCES = (*BEFORE_THE_BODY, *THE_BODY, *THE_ANSWER, *ERROR_CODES, *EXAMPLES)
