#!/bin/sh
# Completes the distribution, whose libraries the build has copied: programs, licence, and the AOT cache of a training run.
#   distribution.sh JAVA_HOME JAR DISTRIBUTION
set -eu

java_home=$1
jar=$2
distribution=$3

cp -R src/dist/. "$distribution"
cp ../LICENSE "$distribution/LICENSE"
cp "$jar" "$distribution/lib/touchstone.jar"
rm -f "$distribution/touchstone.aot"

# The cache is made with the very jars and options that it will serve, through the one way in which they are run.
if ! JAVA_HOME=$java_home TOUCHSTONE_JAVA_OPTIONS="-XX:AOTCacheOutput=$distribution/touchstone.aot" \
    "$distribution/bin/touchstone" training-run >"$distribution.training.log" 2>&1; then
  cat "$distribution.training.log" >&2
  echo "The training run of the AOT cache failed." >&2
  exit 1
fi
