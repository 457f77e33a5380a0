"""Builds the documentation as a static site and checks every link: python docs/site_of_docs.py [FOLDER] [--api].

Pages stay Markdown files that read well as they are; this turns them into HTML with a list of pages at the side.
--api adds the reference of the engine's and the display's classes (by the JDK's own javadoc).
"""
import html
import os
import pathlib
import re
import shutil
import subprocess
import sys
from urllib.parse import unquote, urlsplit

import mistune

ROOT = pathlib.Path(__file__).resolve().parent.parent
STYLE = """
:root { color-scheme: light dark; --ink: #1b1f24; --paper: #fff; --soft: #f4f6f8; --line: #d5dae0; --link: #0060a8 }
@media (prefers-color-scheme: dark) { :root { --ink: #e4e8ec; --paper: #15181c; --soft: #20252b; --line: #39414a; --link: #6cb6f5 } }
body { margin: 0; font: 16px/1.55 system-ui, sans-serif; color: var(--ink); background: var(--paper); display: flex; flex-wrap: wrap }
nav { flex: 0 0 14rem; padding: 1.5rem; background: var(--soft); min-height: 100vh; box-sizing: border-box }
nav a { display: block; padding: .15rem 0 } nav a[aria-current] { font-weight: 600; color: var(--ink); text-decoration: none }
main { flex: 1 1 30rem; max-width: 52rem; padding: 1.5rem 2.5rem; min-width: 0 }
a { color: var(--link) } img { max-width: 100% }
pre { background: var(--soft); padding: .8rem 1rem; overflow-x: auto; border-radius: 4px } code { font-size: .9em }
table { border-collapse: collapse; display: block; overflow-x: auto } td, th { border-bottom: 1px solid var(--line); padding: .35rem .7rem; text-align: left; vertical-align: top }
th:empty { padding: 0 }
"""


def pages():
    """Every Markdown file of the documentation, where it lies and where it goes."""
    found = [ROOT / "README.md", *sorted(ROOT.glob("[A-Z]*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
    return {p: target(p) for p in dict.fromkeys(found)}


def target(page):
    path = page.relative_to(ROOT)
    name = "index.html" if path.name == "README.md" and path.parent != pathlib.Path("docs") else path.stem + ".html"
    return pathlib.Path(*[part for part in path.parts[:-1] if part != "docs"], name.replace("README", "documentation"))


def slug(heading):
    """The anchor a code host gives a heading."""
    text = re.sub(r"<[^>]+>", "", html.unescape(heading)).strip().lower()
    return re.sub(r"[^\w\- ]", "", text).replace(" ", "-")


class Site:
    def __init__(self, folder):
        self.folder = folder
        self.pages = pages()
        self.broken = []
        self.markdown = mistune.create_markdown(escape=True, plugins=["table", "strikethrough"])
        self.html = {p: self.with_anchors(self.markdown(p.read_text())) for p in self.pages}
        self.anchors = {p: set(re.findall(r'<h\d id="([^"]*)"', text)) for p, text in self.html.items()}

    @staticmethod
    def with_anchors(text):
        return re.sub(r"<h(\d)>(.*?)</h\1>", lambda m: f'<h{m[1]} id="{slug(m[2])}">{m[2]}</h{m[1]}>', text, flags=re.S)

    def write(self):
        shutil.rmtree(self.folder, ignore_errors=True)
        for page, goes in self.pages.items():
            out = self.folder / goes
            out.parent.mkdir(parents=True, exist_ok=True)
            body = re.sub(r'(href|src)="([^"]*)"', lambda m: f'{m[1]}="{self.link(page, m[2])}"', self.html[page])
            out.write_text(self.frame(page, body))

    def link(self, page, address):
        """Where a link leads on the site; notes it when it leads nowhere."""
        parts = urlsplit(html.unescape(address))
        if parts.scheme or parts.netloc:
            return address
        to = (page.parent / unquote(parts.path)).resolve() if parts.path else page
        if not to.exists():
            self.broken.append(f"{page.relative_to(ROOT)}: {address} leads nowhere")
            return address
        if to.is_dir():
            to = next((to / n for n in ("README.md", "index.ipynb") if (to / n).exists()), to)
        if to in self.pages:
            if parts.fragment and parts.fragment not in self.anchors[to]:
                self.broken.append(f"{page.relative_to(ROOT)}: {address} – there is no such heading")
            return self.relative(page, self.pages[to]) + (f"#{parts.fragment}" if parts.fragment else "")
        goes = pathlib.Path("files", to.relative_to(ROOT))
        if to.is_file():
            (self.folder / goes).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(to, self.folder / goes)
        else:
            shutil.copytree(to, self.folder / goes, dirs_exist_ok=True, ignore=shutil.ignore_patterns(".*", "target"))
        return self.relative(page, goes)

    def relative(self, page, goes):
        return pathlib.Path(os.path.relpath(goes, self.pages[page].parent)).as_posix()

    def title(self, page):
        found = re.search(r"^# (.*)$", page.read_text(), re.M)
        return found[1].replace("`", "") if found else page.stem

    def frame(self, page, body):
        index = (ROOT / "docs/README.md").read_text()
        side = [p for p in self.pages if p.parent in (ROOT, ROOT / "docs") or p.name == "README.md"]
        side.sort(key=lambda p: index.find(f"({os.path.relpath(p, ROOT / 'docs')})") % len(index))
        side.sort(key=lambda p: p.name != "README.md" or p.parent.name == "docs")
        links = "".join(
            f'<a href="{self.relative(page, self.pages[p])}"{" aria-current=page" if p == page else ""}>{html.escape(self.title(p))}</a>'
            for p in side)
        return (f'<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
                f"<title>{html.escape(self.title(page))}</title><style>{STYLE}</style>"
                f"<nav aria-label=Pages>{links}</nav><main>{body}</main></html>\n")


def api(folder):
    """The reference of what users call, by javadoc."""
    packages = ["org.jacobean.autodiff", "org.jacobean.display.plot", "org.jacobean.display.live", "org.jacobean.display.widget",
                "org.jacobean.display.progress", "org.jacobean.kernel.extend"]
    path = subprocess.run(["mvn", "-q", "-o", "-B", "-pl", "magics", "-am", "compile", "dependency:build-classpath",
                           "-Dmdep.outputFile=/dev/stdout"], cwd=ROOT, capture_output=True, text=True).stdout.split()
    sources = os.pathsep.join(str(ROOT / m / "src/main/java") for m in ("autodiff", "display", "kernel"))
    subprocess.run(["javadoc", "-quiet", "-Xdoclint:none", "-d", str(folder / "api"), "-sourcepath", sources,
                    "-classpath", path[-1] if path else "", *packages], check=True, stdout=subprocess.DEVNULL)


def main():
    options = [a for a in sys.argv[1:] if a.startswith("--")]
    named = [a for a in sys.argv[1:] if not a.startswith("--")]
    site = Site(pathlib.Path(named[0]) if named else ROOT / "docs" / "target" / "site")
    site.write()
    if "--api" in options:
        api(site.folder)
    print("\n".join(site.broken))
    print(f"{len(site.pages)} pages in {site.folder}, {len(site.broken)} broken links")
    return 1 if site.broken else 0


if __name__ == "__main__":
    sys.exit(main())
