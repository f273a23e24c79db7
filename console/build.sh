#!/bin/sh
# Builds the console into dist/, and with `check` checks format, types and pure functions; each only when a source is newer
# than the last time. Without Node the console is left out, and said so.
set -eu
cd "$(dirname "$0")"

if ! command -v node >/dev/null 2>&1 || ! command -v npm >/dev/null 2>&1; then
  echo "console: left out of this build, because Node.js was not found; install Node.js 20.19 or newer and build again"
  exit 0
fi
if ! node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)'; then
  echo "console: left out of this build, because Node.js $(node --version) is too old; install 20.19 or newer and build again"
  exit 0
fi

sources="src public index.html package.json package-lock.json vite.config.ts tsconfig.json ../server/src/main/resources/openapi.yaml"

# fresh FILE SOURCE...: whether FILE is newer than every source
fresh() {
  made=$1
  shift
  [ -f "$made" ] && [ -z "$(find "$@" -newer "$made" -type f ! -name contract.d.ts | head -n 1)" ]
}

install_packages() {
  if [ ! -f node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
    npm ci --loglevel=error --no-audit --no-fund
    touch node_modules/.package-lock.json
  fi
}

case ${1:-build} in
  build)
    # shellcheck disable=SC2086 # the list is meant to be split
    if fresh dist/index.html $sources; then exit 0; fi
    install_packages
    npm run --silent build
    # Names of built files carry their hash: without this, those of earlier builds would be packed too.
    rm -rf target/classes/console
    ;;
  check)
    # shellcheck disable=SC2086
    if fresh target/checked $sources e2e biome.json vitest.config.ts; then exit 0; fi
    install_packages
    npm run --silent check
    mkdir -p target
    touch target/checked
    ;;
esac
