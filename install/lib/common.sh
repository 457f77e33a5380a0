# Shared by lab and test: find a JDK and a Python, build when sources changed, keep .venv current.
# Each step is skipped when its stamp is newer than what it depends on, so that a second run is quick.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
VENV=$ROOT/.venv
JAR=$ROOT/install/target/jacobean.jar
OLDEST_JAVA=17
case "$(uname -s)" in
  MINGW* | MSYS* | CYGWIN*) SYSTEM=windows BIN=Scripts EXE=.exe ;;
  Darwin) SYSTEM=macos BIN=bin EXE= ;;
  *) SYSTEM=linux BIN=bin EXE= ;;
esac

say() { printf "%s\n" "$@"; }
step() { printf '\033[1m%s\033[0m\n' "$*"; }
die() {
  printf '%s\n' "$@" >&2
  exit 1
}

# install_line WHAT: the one line to type on this system; WHAT is jdk, python or venv
install_line() {
  local sudo=sudo package
  [ "$(id -u 2>/dev/null)" = 0 ] && sudo=
  case $SYSTEM in
    macos) case $1 in jdk) say "brew install openjdk@21" ;; *) say "brew install python@3.12" ;; esac ;;
    windows) case $1 in
      jdk) say "winget install EclipseAdoptium.Temurin.21.JDK" ;;
      *) say "winget install Python.Python.3.12" ;;
    esac ;;
    linux)
      if command -v apt-get >/dev/null; then
        case $1 in
          jdk) package=$(first_apt_package openjdk-25-jdk openjdk-21-jdk openjdk-17-jdk) ;;
          python) package="python3 python3-venv" ;;
          *) package=$1 ;;
        esac
        say "${sudo:+sudo }apt-get install $package"
      elif command -v dnf >/dev/null; then
        case $1 in jdk) package=java-21-openjdk-devel ;; python) package=python3 ;; *) package=$1 ;; esac
        say "${sudo:+sudo }dnf install $package"
      elif command -v zypper >/dev/null; then
        case $1 in jdk) package=java-21-openjdk-devel ;; python) package=python3 ;; *) package=$1 ;; esac
        say "${sudo:+sudo }zypper install $package"
      elif command -v pacman >/dev/null; then
        case $1 in jdk) package=jdk-openjdk ;; python) package=python ;; *) package=$1 ;; esac
        say "${sudo:+sudo }pacman -S $package"
      else
        case $1 in
          jdk) say "a JDK 17 or newer from https://adoptium.net" ;;
          *) say "Python 3.9 or newer from https://www.python.org" ;;
        esac
      fi
      ;;
  esac
}

first_apt_package() {
  local each
  for each in "$@"; do
    if apt-cache show "$each" >/dev/null 2>&1; then
      say "$each"
      return
    fi
  done
  say "${@: -1}"
}

# jdk_version HOME: its feature version; nothing when HOME is no JDK that can run the kernel
jdk_version() {
  local text
  [ -x "$1/bin/java$EXE" ] && [ -r "$1/release" ] || return 0
  text=$(<"$1/release")
  case $text in *MODULES=*jdk.jshell*) ;; *) [ -e "$1/jmods/jdk.jshell.jmod" ] || return 0 ;; esac
  sed -n 's/^JAVA_VERSION="\(1\.\)\{0,1\}\([0-9]*\).*/\2/p' "$1/release"
}

java_on_path() {
  local java
  java=$(command -v java) || return 0
  case $SYSTEM in
    macos) /usr/libexec/java_home -F 2>/dev/null || true ;; # /usr/bin/java there is only a stub
    *) java=$(readlink -f "$java") && say "${java%/bin/java*}" ;;
  esac
}

# find_jdk [TOLD]: sets JDK and JDK_VERSION, or ends with the line that installs one
find_jdk() {
  local told=${1:-} each version seen=
  if [ -n "$told" ]; then
    case $told in "~/"*) told=$HOME/${told#"~/"} ;; esac
    [ -d "$told/Contents/Home" ] && told=$told/Contents/Home
    version=$(jdk_version "$told")
    [ -n "$version" ] || die "--jdk $told is not the folder of a JDK (with bin/java, release and the module jdk.jshell)."
    [ "$version" -ge $OLDEST_JAVA ] || die "--jdk $told is Java $version; Jacobean needs Java $OLDEST_JAVA or newer." \
      "Install one with:  $(install_line jdk)"
    JDK=$(cd "$told" && pwd) JDK_VERSION=$version
    return
  fi
  while IFS= read -r each; do
    [ -n "$each" ] || continue
    version=$(jdk_version "$each")
    [ -n "$version" ] || continue
    if [ "$version" -ge $OLDEST_JAVA ]; then
      JDK=$each JDK_VERSION=$version
      return
    fi
    seen="Found only Java $version at $each."
  done < <(
    say "${JAVA_HOME:-}"
    java_on_path
    all_jdks
  )
  die "Jacobean needs a JDK $OLDEST_JAVA or newer. ${seen:-There is none on this machine.}" \
    "Install one with:  $(install_line jdk)" \
    "or name one that is already there:  install/lab --jdk PATH"
}

