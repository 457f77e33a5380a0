"""The ways onto a machine: the jar's installer, the wheel, the two commands."""
import hashlib
import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest
from conftest import ROOT

JAR = ROOT / "install" / "target" / "jacobean.jar"
VENV = ROOT / ".venv"
COMMON = ROOT / "install" / "lib" / "common.sh"


@pytest.fixture(scope="session")
def java():
    """The Java that the kernel in .venv runs on."""
    return pathlib.Path((VENV / "share/jupyter/kernels/jacobean/.jdk").read_text().strip(), "bin", "java")


def run(*command, **options):
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, timeout=600, **options)


# the jar ---------------------------------------------------------------------------------------

def test_the_jar_installs_into_a_folder_with_any_name(java, tmp_path):
    prefix = tmp_path / "with space, ünï and back\\slash"
    done = run(java, "-jar", JAR, "--install", "--prefix", prefix, "--name", "other", "--display-name", "Other Java",
               "--env", "GREETING=hello there", "--jvm-arg", "-Dgreeting=a b")
    assert done.returncode == 0, done.stderr
    assert re.search(r"made its start-up archive in [\d.]+ s", done.stdout)
    found = kernel_cells(prefix, "other", 'System.getenv("GREETING") + ", " + System.getProperty("greeting")')
    assert found == "hello there, a b"
    doctor = run(java, "-jar", JAR, "--doctor", "--prefix", prefix, "--name", "other")
    assert doctor.returncode == 0, doctor.stdout + doctor.stderr
    assert "1+1 is 2" in doctor.stdout
    gone = run(java, "-jar", JAR, "--uninstall", "--prefix", prefix, "--name", "other")
    assert gone.returncode == 0 and not (prefix / "share/jupyter/kernels/other").exists()


def test_a_class_path_given_at_installation_is_seen_by_cells(java, tmp_path):
    source = tmp_path / "Greeter.java"
    source.write_text('package mine; public class Greeter { public static String greet() { return "from a jar"; } }')
    classes = tmp_path / "my classes"
    assert run(java.parent / "javac", "-d", classes, source).returncode == 0
    assert run(java, "-jar", JAR, "--install", "--prefix", tmp_path, "--classpath", classes, "--no-archive").returncode == 0
    assert kernel_cells(tmp_path, "jacobean", "mine.Greeter.greet()") == "from a jar"


def test_jupyter_lists_it(java, tmp_path):
    assert run(java, "-jar", JAR, "--install", "--user", "--name", "mine", "--no-archive",
               env={**os.environ, "JUPYTER_DATA_DIR": str(tmp_path)}).returncode == 0
    listed = run(VENV / "bin/jupyter", "kernelspec", "list", env={**os.environ, "JUPYTER_DATA_DIR": str(tmp_path)})
    assert str(tmp_path / "kernels/mine") in listed.stdout


def test_the_doctor_is_content_with_what_was_asked_for(java, tmp_path):
    run(java, "-jar", JAR, "--install", "--prefix", tmp_path, "--no-archive")
    doctor = run(java, "-jar", JAR, "--doctor", "--prefix", tmp_path)
    assert doctor.returncode == 0, doctor.stdout
    assert "installed with --no-archive" in doctor.stdout and "All well." in doctor.stdout


def test_the_doctor_names_what_is_broken(java, tmp_path):
    run(java, "-jar", JAR, "--install", "--prefix", tmp_path, "--no-archive")
    spec = tmp_path / "share/jupyter/kernels/jacobean/kernel.json"
    spec.write_text(re.sub(r'"[^"]*/bin/java"', '"/nowhere/bin/java"', spec.read_text()))
    found = run(java, "-jar", JAR, "--doctor", "--prefix", tmp_path)
    assert found.returncode == 1
    assert "/nowhere" in found.stdout and "--jdk" in found.stdout and "Exception" not in found.stderr


def test_the_same_sources_give_the_same_bytes(java, tmp_path):
    copy = tmp_path / "another place"
    for name in run("git", "-C", ROOT, "ls-files", "--cached", "--others", "--exclude-standard").stdout.splitlines():
        if re.match(r"(pom\.xml|mvnw.*|\.mvn/.*|[^/]+/(pom\.xml|src/main/.*))$", name) and (ROOT / name).exists():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, copy / name)
    built = run("bash", "-c", f'. "{COMMON}"; JDK="{java.parent.parent}"; cd "{copy}" && maven -q -B -DskipTests -pl install -am verify')
    assert built.returncode == 0, built.stdout[-3000:] + built.stderr[-3000:]
    assert digest(copy / "install/target/jacobean.jar") == digest(JAR)


def test_what_the_kernel_needs_for_itself_has_names_of_its_own():
    import zipfile
    names = zipfile.ZipFile(JAR).namelist()
    for package in ("org/objectweb/asm/", "com/fasterxml/jackson/", "org/eclipse/aether/", "org/apache/maven/"):
        assert not [n for n in names if n.startswith(package) and n.endswith(".class")], package
    for package in ("com/google/gson/", "org/zeromq/", "org/dflib/jjava/"):
        assert [n for n in names if n.startswith(package) and n.endswith(".class")], package


