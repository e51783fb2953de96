-- What the scripts share. They are told by the environment:
--   BENCH_RUN     a number of its own for each run, so that no two runs send the same
--   BENCH_CALLS   after how many calls the campaign changes
--   BENCH_CHECK   look into the answers (it costs the generator time)
run = tonumber(os.getenv("BENCH_RUN") or "1")
calls_a_campaign = tonumber(os.getenv("BENCH_CALLS") or "5000")
headers = {["Content-Type"] = "application/json; charset=UTF-8", ["Authorization"] = "any"}
refused = 0

function campaign(call)
  return 1000 + run * 10000 + math.floor((call - 1) / calls_a_campaign)
end

if os.getenv("BENCH_CHECK") then
  function response(status, _, body)
    if status ~= 200 or not body:find('"resultCode": ?"0200000"') then
      refused = refused + 1
    end
  end
end

local threads = {}

function setup(thread)
  table.insert(threads, thread)
end

function done(summary, latency, _)
  local wrong = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write
    + summary.errors.timeout
  for _, thread in ipairs(threads) do
    wrong = wrong + (thread:get("refused") or 0)
  end
  io.write(string.format(
    '\nJSON {"calls":%d,"microseconds":%d,"wrong":%d,"p50_us":%.1f,"p99_us":%.1f,"longest_us":%.1f}\n',
    summary.requests, summary.duration, wrong, latency:percentile(50), latency:percentile(99), latency.max))
end
