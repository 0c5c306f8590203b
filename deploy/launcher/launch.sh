# shellcheck shell=bash
# Sourced by deploy/up and its siblings: finds a JDK, builds what is not built, hands over to Java.
# What can go wrong with the system itself is said by the launcher; here is only what is needed to get that far.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
launcher=$root/deploy/launcher/target/launcher.jar
stamp=$root/target/build.stamp

# say CHINESE ENGLISH
say() {
  case ${QIANFA_LANG:-zh} in
    en*) printf '%s\n' "$2" ;;
    *) printf '%s\n' "$1" ;;
  esac
}

refuse() {
  say "$@" >&2
  exit 1
}

# Chinese sentences and directories need a UTF-8 locale, whatever the terminal was started with.
[ "$(locale charmap 2>/dev/null)" = UTF-8 ] || export LC_ALL=C.UTF-8

# The feature release of the JDK in a directory, from its `release` file; nothing if it is not a JDK.
jdk_release() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  local version
  version=$(sed -n 's/^JAVA_VERSION="\([0-9][0-9.]*\).*"$/\1/p' "$1/release")
  version=${version#1.}
  printf '%s' "${version%%.*}"
}

# Where JDKs may be, the likeliest first. QIANFA_JDK_PATH replaces the usual directories of JDKs.
jdk_candidates() {
  local java directory
  [ -z "${JAVA_HOME:-}" ] || printf '%s\n' "$JAVA_HOME"
  if java=$(command -v java); then
    dirname "$(dirname "$(readlink -f "$java")")"
  fi
  IFS=: read -ra directories <<<"${QIANFA_JDK_PATH-/usr/lib/jvm:$HOME/.sdkman/candidates/java:$HOME/.jdks}"
  for directory in "${directories[@]}"; do
    printf '%s\n' "$directory"/*
  done
}

find_jdk() {
  local directory release seen=
  while read -r directory; do
    release=$(jdk_release "$directory")
    if [ -n "$release" ] && [ "$release" -ge 25 ]; then
      export JAVA_HOME=$directory
      return
    fi
    [ -z "$release" ] || seen="$seen $directory ($release)"
  done < <(jdk_candidates)
  refuse "没有找到 JDK 25 或更新版本（找到的：${seen:- 无}）；请安装 JDK 25，或让 JAVA_HOME 指向它。" \
    "No JDK 25 or newer was found (found:${seen:- none}); install JDK 25 or let JAVA_HOME point to it."
}

# A build is needed if none was completed, its result is gone, or a source is newer than its beginning.
build_needed() {
  [ -f "$stamp" ] && [ -f "$launcher" ] || return 0
  local newer
  newer=$(find "$root" \( -name target -o -name node_modules -o -name dist -o -name '.git*' \) -prune -o \
    \( -path '*/src' -o -path '*/src/*' -o -name pom.xml -o -path '*/.mvn/*' -o -path '*/console/*' \) \
    -newer "$stamp" -print -quit)
  [ -n "$newer" ]
}

# Maven is chatty; shown are the modules as they are built and, now and then, how much was fetched.
show_progress() {
  awk '/^\[INFO\] Building .*\[[0-9]+\/[0-9]+\]/ { sub(/^\[INFO\] Building /, ""); print "  " $0; fflush() }
       /^Downloaded/ || /^\[INFO\] Downloaded/ { if (++fetched % 100 == 0) { print "  ... " fetched; fflush() } }'
}

build() {
  local log=$root/target/build.log
  say "正在构建（第一次需要几分钟，要下载依赖；完整记录在 $log）" \
    "Building (some minutes the first time, dependencies are fetched; all of it is in $log)"
  mkdir -p "$root/target"
  rm -f "$stamp"
  touch "$stamp.begun"
  if ! (cd "$root" && set -o pipefail && ./mvnw -B -DskipTests package 2>&1 | tee "$log" | show_progress); then
    refuse "构建失败：$(build_error "$log")（完整记录在 $log）；请排除原因后重新运行 deploy/up。" \
      "The build failed: $(build_error "$log") (all of it is in $log); remove the cause and run deploy/up again."
  fi
  mv "$stamp.begun" "$stamp"
}

build_error() {
  grep -m 1 -E '^\[ERROR\] .|^(Error|Exception|Caused by|curl|wget)[: ]' "$1" | sed 's/^\[ERROR\] //' || tail -n 1 "$1"
}

# build_if_needed [JAR]: the jar that is wanted, the launcher's if none is named.
build_if_needed() {
  local wanted=${1:-$launcher}
  case ${QIANFA_BUILD:-auto} in
    never)
      [ -f "$wanted" ] || refuse "缺少 $wanted（QIANFA_BUILD=never，应已构建）；请运行 ./mvnw -DskipTests package。" \
        "$wanted is missing (expected with QIANFA_BUILD=never: built before); run ./mvnw -DskipTests package."
      ;;
    always) build ;;
    auto) if build_needed; then build; fi ;;
    *) refuse "QIANFA_BUILD：$QIANFA_BUILD（应为 auto、always 或 never）；请更正这个设置后重试。" \
      "QIANFA_BUILD: $QIANFA_BUILD (expected: auto, always or never); correct the setting and try again." ;;
  esac
}

# run_jar JAR ARGUMENTS
run_jar() {
  umask 077
  exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx64m -Dqianfa.root="$root" -jar "$@"
}

launch() {
  run_jar "$launcher" "$@"
}
