"""Fuzz digest's parsers with atheris, guided by what of their code is run: `python bench/fuzz/fuzz.py --help`.

atheris (pip install atheris) is no dependency of digest. One target runs after the other, each in a process of its own
for so many seconds; what made one fail stands in the folder of findings, below its name. What was found once belongs
into tests/hostile/, as a case.
"""

import argparse
import re
import resource
import subprocess
import sys
from pathlib import Path

from targets import TARGETS

ONE = Path(__file__).with_name("one.py")
SLOWEST = 20  # seconds that one input may take
_RUNS = re.compile(r"Done (\d+) runs|^#(\d+)\s", re.MULTILINE)


def main() -> int:
    """Fuzz the targets named, or all; return 1 where one fails."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("targets", nargs="*", help=f"without any, all: {', '.join(TARGETS)}")
    asked.add_argument("--seconds", type=int, default=60, help="for each target; 60 if not said")
    asked.add_argument("--findings", type=Path, default=Path("fuzz-findings"))
    asked.add_argument("--seeds", type=Path, help="a folder with one of first inputs for each target, by its name")
    options = asked.parse_args()
    if unknown := set(options.targets) - set(TARGETS):
        asked.error(f"there is no target {min(unknown)}")
    failed = [name for name in options.targets or TARGETS if not _stood(name, options)]
    print("failed:", *failed or ["none"])
    return int(bool(failed))


def _stood(name: str, options: argparse.Namespace) -> bool:
    """Fuzz one target in a process of its own, print how many inputs it had, and return whether it stood all."""
    kept = options.findings / name
    (kept / "corpus").mkdir(parents=True, exist_ok=True)
    flags = [f"-max_total_time={options.seconds}", f"-timeout={SLOWEST}", "-rss_limit_mb=3000"]
    command = [sys.executable, str(ONE), name, *flags, f"-artifact_prefix={kept}/", str(kept / "corpus")]
    if options.seeds and (options.seeds / name).is_dir():
        command.append(str(options.seeds / name))
    before = _cpu()
    done = subprocess.run(command, capture_output=True, check=False)
    told = (done.stderr + done.stdout).decode(errors="replace")
    (kept / "log.txt").write_text(told)
    runs = max((int(one or other) for one, other in _RUNS.findall(told)), default=0)
    print(f"{name:14} {runs:>9} runs {_cpu() - before:6.0f} s  {'FAILED' if done.returncode else 'stood'}", flush=True)
    return done.returncode == 0


def _cpu() -> float:
    """Return the seconds of CPU that processes started from here have taken."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    sys.exit(main())
