from tests.api.conftest import CALL_DATA, CALLER_NO, AppMaker, Client

NUMBERS = {"callerNo": [{"accessCode": "525245", "priority": 2}]}
RECORDS = {"callDataList": [{"called": [{"calledNo": "88888888"}, {"calledNo": "99999999"}]}]}


def test_calling_numbers_success_to_the_byte(client: Client) -> None:
    response = client.post(CALLER_NO, NUMBERS)
    assert response.headers["content-type"] == "application/json; charset=UTF-8"
    assert response.content == (
        b'{"resultCode":"0200000","resultDesc":"create callerNo success",'
        b'"returnCode":"0200000","returnDesc":"create callerNo success"}'
    )


def test_outbound_numbers_success_to_the_byte(client: Client) -> None:
    # 1,790,000,000,000 ms after the epoch, node 1, the first of its millisecond.
    data_id = ((1_790_000_000_000 - 1_288_834_974_657) << 22) | (1 << 12)
    assert client.post(CALL_DATA, RECORDS).content == (
        b'{"returnCode":"0200000","returnObject":{"totalSize":1,"dataIdList":'
        b'[{"called":"88888888","dataId":"%d"}]},"resultCode":"0200000",'
        b'"resultDesc":"create data succeeded","returnDesc":"create data succeeded"}' % data_id
    )


def test_a_failure_goes_out_as_utf_8(client: Client) -> None:
    assert client.post(CALL_DATA, {}).content == (
        '{"returnCode":"02000001","resultCode":"02000001","resultDesc":"参数值为空","returnDesc":"参数值为空"}'.encode()
    )
    assert client.post(CALLER_NO, {}, locale="en_US").content == (
        b'{"resultCode":"02000001","resultDesc":"Empty parameter.",'
        b'"returnCode":"02000001","returnDesc":"Empty parameter."}'
    )


def test_a_failure_may_have_a_null_return_object(make_app: AppMaker) -> None:
    client = Client(make_app(failure_return_object="null", description_language="english"))
    assert client.post(CALL_DATA, {}).content == (
        b'{"returnCode":"02000001","returnObject":null,"resultCode":"02000001",'
        b'"resultDesc":"Empty parameter.","returnDesc":"Empty parameter."}'
    )


def test_the_list_may_have_the_tables_name_and_an_entry_a_number(make_app: AppMaker) -> None:
    client = Client(make_app(data_id_key="datalist", data_id_per="number"))
    returned = client.post(CALL_DATA, RECORDS).json()["returnObject"]
    assert list(returned) == ["totalSize", "datalist"]
    assert [entry["called"] for entry in returned["datalist"]] == ["88888888", "99999999"]
