-- Posts the same form again and again, each time as another person; ends with one line of JSON.
-- wrk's argument: the body. In it and in the headers `<8>` stands for so many hexadecimal digits, `<uuid>` for a UUID of
-- version 4, `<a|b>` for one of several words; each at random.

require("wrk-report")

local hex = "0123456789abcdef"
local form

local function some(count)
  local digits = {}
  for index = 1, count do
    local at = math.random(16)
    digits[index] = hex:sub(at, at)
  end
  return table.concat(digits)
end

local function fill(what)
  if what == "uuid" then
    return some(8) .. "-" .. some(4) .. "-4" .. some(3) .. "-8" .. some(3) .. "-" .. some(12)
  end
  if tonumber(what) then return some(tonumber(what)) end
  local words = {}
  for word in what:gmatch("[^|]+") do words[#words + 1] = word end
  return words[math.random(#words)]
end

local function filled(text)
  return (text:gsub("<([^>]+)>", fill))
end

function init(args)
  form = args[1]
  math.randomseed(os.time())
end

function request()
  local headers = {}
  for name, value in pairs(wrk.headers) do headers[name] = filled(value) end
  return wrk.format("POST", nil, headers, filled(form))
end
