#!/bin/sh
# Get a Chromium for the browser tests: the system's, else Debian's package as root, else playwright's own download.
# Where none can be had the tests say so and are skipped; with CI set they fail instead.
python=$1
found() { command -v chromium || command -v chromium-browser || command -v google-chrome; }
own() { "$python" -c 'import os; from playwright.sync_api import sync_playwright as p
with p() as play: raise SystemExit(not os.path.exists(play.chromium.executable_path))'; }

if found >/dev/null || own 2>/dev/null; then exit 0; fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium >/dev/null 2>&1
fi
found >/dev/null || "$python" -m playwright install chromium >/dev/null 2>&1
if ! found >/dev/null && ! own 2>/dev/null; then
  echo "NO CHROMIUM COULD BE HAD: THE BROWSER TESTS ARE SKIPPED. Install the package chromium, and run this again." >&2
fi
exit 0
