"""The mistakes of signers in Chinese, by kind; the English is said where they are found."""

from collections.abc import Mapping

from mock_isales.contract.c2.mistakes.mistake import MistakeKind as Kind

CHINESE: Mapping[Kind, tuple[str, str]] = {
    Kind.RAW_KEY: (
        "第二次HMAC直接使用了第一次HMAC的32个原始字节作为密钥。",
        "将第一次HMAC写成小写十六进制，以这64个字符的字节作为第二次的密钥。",
    ),
    Kind.BASE64: ("HMAC写成了base64。", "签名密钥和签名都写成小写十六进制。"),
    Kind.UPPER_CASE_SIGNATURE: ("签名写成了大写十六进制。", "改为小写十六进制。"),
    Kind.NO_SIGNING_KEY: (
        "直接用SK对规范请求签名。",
        "先生成签名密钥：以SK对前缀做HMAC-SHA256，写成小写十六进制。",
    ),
    Kind.SECRET_WHITE_SPACE: (
        "客户端或服务器一侧的SK首尾多了空白字符。",
        "去掉SK首尾的空白：从文件或环境变量读取时，末尾的换行也会被读入。",
    ),
    Kind.SECRET_AS_NAME: ("令牌中AK的位置写成了SK，SK已在网络上传输。", "该位置填写AK；SK绝不发送。"),
    Kind.BODY_HASHED: (
        "规范请求中放的是请求体的SHA-256。",
        "放入经百分号编码的请求体本身；没有请求体时留空。",
    ),
    Kind.BODY_NOT_ENCODED: ("规范请求中的请求体未编码。", "对请求体做百分号编码。"),
    Kind.BODY_LEFT_OUT: ("请求体未参与签名。", "将请求体做百分号编码后，追加到规范请求末尾。"),
    Kind.BODY_WRITTEN_ANEW: (
        "签名所用的请求体与发送的不同：JSON被序列化了两次，或末尾的换行被去掉了。",
        "只序列化一次JSON，对这些字节签名，并原样发送。",
    ),
    Kind.SLASH_NOT_ENCODED: (
        "查询参数、请求头的值或请求体中的斜杠未编码。",
        "除路径外，斜杠一律编码为%2F（Python：quote(text, safe='')）。",
    ),
    Kind.LOWER_CASE_HEX: ("百分号编码用了小写十六进制（%2f）。", "改为大写十六进制（%2F）。"),
    Kind.FORM_ENCODING: (
        "空格被编码为加号，如表单和Java的URLEncoder的做法。",
        "空格编码为%20，星号编码为%2A，波浪号保持不变。",
    ),
    Kind.MARKS_NOT_ENCODED: (
        "! ' ( ) * 中有字符未编码，如JavaScript的encodeURIComponent的做法。",
        "除A-Z a-z 0-9 - . _ ~外全部编码。",
    ),
    Kind.QUERY_LINE_EMPTY: ("没有查询参数，规范请求中其位置却有一个空行。", "没有查询参数时去掉这一行。"),
    Kind.QUERY_LEFT_OUT: ("查询参数未参与签名。", "在路径之后加一行，内容为编码并排序后的查询参数。"),
    Kind.QUERY_IN_PATH: ("查询参数写在了路径所在的行。", "路径到问号为止，查询参数另起一行。"),
    Kind.QUERY_UNSORTED: ("查询参数按发送顺序签名，未排序。", "编码后以key=value整体为单位排序。"),
    Kind.QUERY_ENCODED_TWICE: ("查询参数被编码了两次。", "先将发送的内容解码（加号表示空格），再编码一次。"),
    Kind.QUERY_NOT_ENCODED: (
        "查询参数按发送的原样签名，或未编码。",
        "对每个键和值编码，值为空时写成“key=”，然后排序。",
    ),
    Kind.PATH_ENCODED_TWICE: ("签名前路径又做了一次百分号编码。", "按发送的原样签名。"),
    Kind.PATH_DECODED: ("签名所用的路径是解码后的。", "按发送的原样签名，保留百分号编码。"),
    Kind.PATH_SLASH_ADDED: (
        "路径末尾加了斜杠，那是厂商网关签名SDK-HMAC-SHA256的要求。",
        "按发送的路径原样签名。",
    ),
    Kind.PATH_FULL_ADDRESS: ("把完整地址当作路径签名。", "只对路径签名，从第一个斜杠开始。"),
    Kind.HEADERS_UNSORTED: (
        "令牌或规范请求中，参与签名的请求头未排序。",
        "令牌中按小写名称排序，规范请求中按编码后的整行排序。",
    ),
    Kind.HEADER_NAMES_UPPER_CASE: ("参与签名的请求头名称含大写字母。", "在令牌和规范请求中都改为小写。"),
    Kind.HEADERS_NOT_ENCODED: ("请求头的值未做百分号编码。", "对其编码，冒号和斜杠也要编码。"),
    Kind.PORT_MISSING: ("签名所用的host不含实际发送的端口。", "按发送的host:port原样签名。"),
    Kind.PORT_ADDED: (
        "签名所用的host含有未发送的端口：HTTP库会省略默认端口。",
        "按发送的请求头的值原样签名。",
    ),
    Kind.LENGTH_IN_CHARACTERS: ("签名所用的Content-Length按字符计数。", "按请求体的UTF-8字节数计算。"),
    Kind.CONTENT_TYPE_CHANGED: (
        "签名所用的Content-Type与发送的不同：被HTTP库修改了。",
        "按发送的值签名，包括charset。",
    ),
    Kind.METHOD_LOWER_CASE: ("签名所用的方法是小写。", "按发送的大写方法签名。"),
    Kind.LINE_BREAKS: (
        "规范请求的换行不对：多一个、少一个，或用了回车符。",
        "各行之间用单个\\n连接；请求体为最后一行，其后没有换行。",
    ),
    Kind.LINE_ORDER: (
        "请求头名称所在的行放在了请求头之后，或被省略。",
        "放在查询参数（没有时为路径）与请求头之间。",
    ),
    Kind.LOCAL_TIME: ("时间像是本地时间，而不是UTC。", "改用UTC时间，末尾的Z即表示UTC。"),
}
