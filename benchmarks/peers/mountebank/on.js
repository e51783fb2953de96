function (config) {
  function answer(code, sentence, object) {
    return {
      statusCode: 200,
      headers: {'Content-Type': 'application/json;charset=UTF-8'},
      body: JSON.stringify({
        returnCode: code, returnObject: object, resultCode: code, resultDesc: sentence, returnDesc: sentence
      })
    };
  }
  var records;
  try { records = JSON.parse(config.request.body).callDataList; } catch (e) { records = null; }
  if (!records || !records.length) { return answer('0200001', 'parameter invalid', null); }
  var next = config.state.next || 0;
  var ids = records.map(function (record) {
    next += 1;
    return {called: record.called[0].calledNo, dataId: '18' + String(next).padStart(17, '0')};
  });
  config.state.next = next;
  return answer('0200000', 'create data succeeded', {totalSize: ids.length, dataIdList: ids});
}
