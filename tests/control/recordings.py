"""Recordings as others make them."""

import json
from typing import Any

ANSWER = (
    '{"returnCode":"0200000","returnObject":{"totalSize":1,"dataIdList":[{"called":"88888888",'
    '"dataId":"1234567890123456789"}]},"resultCode":"0200000","resultDesc":"create data succeeded",'
    '"returnDesc":"create data succeeded"}'
)

CHROME: dict[str, Any] = json.loads(
    r"""
{
  "log": {
    "version": "1.2",
    "creator": {"name": "WebInspector", "version": "537.36"},
    "pages": [
      {
        "startedDateTime": "2026-11-21T09:59:58.120Z",
        "id": "page_2",
        "title": "https://crm.example.com/campaigns",
        "pageTimings": {"onContentLoad": 402.8110000013839, "onLoad": 1011.2459999982093}
      }
    ],
    "entries": [
      {
        "_connectionId": "52110",
        "_initiator": {"type": "parser", "url": "https://crm.example.com/campaigns", "lineNumber": 11},
        "_priority": "Low",
        "_resourceType": "image",
        "cache": {},
        "connection": "443",
        "pageref": "page_2",
        "request": {
          "method": "GET",
          "url": "https://crm.example.com/logo.png",
          "httpVersion": "http/2.0",
          "headers": [{"name": ":authority", "value": "crm.example.com"}, {"name": "accept", "value": "image/avif"}],
          "queryString": [],
          "cookies": [],
          "headersSize": -1,
          "bodySize": 0
        },
        "response": {
          "status": 200,
          "statusText": "",
          "httpVersion": "http/2.0",
          "headers": [{"name": "content-type", "value": "image/png"}],
          "cookies": [],
          "content": {"size": 68, "mimeType": "image/png", "text": "iVBORw0KGgo=", "encoding": "base64"},
          "redirectURL": "",
          "headersSize": -1,
          "bodySize": -1,
          "_transferSize": 411,
          "_error": null,
          "_fetchedViaServiceWorker": false
        },
        "serverIPAddress": "203.0.113.7",
        "startedDateTime": "2026-11-21T09:59:58.301Z",
        "time": 31.40900000198744,
        "timings": {"blocked": 2.3, "dns": -1, "ssl": -1, "connect": -1, "send": 0.2, "wait": 28.1, "receive": 0.7}
      },
      {
        "_initiator": {"type": "preflight", "url": "https://cc.example.com/rest"},
        "cache": {},
        "request": {
          "method": "OPTIONS",
          "url": "https://cc.example.com/rest/isales/v2/openapi/campaigns/1/calldata/1",
          "httpVersion": "http/2.0",
          "headers": [{"name": "Access-Control-Request-Method", "value": "POST"}],
          "queryString": [],
          "cookies": [],
          "headersSize": -1,
          "bodySize": 0
        },
        "response": {
          "status": 204, "statusText": "", "httpVersion": "http/2.0", "headers": [], "cookies": [],
          "content": {"size": 0, "mimeType": "x-unknown"}, "redirectURL": "", "headersSize": -1, "bodySize": -1
        },
        "startedDateTime": "2026-11-21T10:00:00.001Z",
        "time": 4.2,
        "timings": {"send": 0, "wait": 4.2, "receive": 0}
      },
      {
        "_initiator": {"type": "script", "stack": {"callFrames": []}},
        "_priority": "High",
        "_resourceType": "fetch",
        "cache": {},
        "request": {
          "method": "POST",
          "url": "https://cc.example.com/rest/isales/v2/openapi/campaigns/1/calldata/1",
          "httpVersion": "http/2.0",
          "headers": [
            {"name": ":authority", "value": "cc.example.com"},
            {"name": ":method", "value": "POST"},
            {"name": ":path", "value": "/rest/isales/v2/openapi/campaigns/1/calldata/1"},
            {"name": ":scheme", "value": "https"},
            {"name": "accept-encoding", "value": "gzip, deflate, br, zstd"},
            {"name": "content-length", "value": "71"},
            {"name": "content-type", "value": "application/json; charset=UTF-8"},
            {"name": "locale", "value": "en_US"},
            {"name": "user-agent", "value": "Mozilla/5.0 (X11; Linux x86_64) Chrome/131.0.0.0 Safari/537.36"}
          ],
          "queryString": [],
          "cookies": [],
          "headersSize": -1,
          "bodySize": 71,
          "postData": {
            "mimeType": "application/json; charset=UTF-8",
            "text": "{\"callDataList\":[{\"sessionId\":\"春\",\"called\":[{\"calledNo\":\"88888888\"}]}]}"
          }
        },
        "response": {
          "status": 200,
          "statusText": "",
          "httpVersion": "http/2.0",
          "headers": [{"name": "content-type", "value": "application/json;charset=UTF-8"}],
          "cookies": [],
          "content": {
            "size": 245,
            "mimeType": "application/json",
            "text": "@ANSWER@"
          },
          "redirectURL": "",
          "headersSize": -1,
          "bodySize": -1,
          "_transferSize": 311,
          "_error": null
        },
        "serverIPAddress": "203.0.113.9",
        "startedDateTime": "2026-11-21T10:00:00.108Z",
        "time": 48.7,
        "timings": {"blocked": 1.1, "dns": -1, "ssl": -1, "connect": -1, "send": 0.3, "wait": 46.9, "receive": 0.4}
      }
    ]
  }
}
""".replace('"@ANSWER@"', json.dumps(ANSWER))
)
"""As Chrome saves a page of a client: an image, a preflight, and a call whose `Authorization` it leaves out."""

CALL = "https://cc.example.com/rest/isales/v2/openapi/campaigns/1/calldata/1"
BODY = '{"callDataList":[{"called":[{"calledNo":"1"}]}]}'


def entry(status: int = 200, answered: object = None, **request: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    """An accepted call as a proxy records it, but for what is said."""
    usual = {
        "method": "POST",
        "url": CALL,
        "headers": [{"name": "Content-Type", "value": "application/json"}],
        "postData": {"text": BODY},
    }
    told: dict[str, Any] = {"request": usual | request, "response": {"status": status}}
    if answered is not None:
        text = answered if isinstance(answered, str) else json.dumps(answered)
        told["response"]["content"] = {"text": text}
    return told


def har(*entries: object) -> dict[str, Any]:
    return {"log": {"entries": list(entries)}}
