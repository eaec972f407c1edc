-- Posts subscriptions, each of another person; ends with one line of JSON.
-- wrk's arguments: `site` or `core`, the wording that is agreed to, the form's token.

local hex = "0123456789abcdef"
local kind, wording, token

local function some(count)
  local digits = {}
  for index = 1, count do
    local at = math.random(16)
    digits[index] = hex:sub(at, at)
  end
  return table.concat(digits)
end

function init(args)
  kind, wording, token = args[1], args[2], args[3]
  math.randomseed(os.time())
end

function request()
  local name = "visiteur-" .. some(24)
  if kind == "core" then
    local body = string.format('{"data":{"poll":"weekly","choice":"fr-CA","voter":"%s@exemple.example"}}', name)
    return wrk.format("POST", nil, nil, body)
  end
  local headers = {}
  for header, value in pairs(wrk.headers) do headers[header] = value end
  headers["X-Forwarded-For"] = "2001:db8:" .. some(4) .. ":" .. some(4) .. ":" .. some(4) .. "::1"
  local key = some(8) .. "-" .. some(4) .. "-4" .. some(3) .. "-8" .. some(3) .. "-" .. some(12)
  local form = "email=%s%%40exemple.example&frequency=weekly&consent=%s&page=%%2Finfolettre%%2F&key=%s&token=%s&website="
  return wrk.format("POST", nil, headers, string.format(form, name, wording, key, token))
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
