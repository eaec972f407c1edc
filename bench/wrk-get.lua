-- Sends the requests of a file, in an order that is the same at each run; ends with one line of JSON.
-- wrk's first argument: the file, a path a line, with an entity tag behind a tab where there is one.

require("wrk-report")

local requests = {}

function init(args)
  for line in io.lines(args[1]) do
    local path, tag = line:match("^([^\t]+)\t?(.*)$")
    local headers = {}
    for name, value in pairs(wrk.headers) do headers[name] = value end
    -- Makes each line a text of its own, so that a path given ten times costs this side as much as ten paths.
    headers["X-Line"] = tostring(#requests)
    if tag ~= "" then headers["If-None-Match"] = tag end
    requests[#requests + 1] = wrk.format("GET", path, headers)
  end
  math.randomseed(1)
end

function request()
  return requests[math.random(#requests)]
end
