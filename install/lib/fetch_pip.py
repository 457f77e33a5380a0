"""Puts pip into this virtual environment where Python came without ensurepip."""
import hashlib
import html.parser
import os
import subprocess
import sys
import tempfile
import urllib.parse
import urllib.request

INDEX = os.environ.get("PIP_INDEX_URL", "https://pypi.org/simple").rstrip("/") + "/pip/"


class Links(html.parser.HTMLParser):
    """The files of a package index's page (PEP 503), oldest first."""

    def __init__(self, page):
        super().__init__()
        self.files = []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        if tag == "a":
            self.files.append(dict(attributes))


def suits(file):
    """Whether it is a wheel for this Python."""
    least = (file.get("data-requires-python") or ">=3.0").split(",")[0]
    return ("-py3-none-any.whl#" in file["href"] and "data-yanked" not in file and least.startswith(">=")
            and sys.version_info[:2] >= tuple(int(part) for part in least[2:].split(".")[:2]))


def wheel():
    """The newest wheel of pip for this Python, checked by its digest."""
    page = urllib.request.urlopen(INDEX, timeout=60).read().decode()
    link = urllib.parse.urljoin(INDEX, [f for f in Links(page).files if suits(f)][-1]["href"])
    address, _, digest = link.partition("#sha256=")
    data = urllib.request.urlopen(address, timeout=120).read()
    if hashlib.sha256(data).hexdigest() != digest:
        sys.exit("pip arrived damaged from " + address)
    return urllib.parse.unquote(address.rsplit("/", 1)[1]), data


def main():
    name, data = wheel()
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, name)
        with open(path, "wb") as file:
            file.write(data)
        # a wheel is a zip that Python can import from: pip installs itself
        subprocess.check_call([sys.executable, os.path.join(path, "pip"), "install", "-q",
                               "--no-index", "--disable-pip-version-check", path])


main()
