"""Finds the Java that is to run the kernel, or says how to get one."""
import glob
import os
import re
import shutil
import subprocess
import sys

OLDEST = 17
VERSION = re.compile(r'^JAVA_VERSION="(?:1\.)?(\d+)', re.MULTILINE)


class NoJava(RuntimeError):
    """There is no Java that will do; the message is shown in the notebook's own dialog."""


def find(environment=None):
    """The java program and its version; the first of JAVA_HOME, the path and the usual folders that will do."""
    environment = os.environ if environment is None else environment
    old = []
    for home in homes(environment):
        version = version_of(home)
        if version and version >= OLDEST:
            return program(home), version
        if version:
            old.append((version, home))
    raise NoJava(explanation(old))


def explanation(old):
    found = f"Found only Java {old[0][0]} at {old[0][1]}." if old else "There is none on this machine."
    # the dialog breaks no lines of its own
    return (f"The Java kernel needs a JDK {OLDEST} or newer.\n{found}\n"
            f"Install one with: {install_line()}\nthen start the kernel again.\n"
            "If there is one already, set JAVA_HOME to its folder before starting Jupyter.")


def homes(environment):
    """Folders where a JDK may be, the most deliberate choice first."""
    told = environment.get("JAVA_HOME")
    if told:
        yield os.path.expanduser(told)
    on_path = shutil.which("java", path=environment.get("PATH"))
    if on_path and sys.platform != "darwin":        # /usr/bin/java on a Mac is only a stub
        yield os.path.dirname(os.path.dirname(os.path.realpath(on_path)))
    for pattern in usual_folders():
        yield from sorted(glob.glob(os.path.expanduser(pattern)), reverse=True)


def usual_folders():
    if sys.platform == "win32":
        programs = os.environ.get("ProgramFiles", r"C:\Program Files")
        return [os.path.join(programs, vendor, "*")
                for vendor in ("Eclipse Adoptium", "Java", "Microsoft", "Zulu", "Amazon Corretto")]
    if sys.platform == "darwin":
        return ["/Library/Java/JavaVirtualMachines/*/Contents/Home",
                "~/Library/Java/JavaVirtualMachines/*/Contents/Home",
                "/opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home",
                "/usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home"]
    return ["/usr/lib/jvm/*", "/usr/java/*", "/opt/jdk*", "~/.sdkman/candidates/java/current", "~/.jdks/*"]


def program(home):
    return os.path.join(home, "bin", "java.exe" if sys.platform == "win32" else "java")


def version_of(home):
    """The feature version of the JDK at home; None when it has no compiler or is no JDK."""
    if not os.access(program(home), os.X_OK):
        return None
    try:
        with open(os.path.join(home, "release"), encoding="utf-8") as file:
            text = file.read()
    except OSError:
        return None
    match = VERSION.search(text)
    complete = "jdk.jshell" in text or os.path.exists(os.path.join(home, "jmods", "jdk.jshell.jmod"))
    old = match and int(match.group(1)) < OLDEST    # told to the user, whatever it contains
    return int(match.group(1)) if match and (complete or old) else None


def install_line():
    if sys.platform == "win32":
        return "winget install EclipseAdoptium.Temurin.21.JDK"
    if sys.platform == "darwin":
        return "brew install openjdk@21"
    for tool, line in (("dnf", "sudo dnf install java-21-openjdk-devel"),
                       ("zypper", "sudo zypper install java-21-openjdk-devel"),
                       ("pacman", "sudo pacman -S jdk-openjdk")):
        if shutil.which(tool):
            return line
    return "sudo apt-get install " + apt_package()


def apt_package():
    """The newest JDK the distribution offers; they differ in which they have."""
    for version in (25, 21, 17):
        name = f"openjdk-{version}-jdk"
        try:
            if subprocess.run(["apt-cache", "show", name], capture_output=True, timeout=10).returncode == 0:
                return name
        except (OSError, subprocess.TimeoutExpired):
            break
    return "openjdk-17-jdk"