# every folder where a JDK may be, one a line
all_jdks() {
  local each
  for each in /usr/lib/jvm/* /usr/java/* /opt/jdk* /opt/java/* "$HOME"/.sdkman/candidates/java/current \
    "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "/c/Program Files/Eclipse Adoptium"/* "/c/Program Files/Java"/*; do
    [ -d "$each" ] && [ ! -L "$each" ] && say "$each"
  done
  return 0
}

# newest_jdk: the folder of the newest JDK on this machine
newest_jdk() {
  local each version
  { say "$JDK"; all_jdks; } | while IFS= read -r each; do
    version=$(jdk_version "$each")
    [ -n "$version" ] && say "$version $each"
  done | sort -rn | head -n 1 | cut -d' ' -f2-
}

# find_python: sets PYTHON, or ends with the line that installs one
find_python() {
  local each seen=
  for each in ${PYTHON:-} python3 python python3.13 python3.12 python3.11 python3.10 python3.9; do
    command -v "$each" >/dev/null || continue
    if "$each" -c 'import sys; sys.exit(sys.version_info < (3, 9))' 2>/dev/null; then
      PYTHON=$(command -v "$each")
      return
    fi
    seen="Found only $("$each" --version 2>&1) at $(command -v "$each")."
  done
  die "Jacobean needs Python 3.9 or newer for JupyterLab. ${seen:-There is none on the path.}" \
    "Install it with:  $(install_line python)"
}

# maven ARGS…: the system's Maven when it is new enough, else the wrapper, which brings its own
maven() {
  local version
  version=$(mvn -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p')
  case $version in
    3.[6-9].* | [4-9].*) JAVA_HOME=$JDK mvn "$@" ;;
    *) JAVA_HOME=$JDK "$ROOT/mvnw" "$@" ;;
  esac
}

# sources [TEST…]: the files the jar is made of, or those of them that pass find's tests
sources() {
  (cd "$ROOT" && find pom.xml ./*/pom.xml ./*/src/main .mvn -type f "$@" 2>/dev/null | sort)
}

# changed STAMP: whether a source is newer than the stamp, or one was added or removed since
changed() {
  [ -f "$1" ] && [ "$(sources)" = "$(<"$1")" ] && [ -z "$(sources -newer "$1")" ] && return 1
  return 0
}

build_jar() {
  local stamp=$ROOT/install/target/jacobean.built log=$ROOT/install/target/build.log
  if [ -f "$JAR" ] && ! changed "$stamp"; then
    return
  fi
  step "Building jacobean.jar (the first time fetches libraries; about a minute)"
  mkdir -p "$ROOT/install/target"
  if ! (cd "$ROOT" && maven -q -B -DskipTests -pl install -am verify >"$log" 2>&1); then
    grep -E 'ERROR|BUILD' "$log" | head -n 30 >&2
    die "The build failed; all it said is in $log."
  fi
  sources >"$stamp"
}

# python_env VENV REQUIREMENTS…: makes or refreshes a virtual environment
python_env() {
  local venv=$1 each
  shift
  for each in "$@"; do
    cmp -s "$each" "$venv/.installed/$(basename "$each")" || set -- "$@" -r "$each"
    shift
  done
  [ $# -gt 0 ] || return 0
  step "Setting up ${venv#"$ROOT"/} with $("$PYTHON" --version)"
  if [ ! -x "$venv/$BIN/python$EXE" ]; then
    if "$PYTHON" -c 'import venv, ensurepip' 2>/dev/null; then "$PYTHON" -m venv "$venv"; else venv_without_pip "$venv"; fi
  fi
  "$venv/$BIN/python$EXE" -m pip install -q --disable-pip-version-check "$@" ||
    die "pip could not install what ${*//-r /} asks for; see above." \
      "Is there a network connection, or a proxy to set in HTTPS_PROXY?"
  mkdir -p "$venv/.installed"
  for each in "$@"; do [ "$each" = -r ] || cp "$each" "$venv/.installed/"; done
}

# Debian's python3 comes without ensurepip unless python3-venv is installed: fetch pip by itself
venv_without_pip() {
  "$PYTHON" -c 'import venv' 2>/dev/null || die "Python at $PYTHON lacks the module venv." \
    "Install it with:  $(install_line python3-venv)"
  "$PYTHON" -m venv --without-pip "$1" && "$1/$BIN/python$EXE" "$ROOT/install/lib/fetch_pip.py" ||
    die "Python at $PYTHON comes without pip, and pip could not be fetched." \
      "Install it with:  $(install_line python3-venv)"
}

# install_kernel: the kernelspec in .venv, its start-up archive included
install_kernel() {
  local folder=$VENV/share/jupyter/kernels/jacobean
  if [ "$folder/kernel.json" -nt "$JAR" ] && [ "$(cat "$folder/.jdk" 2>/dev/null)" = "$JDK" ]; then
    return
  fi
  step "Installing the kernel into .venv"
  "$JDK/bin/java$EXE" -jar "$JAR" --install --prefix "$VENV" --jdk "$JDK" --replace
  mkdir -p "$VENV/share/jupyter/lab/settings"
  cp "$ROOT/install/lib/overrides.json" "$VENV/share/jupyter/lab/settings/"
  say "$JDK" >"$folder/.jdk"
}
