-- Posts votes, each of another person; ends with one line of JSON.
-- wrk's arguments: `site` or `core`, the poll's document id, the form's token, then the options.

local hex = "0123456789abcdef"
local options = {}
local kind, poll, token

local function some(count)
  local digits = {}
  for index = 1, count do
    local at = math.random(16)
    digits[index] = hex:sub(at, at)
  end
  return table.concat(digits)
end

function init(args)
  kind, poll, token = args[1], args[2], args[3]
  for index = 4, #args do options[#options + 1] = args[index] end
  math.randomseed(os.time())
end

function request()
  local option = options[math.random(#options)]
  if kind == "core" then
    local body = string.format('{"data":{"poll":"%s","choice":"%s","voter":"%s"}}', poll, option, some(32))
    return wrk.format("POST", nil, nil, body)
  end
  local headers = {}
  for name, value in pairs(wrk.headers) do headers[name] = value end
  headers["X-Forwarded-For"] = "2001:db8:" .. some(4) .. ":" .. some(4) .. ":" .. some(4) .. "::1"
  local key = some(8) .. "-" .. some(4) .. "-4" .. some(3) .. "-8" .. some(3) .. "-" .. some(12)
  return wrk.format("POST", nil, headers, string.format("poll=%s&choices=%s&key=%s&token=%s&website=", poll, option, key, token))
end

function done(summary, latency, _)
  local errors = summary.errors
  io.write(string.format(
    '\n{"requests":%d,"seconds":%.6f,"bytes":%d,"p50":%.3f,"p99":%.3f,"failed":%d}\n',
    summary.requests, summary.duration / 1e6, summary.bytes,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout
  ))
end
