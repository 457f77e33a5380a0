"""The start-up archive: made once for a jar and a JDK, in the background of the first start.

    python -m jacobean_kernel.archive JAVA JAR FILE
"""
import hashlib
import os
import subprocess
import sys
import time

from jupyter_core.paths import jupyter_data_dir

FIRST_WITH_AOT_CACHE = 25
PAUSE = 15      # seconds in which the first notebook has the machine to itself


def place(java, version, jar):
    """Where the archive for this jar and JDK is, or will be: both are known by path, size and time."""
    identity = hashlib.sha256()
    for path in (java, jar):
        stat = os.stat(path)
        identity.update(f"{path}|{stat.st_size}|{stat.st_mtime_ns}\n".encode())
    suffix = "aot" if version >= FIRST_WITH_AOT_CACHE else "jsa"
    return os.path.join(jupyter_data_dir(), "jacobean", f"start-{identity.hexdigest()[:16]}.{suffix}")


def arguments(file, version):
    """What the JVM is told to use it; a file that is missing or does not fit is no error."""
    if not os.path.exists(file):
        return []
    return [("-XX:AOTCache=" if version >= FIRST_WITH_AOT_CACHE else "-XX:SharedArchiveFile=") + file]


def make_later(java, jar, file):
    """Starts the making of the archive in a process of its own that outlives nobody's patience."""
    if os.path.exists(file) or os.environ.get("JACOBEAN_NO_ARCHIVE"):
        return
    own_group = {"creationflags": subprocess.CREATE_NO_WINDOW} if sys.platform == "win32" else {
        "start_new_session": True}
    subprocess.Popen([sys.executable, "-m", "jacobean_kernel.archive", java, jar, file],
                     stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                     **own_group)


def main(java, jar, file):
    time.sleep(PAUSE)
    os.makedirs(os.path.dirname(file), exist_ok=True)
    claim = file + ".making"
    try:
        os.close(os.open(claim, os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        if time.time() - os.path.getmtime(claim) < 600:
            return                                  # another start is at it
    if hasattr(os, "nice"):
        os.nice(10)
    try:
        subprocess.run([java, "-jar", jar, "--make-archive", file], timeout=300,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    finally:
        os.remove(claim)


if __name__ == "__main__":
    main(*sys.argv[1:])
