"""The steps of the verification of a token, in words."""

from collections.abc import Mapping

from mock_isales.contract.c2.gates import Step
from mock_isales.contract.text import Text

STEPS: Mapping[Step, Text] = {
    Step.FORM: Text(
        "whether the token can be read, and the request has the headers that it signs",
        "令牌格式是否正确，参与签名的请求头是否齐全",
    ),
    Step.KEY: Text("whether its access key (AK) is known", "访问密钥（AK）是否已知"),
    Step.VDN: Text("whether the access key may call for the VDN", "该访问密钥是否可以访问该VDN"),
    Step.TIME: Text("whether its time is near enough to the clock", "时间戳与时钟之差是否在允许范围内"),
    Step.SIGNATURE: Text("whether the signature is that of this request", "签名是否与本次请求一致"),
}

ADVICE: Mapping[str, Text] = {
    Step.FORM: Text(
        "Make the token as auth-v2/AK/timestamp/signedHeaders/signature, and send every header that it names.",
        "令牌格式为auth-v2/AK/时间戳/参与签名的请求头/签名，其中列出的请求头都要发送。",
    ),
    Step.KEY: Text(
        "Use an access key that the server knows; its name is the AK, never the SK.",
        "使用服务器已知的访问密钥；令牌中写AK，绝不能写SK。",
    ),
    Step.VDN: Text(
        "Use an access key that may call for this VDN, or call for a VDN that this key may.",
        "换用可以访问该VDN的访问密钥，或改为访问该密钥允许的VDN。",
    ),
    Step.TIME: Text(
        "Take the time when the call is sent, in UTC, as yyyy-mm-ddThh:mm:ss.mmmZ; sign each call anew.",
        "使用发送时的UTC时间，格式为yyyy-mm-ddThh:mm:ss.mmmZ；每次调用都重新签名。",
    ),
    Step.SIGNATURE: Text(
        "Compare your canonical request with the one that the journal shows in signature.canonical, line by line; "
        "`mock-isales sign` makes a token that is right.",
        "将客户端的规范请求与journal中signature.canonical的内容逐行比较；`mock-isales sign`可生成正确的令牌。",
    ),
}
