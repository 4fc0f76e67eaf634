#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Tallylight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes sigv4-cases.json: our own requests, signed by an independent implementation.

The implementation is the botocore that Debian's awscli package (2.9.19) brings along. Run it as

    /usr/bin/python3 tests/aws/data/make_sigv4_cases.py > tests/aws/data/sigv4-cases.json

It needs no network and no account: the keys are the made-up ones of the AWS documentation.
"""
import json
from urllib.parse import quote

import awscli.clidriver  # noqa: F401 (puts its botocore on the path)
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

KEY = "AKIDEXAMPLE"
SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
TOKEN = "TOKENEXAMPLE"
METRIC_BODY = (
    '{"StartTime":1767225600,"EndTime":1767225900,"ScanBy":"TimestampAscending","MetricDataQueries":'
    '[{"Id":"m0","MetricStat":{"Metric":{"Namespace":"AWS/MediaLive","MetricName":"ActiveAlerts","Dimensions":'
    '[{"Name":"ChannelId","Value":"1234567"},{"Name":"Pipeline","Value":"0"}]},"Period":60,"Stat":"Maximum"},'
    '"ReturnData":true}]}'
)


def enc(text):
    return quote(text, safe="-_.~")


def case(name, method="GET", path="/prod/channels", query="", headers=(), body="", token="",
         region="us-west-2", service="medialive", time="20260101T000000Z", host=None):
    host = host or f"{service}.{region}.amazonaws.com"
    return dict(name=name, method=method, path=path, query=query, headers=[list(h) for h in headers],
                body=body, token=token, region=region, service=service, time=time, host=host)


JSON10 = [("Content-Type", "application/x-amz-json-1.0"),
          ("X-Amz-Target", "GraniteServiceVersion20100801.GetMetricData")]
CASES = [
    case("plain list"),
    case("list with a session token and an odd page token", token=TOKEN,
         query="maxResults=20&nextToken=a%2Bb%2Fc%3D"),
    case("page token of reserved characters", query="maxResults=100&nextToken=" + enc("+/=&%?#;:@ ~!*'()")),
    case("page token outside ASCII", query="nextToken=" + enc("Grüße/日本語🙂+")),
    case("page token that looks encoded", query="nextToken=" + enc("a%2Bb%252F")),
    case("query in reverse order", query="stateFilter=SET&nextToken=b&maxResults=5"),
    case("query with a repeated key", query="a=2&a=10&a=1&A=3"),
    case("query with an empty value", query="nextToken=&maxResults=10"),
    case("query key without an equals sign", query="maxResults=10&flag"),
    case("double-encoded ARN path",
         path="/prod/tags/arn%3Aaws%3Amedialive%3Aus-west-2%3A111122223333%3Achannel%3A1234567"),
    case("path with a space and umlauts", path="/prod/tags/" + enc("Kanal Süd")),
    case("dot segments", path="/prod/./channels/x/../12/alerts"),
    case("dot segments above the root", path="/../../prod"),
    case("doubled slashes and a trailing one", path="//prod//channels//"),
    case("empty path", path=""),
    case("repeated headers keep their order",
         headers=[("X-Amz-Meta", "zebra"), ("x-amz-meta", "apple"), ("X-AMZ-META", "mango")]),
    case("header white space collapses", headers=[("X-Note", "  two   words\tand  a tab  ")]),
    case("folded header", headers=[("X-Note", "first\n   second\n\tthird")]),
    case("header names sort without case", headers=[("Zulu", "1"), ("alpha", "2"), ("Mike", "3")]),
    case("empty header value", headers=[("X-Empty", "")]),
    case("JSON post with a session token", method="POST", path="/", service="monitoring", headers=JSON10,
         body=METRIC_BODY, token=TOKEN),
    case("JSON post with query mode", method="POST", path="/", service="monitoring",
         headers=JSON10 + [("x-amzn-query-mode", "true")], body='{"MetricName":"Größe"}'),
    case("form post to STS", method="POST", path="/", service="sts", region="eu-central-1",
         headers=[("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")],
         body="Action=GetCallerIdentity&Version=2011-06-15"),
    case("loopback host with a port", host="127.0.0.1:5555", region="eu-central-1"),
    case("last second of a leap day", time="20280229T235959Z", region="ap-northeast-1"),
]


def sign(c):
    url = f"https://{c['host']}{c['path']}" + ("?" + c["query"] if c["query"] else "")
    request = AWSRequest(method=c["method"], url=url, data=c["body"].encode("utf-8"))
    request.headers["Host"] = c["host"]
    for name, value in c["headers"]:
        request.headers.add_header(name, value)
    request.context["timestamp"] = c["time"]
    auth = SigV4Auth(Credentials(KEY, SECRET, c["token"] or None), c["service"], c["region"])
    auth._modify_request_before_signing(request)
    canonical = auth.canonical_request(request)
    to_sign = auth.string_to_sign(request, canonical)
    auth._inject_signature_to_request(request, auth.signature(to_sign, request))
    return dict(c, accessKeyId=KEY, secretAccessKey=SECRET, canonicalRequest=canonical, stringToSign=to_sign,
                authorization=request.headers["Authorization"])


print(json.dumps({"madeWith": "botocore of Debian awscli 2.9.19, make_sigv4_cases.py",
                  "cases": [sign(c) for c in CASES]}, indent=1, ensure_ascii=False))
