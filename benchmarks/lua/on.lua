-- Adding Outbound Numbers: 20 records a call; no sessionId and no called number comes twice.
dofile(os.getenv("BENCH_LUA") .. "/common.lua")
local RECORDS = 20
local parts, slots, call = {'{"batchId":"b1","callDataList":['}, {}, 0

for record = 1, RECORDS do
  local comma = record > 1 and "," or ""
  parts[#parts + 1] = comma .. '{"sessionId":"s'
  parts[#parts + 1] = ""
  slots[#slots + 1] = #parts
  parts[#parts + 1] = string.format('%02d","called":[{"calledNo":"1', record)
  parts[#parts + 1] = ""
  slots[#slots + 1] = #parts
  parts[#parts + 1] = string.format(
    '%02d","delayTime":"0","type":"SI"}],"priority":"3","callData":"{\\"a\\":1}"}', record)
end
parts[#parts + 1] = "]}"

function request()
  call = call + 1
  local unique = string.format("%012d", run * 10000000 + call)
  for _, slot in ipairs(slots) do
    parts[slot] = unique
  end
  local path = "/rest/isales/v2/openapi/campaigns/1/calldata/" .. campaign(call)
  return wrk.format("POST", path, headers, table.concat(parts))
end
