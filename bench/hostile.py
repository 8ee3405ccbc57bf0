"""Run the large probes of a folder that is no part of this repository against digest: `make hostile HOSTILE=FOLDER`.

The folder holds `probes/`, which take a command that builds, `cases*.tar.*`, hostile projects with what is expected of
each, and `corpora/loader.py`, which hands out hostile payloads and files by kind. What the probes need (Chromium,
a JRE, selectolax, playwright) its own README tells; they are run by the Python of `--python`.
"""

import argparse
import json
import os
import shlex
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples/port-amber"
DIGEST = f"{shlex.quote(sys.executable)} -m digest"
# Under what name a file of a corpus is an article. What a corpus of YAML holds becomes front matter.
SUFFIXES = {
    "feeds": ".xml", "html": ".html", "markdown": ".md", "yaml": ".md", "encoding": ".txt", "strings": ".txt"
}  # fmt: skip
SETTINGS = "title: Hostile\nbase_url: https://example.org/\n"
POLICY = {
    "script_src": [r"assets/search\.[0-9a-f]{10}\.js$"], "link_stylesheet": [r"assets/style\.[0-9a-f]{10}\.css$"]
}  # fmt: skip
SLOTS = "title,body,link,image,author,tags,summary"


def main() -> int:
    """Run the probes that are asked for, one after another; return 1 where one finds something."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("folder", type=Path)
    asked.add_argument("probes", nargs="*", help=f"of {', '.join(PROBES)}; without any, all")
    asked.add_argument("--python", default=sys.executable, help="what runs the probes")
    asked.add_argument("--payloads", type=int, default=700, help="for xss; each stands in 20 places; 700 if not said")
    asked.add_argument("--kills", type=int, default=300, help="for crash; 300 if not said")
    options = asked.parse_args()
    os.environ["PYTHONPATH"] = str(ROOT)  # digest, from wherever a probe calls it
    failed = []
    for name in options.probes or PROBES:
        with tempfile.TemporaryDirectory(prefix=f"hostile-{name}-") as work:
            print(f"== {name}", flush=True)
            failed += [] if PROBES[name](options, Path(work)) else [name]
    print("failed:", *failed or ["none"])
    return int(bool(failed))


def run(options: argparse.Namespace, probe: str, *arguments: object) -> bool:
    """Run one probe of the folder, and return whether it found nothing."""
    by = ["bash"] if probe.endswith(".sh") else [options.python]
    command = [*by, options.folder / "probes" / probe, *arguments]
    return (
        subprocess.run(list(map(str, command)), env={**os.environ, "PY": options.python}, check=False).returncode == 0
    )


def projects(options: argparse.Namespace, work: Path) -> bool:
    """Build each hostile project."""
    for packed in sorted(options.folder.glob("cases*.tar.*")):
        with tarfile.open(packed) as archive:
            archive.extractall(work / "cases", filter="tar")
    [cases] = {path.parent.parent for path in (work / "cases").rglob("case.json")}
    build = f"{DIGEST} -C {{work}} build --content {{content}} --out {{out}}"
    return run(options, "input_probe.py", "--cases", cases, "--build", build)


def xss(options: argparse.Namespace, work: Path) -> bool:
    """Put payloads in every part of articles of every format, and look at the site in Chromium."""
    articles = work / "content/articles"
    articles.mkdir(parents=True)
    what = ["--n", options.payloads, "--formats", "md,html,txt,rss,atom", "--slots", SLOTS, "--kinds", "xss"]
    made = run(options, "hostile_content.py", "--out", articles, *what)
    (articles / "index.tsv").unlink(missing_ok=True)
    (work / "content/sources.yaml").write_text("example: {name: Example, rights: full}\nf: {name: F, rights: full}\n")
    (work / "policy.json").write_text(json.dumps(POLICY))
    built = made and build(work).returncode == 0
    return built and run(options, "xss_probe.py", work / "site", "--policy", work / "policy.json", "--mutate")


def corpora(options: argparse.Namespace, work: Path) -> bool:
    """Build a project of each corpus: every file is an article, or is named."""
    stood = [corpus(options, work / kind, suffix) for kind, suffix in SUFFIXES.items()]
    return all(stood)


def corpus(options: argparse.Namespace, work: Path, suffix: str) -> bool:
    """Build a project of one corpus, and print which files are neither an article nor named."""
    articles = work / "content/articles"
    loader = [options.python, options.folder / "corpora/loader.py", "dump", work.name, articles]
    subprocess.run(loader, check=True, stdout=subprocess.DEVNULL)
    for path in sorted(articles.iterdir()):
        content = path.read_bytes()
        path.unlink()
        below = b"---\n%b\n---\nSome words.\n" % content if work.name == "yaml" else content
        path.with_name(f"{path.name}{suffix}").write_bytes(below)
    built = build(work)
    told = built.stderr + digest(work, "check").stdout
    there = {json.loads(line)["path"] for line in digest(work, "list", "articles", "--json").stdout.splitlines()}
    names = [path.relative_to(work).as_posix() for path in sorted(articles.iterdir())]
    # A feed's entry that stands in another file too is one article, and bears the name of that file.
    silent = [] if suffix == ".xml" else [name for name in names if name not in there and f"{name}:" not in told]
    crashed = built.returncode != 0 or "Traceback" in told
    print(
        f"{work.name}: {len(names)} files, {len(there)} with articles, silent {silent[:5]}, crashed: {crashed}",
        flush=True,
    )
    return not crashed and not silent


def same(options: argparse.Namespace, work: Path) -> bool:
    """Build the example in many circumstances; every byte must be the same."""
    source = example(work)
    build = f"{DIGEST} -C {{src}} build --out {{out}} --jobs {{jobs}}"
    return run(options, "determinism_probe.sh", "--src", source, "--build", build)


def crash(options: argparse.Namespace, work: Path) -> bool:
    """Kill builds at any moment, run three at once, and take the disk away."""
    where = example(work)
    new, old = (f"{verb} content/articles/zz-new.md" for verb in ("cp ../new.md", "rm -f"))
    (work / "new.md").write_text("---\ntitle: New\ndate: 2031-03-09\n---\nThe gulls came back to the harbour.\n")
    what = ["--workdir", where, "--out", "site", "--build", f"{DIGEST} -q build"]
    faults = ["-n", options.kills, "--faults", "kill,concurrent,readonly,enospc"]
    return run(options, "crash_probe.sh", *what, "--old", f"{old} content/threads.lock", "--new", new, *faults)


def example(work: Path) -> Path:
    """Return a copy of the example that has not been built."""
    leave = shutil.ignore_patterns("site", ".digest-cache")
    return shutil.copytree(EXAMPLE, work / "example", ignore=leave)


def build(work: Path) -> subprocess.CompletedProcess[str]:
    """Build the project in a folder that has none yet but its articles."""
    (work / "digest.yaml").write_text(SETTINGS)
    return digest(work, "build")


def digest(work: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command of digest in a project."""
    command = [sys.executable, "-m", "digest", "-C", str(work), *arguments]
    return subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)


PROBES: Mapping[str, Callable[[argparse.Namespace, Path], bool]] = {
    each.__name__: each for each in (projects, xss, corpora, same, crash)
}

if __name__ == "__main__":
    sys.exit(main())