# the wheel -------------------------------------------------------------------------------------

@pytest.fixture(scope="session")
def wheel_env(tmp_path_factory, java):
    """A virtual environment with the wheel in it, that borrows Jupyter from ours."""
    built = run(ROOT / "install/wheel", "--java", java)
    assert built.returncode == 0, built.stderr
    folder = tmp_path_factory.mktemp("wheel env")
    run(sys.executable, "-m", "venv", "--without-pip", folder)      # Debian's Python has no ensurepip of its own
    site = next(folder.glob("lib/python*/site-packages"))
    (site / "borrowed.pth").write_text(str(next(VENV.glob("lib/python*/site-packages"))) + "\n")
    done = run(folder / "bin/python", "-m", "pip", "install", "-q", "--no-deps", "--no-index",
               "--disable-pip-version-check", ROOT / built.stdout.strip())
    assert done.returncode == 0, done.stderr
    return folder


def test_the_wheel_brings_a_kernel_that_runs(wheel_env, java):
    script = ("from conftest import Notebook\n"
              "with Notebook() as n: print(n.value('1 + 1'), n.km.provisioner.__class__.__name__)")
    env = {**os.environ, "JACOBEAN_NO_ARCHIVE": "1", "JAVA_HOME": str(java.parent.parent), "JUPYTER_PREFER_ENV_PATH": "1"}
    done = run(wheel_env / "bin/python", "-c", script, cwd=ROOT / "install/tests", env=env)
    assert done.stdout.split() == ["2", "JacobeanProvisioner"], done.stderr


def test_the_wheel_makes_its_archive_once(wheel_env, java, tmp_path):
    script = ("from jacobean_kernel import archive; archive.PAUSE = 0; import sys\n"
              "file = archive.place(sys.argv[1], int(sys.argv[3]), sys.argv[2]); print(file)\n"
              "assert archive.arguments(file, int(sys.argv[3])) == []\n"
              "archive.main(sys.argv[1], sys.argv[2], file)\n"
              "print(archive.arguments(file, int(sys.argv[3]))[0])")
    jar = wheel_env / "share/jupyter/kernels/jacobean/jacobean.jar"
    version = re.search(r'JAVA_VERSION="(\d+)', (java.parent.parent / "release").read_text()).group(1)
    done = run(wheel_env / "bin/python", "-c", script, java, jar, version, env={**os.environ, "JUPYTER_DATA_DIR": str(tmp_path)})
    file, argument = done.stdout.splitlines()
    assert argument.endswith("=" + file), done.stderr
    assert os.listdir(os.path.dirname(file)) == [os.path.basename(file)]


def test_without_java_the_provisioner_says_what_to_do(wheel_env):
    script = ("import jacobean_kernel.java as j; j.usual_folders = lambda: []\n"
              "from conftest import Notebook\n"
              "try: Notebook()\n"
              "except RuntimeError as e: print(e)")
    bare = wheel_env / "bare path"
    bare.mkdir(exist_ok=True)
    env = {k: v for k, v in os.environ.items() if k != "JAVA_HOME"}
    done = run(wheel_env / "bin/python", "-c", script, cwd=ROOT / "install/tests",
               env={**env, "PATH": str(bare), "JUPYTER_PREFER_ENV_PATH": "1"})
    assert "needs a JDK 17 or newer" in done.stdout and "Install one with: " in done.stdout, done.stderr


def test_an_old_java_is_named(wheel_env, tmp_path):
    fake_jdk(tmp_path / "old jdk", "11.0.2")
    script = ("import sys, jacobean_kernel.java as j; j.usual_folders = lambda: []\n"
              "try: j.find({'JAVA_HOME': sys.argv[1], 'PATH': ''})\n"
              "except j.NoJava as e: print(e)")
    done = run(wheel_env / "bin/python", "-c", script, tmp_path / "old jdk")
    assert f"Found only Java 11 at {tmp_path}/old jdk" in done.stdout, done.stderr


# the two commands ------------------------------------------------------------------------------

def lab(*arguments, **options):
    return run(ROOT / "install/lab", *arguments, **options)


def test_lab_explains_itself():
    text = lab("--help").stdout
    for option in ("--port", "--no-browser", "--jdk", "--check", "--help"):
        assert option in text


@pytest.mark.parametrize("arguments, words", [
    (["--bogus"], "There is no option --bogus"),
    (["--port"], "--port wants a value"),
    (["--port", "eighty"], "--port eighty: a number"),
    (["--jdk", "/nowhere"], "/nowhere is not the folder of a JDK"),
])
def test_lab_refuses_what_it_does_not_know(arguments, words):
    done = lab(*arguments)
    assert done.returncode == 1 and words in done.stderr


def test_an_old_jdk_is_refused_with_the_line_that_installs_one(tmp_path):
    fake_jdk(tmp_path / "jdk-11", "11.0.2")
    done = lab("--jdk", tmp_path / "jdk-11")
    assert done.returncode == 1
    assert "is Java 11" in done.stderr and "Install one with:" in done.stderr


