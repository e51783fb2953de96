"""The body as bytes and as JSON: section 3, step 4."""

from tests.conformance.build import BEYOND_BMP, cn, number, on, record, valid, with_ignored
from tests.conformance.case import Case, passing, refusing
from tests.conformance.interfaces import BOTH, CN, Interface

SURROGATE_PAIR = r'"\ud83d\ude00"'
ESCAPED_BACKSLASH = r'"\\ud800"'

SOUND_VALUES = (
    ("null", "null"),
    ("empty key", '{"": 1}'),
    ("surrogate pair, escaped", SURROGATE_PAIR),
    ("surrogate pair in a key", f"{{{SURROGATE_PAIR}: 1}}"),
    ("beyond the BMP, unescaped", f'"{BEYOND_BMP}"'),
    ("escaped backslash before ud800", ESCAPED_BACKSLASH),
    ("escaped NUL", r'"\u0000"'),
    ("DEL and U+2028", '"\x7f\u2028"'),
    ("noncharacter", '"\uffff"'),
    ("every escape", r'"\"\\\/\b\f\n\r\t\u00e9"'),
    ("minus zero", "-0"),
    ("exponents", "[1e5, 1E+5, 1.5e-5]"),
    ("1e400", "1e400"),
    ("5,000 digits", "9" * 5000),
    ("5,000 digits after the point", "0." + "1" * 5000),
    ("100 deep, lists", "[" * 99 + "]" * 99),
    ("100 deep, objects", '{"a":' * 98 + "{}" + "}" * 98),
    ("many brackets side by side", "[" + "[]," * 500 + "[]]"),
    ("brackets in a string", '"' + "[" * 500 + '"'),
)

UNSOUND_VALUES: tuple[tuple[str, str | bytes], ...] = (
    ("NaN", "NaN"),
    ("Infinity", "Infinity"),
    ("-Infinity", "-Infinity"),
    ("NaN deep inside", '{"a": [1, {"b": NaN}]}'),
    ("True", "True"),
    ("undefined", "undefined"),
    ("leading zero", "01"),
    ("plus sign", "+1"),
    ("point in front", ".5"),
    ("point at the end", "1."),
    ("bare minus", "-"),
    ("hexadecimal", "0x1"),
    ("single quotes", "'x'"),
    ("no key quotes", "{a: 1}"),
    ("trailing comma in a list", "[1,]"),
    ("trailing comma in an object", '{"a": 1,}'),
    ("comment", "1 /* one */"),
    ("unescaped line feed", '"a\nb"'),
    ("unescaped tab", '"a\tb"'),
    ("unescaped NUL", '"a\x00b"'),
    ("unknown escape", r'"\x41"'),
    ("short escape", r'"\u41"'),
    ("signed escape", r'"\u+041"'),
    ("no-break space", "\u00a01"),
    ("form feed", "\x0c1"),
    ("Latin-1", b'"\xe9"'),
    ("overlong UTF-8", b'"\xc0\x80"'),
    ("surrogate in UTF-8", b'"\xed\xa0\x80"'),
    ("beyond U+10FFFF", b'"\xf4\x90\x80\x80"'),
    ("cut UTF-8", b'"\xf0\x9f\x98"'),
    ("high surrogate", r'"\ud800"'),
    ("high surrogate, upper case", r'"\uDBFF"'),
    ("low surrogate", r'"\udc00"'),
    ("surrogates the wrong way round", r'"\ude00\ud83d"'),
    ("high surrogate before a letter", r'"\ud83dA"'),
    ("two high surrogates and a low one", r'"\ud83d\ud83d\ude00"'),
    ("surrogate after an escaped backslash", r'"\\\ud800"'),
    ("surrogate in a key", r'{"\ud800": 1}'),
    ("surrogate under a key that is given again", r'{"a": "\ud800", "a": 1}'),
    ("101 deep, lists", "[" * 100 + "]" * 100),
    ("101 deep, objects", '{"a":' * 99 + "{}" + "}" * 99),
    ("100,000 deep", "[" * 100_000 + "]" * 100_000),
    ("100,000 opened", "[" * 100_000),
)


def unsound_bodies(to: Interface) -> tuple[tuple[str, bytes], ...]:
    body = valid(to)
    return (
        ("byte-order mark", b"\xef\xbb\xbf" + body),
        ("white space only", b" \n"),
        ("one NUL byte", b"\x00"),
        ("a letter", b"x"),
        ("trailing text", body + b"x"),
        ("trailing NUL", body + b"\x00"),
        ("two documents", body + body),
        ("cut in the middle", body[: len(body) // 2]),
        ("cut at the end", body[:-1]),
        ("UTF-16", body.decode().encode("utf-16-le")),
        ("UTF-16 with a mark", body.decode().encode("utf-16")),
        ("UTF-32", body.decode().encode("utf-32-le")),
        ("a form", b"callerNo=1&callDataList=1"),
    )


def of(to: Interface) -> tuple[Case, ...]:
    empty, json, an_object = to.clause("BODY-EMPTY"), to.clause("BODY-JSON"), to.clause("BODY-OBJECT")
    body = valid(to)
    list_name = b'"callerNo"' if to is CN else b'"callDataList"'
    return (
        passing(empty, "a body", body),
        refusing(empty, "no bytes", "02000001", b""),
        passing(json, "white space around", b" \t\r\n" + body + b"\n\r\t "),
        passing(json, "an escaped key", body.replace(b'"call', rb'"\u0063all')),
        passing(json, "key given twice", b"{" + list_name + b": 1, " + body[1:]),
        *(passing(json, label, with_ignored(to, value)) for label, value in SOUND_VALUES),
        *(refusing(json, label, "02000008", with_ignored(to, value)) for label, value in UNSOUND_VALUES),
        *(refusing(json, label, "02000008", unsound) for label, unsound in unsound_bodies(to)),
        passing(an_object, "an object", body),
        *(
            refusing(an_object, value, "02000006", value.encode())
            for value in ("[]", '"text"', '""', "1", "null", "true", "[{}]")
        ),
    )


LONE_SURROGATE = b"\\ud800"

IN_DOCUMENTED_FIELDS = (
    refusing(
        "CN-BODY-JSON", "surrogate in accessCode", "02000008", cn(number(accessCode="@")).replace(b"@", LONE_SURROGATE)
    ),
    refusing(
        "ON-BODY-JSON", "surrogate in callData", "02000008", on(record(callData="@")).replace(b"@", LONE_SURROGATE)
    ),
    passing("ON-BODY-JSON", "escaped backslash before ud800 in callData", on(record(callData=r"\ud800"))),
)

CASES = (*(case for to in BOTH for case in of(to)), *IN_DOCUMENTED_FIELDS)
