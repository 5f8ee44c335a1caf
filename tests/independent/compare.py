"""Writes `reference.tsv`: one thousand random cases with the answers of scipy, statsmodels and plain arithmetic.

    pip install numpy scipy statsmodels
    python3 tests/independent/compare.py
    cargo test --lib reference -- --nocapture     # compares to 1e-9 and prints the largest differences

`src/analysis/reference.rs` reads the table; no Python is needed to test. Write it anew when a formula or a column
changes, and look at the difference: the cases follow from the seed, so only answers may change.
"""

import platform
from fractions import Fraction
from pathlib import Path

import numpy
import scipy
import statsmodels
from scipy.cluster.hierarchy import linkage
from scipy.stats import theilslopes
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint
from statsmodels.stats.rates import confint_poisson_2indep

SEED = 20250210
CASES = 1000
FEWEST = 5
COLUMNS = (
    "later earlier wilson newcombe counts poisson series slope baseline milestones bound period expected gap missing "
    "status points heights"
).split()


def text(*numbers):
    return " ".join(f"{float(number) + 0.0:.12g}" for number in numbers)


def share(random):
    """Small groups are the rule: half of all denominators are of one to twelve people."""
    of = int(random.integers(1, 13) if random.random() < 0.5 else random.integers(13, 400))
    return int(random.integers(0, of + 1)), of


def limits(later, earlier):
    wilson = proportion_confint(*later, method="wilson")
    newcombe = confint_proportions_2indep(*later, *earlier, compare="diff", method="newcomb")
    return text(*wilson), text(*newcombe)


def poisson(later, earlier):
    return text(*confint_poisson_2indep(later, 1, earlier, 1, method="mover", compare="diff", method_mover="score"))


def series(random):
    years = sorted(random.choice(numpy.arange(2015, 2026), size=int(random.integers(3, 9)), replace=False).tolist())
    levels = [round(float(level), 1) for level in random.uniform(0, 100, len(years))]
    slope = theilslopes(levels, years).slope
    return " ".join(f"{year}:{level}" for year, level in zip(years, levels)), text(slope)


def attainment(random, n, of):
    """The linear pace, reckoned in fractions."""
    at_least = bool(random.random() < 0.5)
    baseline = (2020, Fraction(int(random.integers(0, 1001)), 10))
    milestones = sorted(int(year) for year in random.choice([2021, 2022, 2023, 2024, 2025], size=2, replace=False))
    bounds = [Fraction(int(random.integers(0, 101))) for _ in milestones]
    period = int(random.integers(2020, 2027))
    place = next((at for at, by in enumerate(milestones) if by >= period), len(milestones) - 1)
    by, bound = milestones[place], bounds[place]
    since, start = (milestones[place - 1], bounds[place - 1]) if place else baseline

    def gap(level):
        return max(Fraction(0), bound - level if at_least else level - bound)

    has_way = gap(start) > 0
    expected = bound
    if has_way and period < by:
        expected = start + (bound - start) * max(Fraction(0), Fraction(period - since, by - since))
    level = Fraction(100 * n, of)
    moved = [k for k in range(of + 1) if 0 <= (n + k if at_least else n - k) <= of]
    meets = [k for k in moved if gap(Fraction(100 * (n + k if at_least else n - k), of)) == 0]
    missing = str(min(meets)) if gap(level) > 0 and meets else "-"
    status = judge(of, gap(level), gap(expected), gap(start) if has_way else None, bound if at_least else 100 - bound)
    ends = " ".join(f"{year}:{float(end):g}" for year, end in zip(milestones, bounds))
    shown_gap = text(gap(level)) if gap(level) > 0 else "-"
    sign = ">=" if at_least else "<="
    return [f"{baseline[0]}:{float(baseline[1]):g}", ends, sign, str(period), text(expected), shown_gap, missing, status]


def judge(of, left, left_by_plan, left_at_start, whole_way):
    if of < FEWEST:
        return "TooFew"
    if left == 0:
        return "Reached"
    if left <= left_by_plan:
        return "OnTheWay"
    if left_at_start is None:
        return "Behind" if left <= (whole_way or 1) / 2 else "FarBehind"
    if left_at_start == left_by_plan:
        return "Behind"
    return "Behind" if left <= (left_at_start + left_by_plan) / 2 else "FarBehind"


def ward(random):
    points = random.integers(0, 1000, size=(6, 2)) / 10
    heights = linkage(points, method="ward")[:, 2]
    return " ".join(f"{x:g}:{y:g}" for x, y in points), text(*heights)


def case(random):
    later, earlier = share(random), share(random)
    counts = [int(count) for count in random.integers(0, 60, size=2)]
    shares = ["/".join(map(str, later)), "/".join(map(str, earlier)), *limits(later, earlier)]
    return [*shares, " ".join(map(str, counts)), poisson(*counts), *series(random), *attainment(random, *later), *ward(random)]


def main():
    random = numpy.random.default_rng(SEED)
    versions = ", ".join(
        [f"Python {platform.python_version()}"]
        + [f"{package.__name__} {package.__version__}" for package in (numpy, scipy, statsmodels)]
    )
    lines = [f"# {versions}; seed {SEED}; written by compare.py", "\t".join(COLUMNS)]
    lines += ["\t".join(case(random)) for _ in range(CASES)]
    Path(__file__).with_name("reference.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


main()