def test_a_machine_without_java_is_told_how_to_get_one(tmp_path):
    done = bash("all_jdks() { :; }; java_on_path() { :; }; unset JAVA_HOME; find_jdk")
    assert done.returncode == 1
    assert "There is none on this machine." in done.stderr and "Install one with:" in done.stderr


def test_a_machine_with_an_old_java_is_told_so(tmp_path):
    fake_jdk(tmp_path / "old one", "11.0.2")
    done = bash(f'all_jdks() {{ :; }}; java_on_path() {{ :; }}; JAVA_HOME="{tmp_path}/old one"; find_jdk')
    assert done.returncode == 1 and f"Found only Java 11 at {tmp_path}/old one" in done.stderr


def test_a_newer_jdk_elsewhere_is_found(tmp_path):
    fake_jdk(tmp_path / "old one", "11.0.2")
    fake_jdk(tmp_path / "new one", "21.0.1")
    done = bash(f'all_jdks() {{ say "{tmp_path}/new one"; }}; java_on_path() {{ :; }}; JAVA_HOME="{tmp_path}/old one"; '
                'find_jdk; say "$JDK $JDK_VERSION"')
    assert done.stdout.strip() == f"{tmp_path}/new one 21"


def test_a_machine_without_python_is_told_how_to_get_one(tmp_path):
    done = bash(f'apt=$(command -v apt-get); PATH="{tmp_path}:/nowhere"; unset PYTHON; find_python')
    assert done.returncode == 1 and "There is none on the path." in done.stderr
    (tmp_path / "python3").write_text("#!/bin/sh\n[ \"$1\" = --version ] && echo Python 3.7.1\nexit 1\n")
    (tmp_path / "python3").chmod(0o755)
    done = bash(f'PATH="{tmp_path}:$PATH"; PYTHON=python3; hash -r; find_python; say "$PYTHON"')
    assert done.stdout.strip() != str(tmp_path / "python3"), "an old one is passed over when there is another"


def test_a_build_that_fails_says_where_to_look(tmp_path):
    done = bash(f'ROOT="{tmp_path}"; JAR="{tmp_path}/x.jar"; maven() {{ say "[ERROR] no way"; return 1; }}; build_jar')
    assert done.returncode == 1 and "[ERROR] no way" in done.stderr and "build.log" in done.stderr


def test_pip_can_be_fetched_where_python_has_none(tmp_path):
    done = bash(f'venv_without_pip "{tmp_path}/bare env" && "{tmp_path}/bare env/bin/python" -m pip --version',
                PYTHON=sys.executable)
    assert done.returncode == 0 and "bare env" in done.stdout, done.stderr


def test_check_runs_the_start_notebook():
    done = lab("--check", "--jdk", (VENV / "share/jupyter/kernels/jacobean/.jdk").read_text().strip())
    assert done.returncode == 0, done.stdout + done.stderr
    assert "00-start-here.ipynb" in done.stdout and "Java " in done.stdout


def test_a_second_start_takes_less_than_three_seconds():
    """On a machine so busy that JupyterLab alone takes longer, what our script adds to it is judged."""
    jdk = (VENV / "share/jupyter/kernels/jacobean/.jdk").read_text().strip()
    bin = VENV / ("Scripts" if os.name == "nt" else "bin")
    took, alone = [], []
    while len(took) < 3 and (not took or took[-1] >= 3):
        took.append(seconds_to_answer([ROOT / "install/lab", "--jdk", jdk]))
        alone.append(seconds_to_answer([bin / "jupyter-lab", "--allow-root"]))
    assert min(took) < 3 or min(took) - min(alone) < 1, f"{took} s, JupyterLab alone {alone} s"


def seconds_to_answer(command):
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = s.getsockname()[1]
    begin = time.monotonic()
    server = subprocess.Popen([*command, "--no-browser", "--port", str(port)],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while not answers(port) and time.monotonic() - begin < 60:
            time.sleep(0.05)
        return time.monotonic() - begin
    finally:
        server.terminate()
        server.wait(20)


def answers(port):
    try:
        urllib.request.urlopen(f"http://127.0.0.1:{port}/api", timeout=1)
        return True
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False


def bash(script, **variables):
    return run("bash", "-c", f'set -euo pipefail; . "{COMMON}"; {script}', env={**os.environ, **variables})


def fake_jdk(home, version):
    (home / "bin").mkdir(parents=True)
    (home / "release").write_text(f'JAVA_VERSION="{version}"\nMODULES="java.base jdk.compiler jdk.jshell"\n')
    (home / "bin/java").write_text("#!/bin/sh\n")
    (home / "bin/java").chmod(0o755)


def digest(file):
    return hashlib.sha256(file.read_bytes()).hexdigest()


def kernel_cells(prefix, name, code):
    """The value of a cell in a kernel installed under a prefix."""
    from jupyter_client.kernelspec import KernelSpecManager
    from kernelbench import Kernel
    specs = KernelSpecManager(kernel_dirs=[str(prefix / "share/jupyter/kernels")])
    with Kernel(name, specs) as kernel:
        kernel.wait_ready(60)
        answer = kernel.execute(code)
        return answer.result
