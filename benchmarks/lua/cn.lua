-- Adding Calling Numbers: two numbers a call.
dofile(os.getenv("BENCH_LUA") .. "/common.lua")
local body = '{"callerNo":[{"accessCode":"12345678901234","priority":1},{"accessCode":"525245","priority":2}]}'
local path = "/rest/isales/v1/openapi/campaigns/1/callerNo/" .. campaign(1)

function request()
  return wrk.format("POST", path, headers, body)
end
