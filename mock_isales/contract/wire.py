"""The clauses about a call's envelope: its address, its headers, and the body as a whole."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from mock_isales.contract.clauses import Clause, Document, HttpStatus, Refusal, Standing
from mock_isales.contract.codes import ResultCode
from mock_isales.contract.json_text import JsonValue, NotJson, parse_bytes
from mock_isales.contract.service import Terms
from mock_isales.contract.text import Text

_FIXED = re.compile(r"application/json;[ \t]*charset=utf-8", re.IGNORECASE)
_MEDIA_TYPE = "application/json"
_CHARSET = re.compile(r'charset\s*=\s*(?:utf-8|"utf-8")', re.IGNORECASE)
_SHOWN = 100


@dataclass(frozen=True)
class Wire:
    """The envelope clauses of one document.

    Attributes:
        document: The document.
        uri_section: Where it prints the address.
        header_section: Where it lists the headers.
        body_section: Where it lists the body's parameters.
        path: The address, with the parameters' names in braces.
        locale_standing: Whether the document itself lists the `locale` header.
        methods: The methods that it is called with.
    """

    document: Document
    uri_section: str
    header_section: str
    body_section: str
    path: str
    locale_standing: Standing
    methods: tuple[str, ...] = ("POST",)

    def clauses_before_path(self) -> Iterator[Clause]:
        """Those that are checked before the path's parameters, in their order; no value of `locale` is refused."""
        yield from (
            self.locale,
            self.uri,
            self.method,
            self.authorization,
            self.body_size,
            self.signature,
            self.content_type,
        )

    def clauses_after_path(self) -> Iterator[Clause]:
        """Those that are checked after the path's parameters, in their order."""
        yield from (self.body_empty, self.body_json, self.body_object)

    @cached_property
    def uri(self) -> Clause:
        """The address."""
        address = Text(f"The address is {self.path}.", f"请求地址为{self.path}。")
        return self._clause("URI", self.uri_section, address, 404)

    @cached_property
    def method(self) -> Clause:
        """The method."""
        return self._clause("METHOD", "Method", Text("Only POST is supported.", "仅支持POST方法。"), 405)

    @cached_property
    def authorization(self) -> Clause:
        """The header that shows who calls."""
        sentence = Text("Authorization is mandatory and cannot be blank.", "Authorization必填，不能为空。")
        return self._clause("AUTHORIZATION", self.header_section, sentence, 401)

    @cached_property
    def body_size(self) -> Clause:
        """The size of the body, which the documents do not limit and every server does."""
        sentence = Text("The body is not larger than the server takes.", "请求体大小不超过服务器上限。")
        return self._clause("BODY-SIZE", self.body_section, sentence, 413, standing=Standing.INFERRED)

    @cached_property
    def signature(self) -> Clause:
        """The token in that header, where the server verifies it."""
        sentence = Text(
            "Authorization is a C2 token of this request, signed with an access key that may call for the VDN.",
            "Authorization为本次请求的C2签名，其访问密钥允许访问该VDN。",
        )
        return self._clause("SIGNATURE", self.header_section, sentence, 401, readings=("c2_empty_query_line",))

    @cached_property
    def content_type(self) -> Clause:
        """The media type."""
        sentence = Text(
            "Content-Type is fixed at application/json; charset=UTF-8.",
            "Content-Type固定为application/json; charset=UTF-8。",
        )
        code = ResultCode.PARAMETER_ERROR
        return self._clause("CONTENT-TYPE", self.header_section, sentence, code, readings=("content_type",))

    @cached_property
    def locale(self) -> Clause:
        """The language of the descriptions, by a header that no value of is refused."""
        sentence = Text(
            "locale names the language of the descriptions: zh_CN, the default, or en_US.",
            "locale为描述的语言：zh_CN（默认）或en_US。",
        )
        return self._clause(
            "LOCALE",
            self.header_section,
            sentence,
            None,
            standing=self.locale_standing,
            readings=("description_language",),
        )

    @cached_property
    def body_empty(self) -> Clause:
        """A body of no bytes."""
        sentence = Text("The body is not empty.", "请求体不能为空。")
        return self._clause("BODY-EMPTY", self.body_section, sentence, ResultCode.EMPTY, standing=Standing.INFERRED)

    @cached_property
    def body_json(self) -> Clause:
        """A body that is not JSON."""
        sentence = Text(
            "The body is JSON in UTF-8 without a byte-order mark, nested at most 100 deep.",
            "请求体为UTF-8编码（无BOM）的JSON，嵌套不超过100层。",
        )
        code = ResultCode.NOT_CONVERTIBLE
        return self._clause("BODY-JSON", self.body_section, sentence, code, standing=Standing.INFERRED)

    @cached_property
    def body_object(self) -> Clause:
        """A body that is JSON and not an object."""
        sentence = Text("The body is an object.", "请求体为对象。")
        return self._clause("BODY-OBJECT", self.body_section, sentence, ResultCode.WRONG_TYPE)

    def refuse_authorization(self, value: str | None) -> Refusal | None:
        """The refusal of an absent or blank Authorization header."""
        return None if value and value.strip() else self.authorization.refuse("Authorization", value)

    def refuse_content_type(self, value: str | None, terms: Terms) -> Refusal | None:
        """The refusal of a Content-Type that is not JSON in UTF-8."""
        if value is not None and is_json_type(value, terms):
            return None
        if value is None:
            detail = Text("The header Content-Type is missing.", "缺少请求头Content-Type。")
        else:
            shown = value[:_SHOWN]
            detail = Text(
                f"The header Content-Type must be application/json; charset=UTF-8, not {shown!r}.",
                f"请求头Content-Type必须为application/json; charset=UTF-8，不能为{shown!r}。",
            )
        return self.content_type.refuse("Content-Type", value, detail)

    def read_body(self, body: bytes) -> dict[str, JsonValue] | Refusal:
        """The object that a body holds, or its refusal."""
        if not body:
            return self.body_empty.refuse("", None)
        try:
            value = parse_bytes(body)
        except NotJson as error:
            return self.body_json.refuse("", str(error))
        if not isinstance(value, dict):
            return self.body_object.refuse("", value)
        return value

    def _clause(  # noqa: PLR0913 - a clause has that many sides
        self,
        subject: str,
        section: str,
        sentence: Text,
        outcome: ResultCode | HttpStatus | None,
        *,
        standing: Standing = Standing.DOCUMENTED,
        readings: tuple[str, ...] = (),
    ) -> Clause:
        clause_id = f"{self.document.value}-{subject}"
        if readings and standing is Standing.DOCUMENTED:
            standing = Standing.READING
        return Clause(clause_id, self.document, section, sentence, outcome, standing, readings)


def is_json_type(value: str, terms: Terms) -> bool:
    """Whether a Content-Type means JSON in UTF-8, as far as the reading `content_type` asks."""
    if terms.readings.content_type == "fixed":
        return _FIXED.fullmatch(value.strip()) is not None
    media_type, *parameters = (part.strip() for part in value.split(";"))
    charsets = [parameter for parameter in parameters if parameter.lower().startswith("charset")]
    return media_type.lower() == _MEDIA_TYPE and all(_CHARSET.fullmatch(charset) for charset in charsets)
