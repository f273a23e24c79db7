# Finds a Java of the version that Touchstone needs. Read by the launchers; no program of its own.
# shellcheck shell=sh

NEEDED_JAVA=25

# Whether the folder $1 holds such a Java: its release file says so, without starting it.
is_java_home() {
  [ -x "$1/bin/java" ] && [ -f "$1/release" ] || return 1
  java_version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  [ -n "$java_version" ] && [ "$java_version" -ge "$NEEDED_JAVA" ]
}

# The folder of the java that PATH finds, through its symbolic links.
java_home_of_path() {
  java=$(command -v java) || return 0
  while [ -L "$java" ]; do
    link=$(readlink "$java")
    case $link in
      /*) java=$link ;;
      *) java=$(dirname "$java")/$link ;;
    esac
  done
  dirname "$(dirname "$java")"
}

# Prints the home of a Java: JAVA_HOME, then PATH, then the usual folders of Debian, Fedora, macOS, SDKMAN and Homebrew.
find_java_home() {
  if [ -n "${JAVA_HOME:-}" ] && is_java_home "$JAVA_HOME"; then
    printf '%s\n' "$JAVA_HOME"
    return
  fi
  found=$(java_home_of_path)
  if [ -n "$found" ] && is_java_home "$found"; then
    printf '%s\n' "$found"
    return
  fi
  for home in \
    /usr/lib/jvm/*25* /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
    "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if is_java_home "$home"; then
      printf '%s\n' "$home"
      return
    fi
  done
  return 1
}

# Prints the home of a Java or ends with a sentence.
require_java_home() {
  find_java_home || {
    echo "Touchstone needs Java $NEEDED_JAVA or newer and found none: install a JDK $NEEDED_JAVA (https://adoptium.net has one for every system), or set JAVA_HOME." >&2
    exit 1
  }
}
