#!/usr/bin/env python3
"""Makes notebooks/README.md: what each notebook is about, with a picture out of its own outputs.

    course_index.py            writes notebooks/README.md and notebooks/thumbnails/
    course_index.py --check    fails when they are not what the notebooks give

The picture is the one of the cell tagged "thumbnail". Its description is the picture's own.
"""
import html
import json
import pathlib
import re
import sys

NOTEBOOKS = pathlib.Path(__file__).resolve().parents[2] / "notebooks"
HEAD = """\
# The course

From partial derivatives to backprop, in fourteen notebooks. Each begins with what you will be able to do, asks you to predict before it shows, lets you check your own answers, refutes a common misconception by running it, and ends with a quiz that works without a kernel. They can be read here with all their outputs; to run them, start `install/lab`.

Begin with [Start here](00-start-here.ipynb). Teachers: the [assignments](assignments/README.md) grade themselves.

<table>
<thead><tr><th scope="col">Picture</th><th scope="col">Notebook</th></tr></thead>
<tbody>
"""
TAIL = """\
</tbody>
</table>

The data and where they come from: [data](data/README.md). This page is made by `install/python/course_index.py`.
"""


def source(cell):
    return "".join(cell["source"])


def thumbnail(notebook):
    """The SVG of the cell tagged for it, and its description."""
    for cell in notebook["cells"]:
        if "thumbnail" in cell["metadata"].get("tags", []):
            for output in cell["outputs"]:
                svg = "".join(output.get("data", {}).get("image/svg+xml", ""))
                if svg:
                    return svg, described(svg)
    raise SystemExit("no cell tagged thumbnail shows an SVG picture")


def described(svg):
    parts = [re.search(f"<{tag}[^>]*>(.*?)</{tag}>", svg, re.S) for tag in ("title", "desc")]
    said = ". ".join(html.unescape(p.group(1)).strip().rstrip(".") for p in parts if p)
    return re.split(r"; (?:line|points|path|heat map|filled contours|arrows|surface)\b", said)[0]


def goals(text):
    """The first sentence after the title and the list of what one can do afterwards."""
    paragraphs = [p.strip() for p in text.split("\n\n")]
    title = paragraphs[0].lstrip("# ").strip()
    listed = next(p for p in paragraphs if p.startswith("- "))
    return title, [line[2:].rstrip(";.") for line in listed.splitlines()]


def formula(text):
    """GitHub and JupyterLab leave Markdown in HTML tables alone: formulas become plain text."""
    text = html.escape(text, quote=False).replace("\\partial", "∂").replace("\\,", " ").replace("\\top", "ᵀ").replace("^2", "²")
    text = re.sub(r"\$([^$]*)\$", lambda m: re.sub(r"_(\w)|_\{(\w+)\}", r"<sub>\1\2</sub>", m.group(1)), text)
    return re.sub(r"\*([^*]*)\*", r"<em>\1</em>", text)


def made():
    """The files, by name below notebooks/."""
    files, rows = {}, []
    for path in sorted((NOTEBOOKS / "course").glob("*.ipynb")):
        notebook = json.loads(path.read_text())
        svg, alt = thumbnail(notebook)
        title, able = goals(source(notebook["cells"][0]))
        picture = f"thumbnails/{path.stem}.svg"
        files[picture] = svg.rstrip("\n") + "\n"
        rows.append(f'<tr><td><img src="{picture}" width="240" alt="{html.escape(alt)}"></td>\n'
                    f'<td><a href="course/{path.name}"><b>{html.escape(title)}</b></a><ul>\n'
                    + "\n".join(f"<li>{formula(g)}</li>" for g in able) + "\n</ul></td></tr>\n")
    files["README.md"] = HEAD + "".join(rows) + TAIL
    return files


def main():
    files = made()
    if "--check" in sys.argv:
        stale = [name for name, text in files.items()
                 if not (NOTEBOOKS / name).exists() or (NOTEBOOKS / name).read_text() != text]
        print("\n".join(f"stale: notebooks/{name}; run install/python/course_index.py" for name in stale) or "up to date")
        return 1 if stale else 0
    for name, text in files.items():
        (NOTEBOOKS / name).parent.mkdir(exist_ok=True)
        (NOTEBOOKS / name).write_text(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
