// The tables of docs/science.md that set the program's answers beside published numbers.
import { GOLDEN_ANSWERS, type GoldenCase, goldenCases } from "./golden-answers.ts";

type Row = {
  method: string;
  source: string;
  files: readonly string[];
  /** Only the cases of a file that this row is about. */
  only?: (input: GoldenCase["input"]) => boolean;
  /** Unit of each compared key, for the reader; keys without one are bare numbers. */
  units?: Readonly<Record<string, string>>;
};

const intensity = (name: string) => (input: GoldenCase["input"]) => input.intensity.startsWith(name);
const convention = (isSpan: boolean) => (input: GoldenCase["input"]) =>
  (input.convention === "ema_span") === isSpan;

/** The rows of each table, in the order of the page. */
export const GOLDEN_TABLES: Readonly<Record<"paces" | "load" | "recovery", readonly Row[]>> = {
  paces: [
    {
      method: "Score of a result",
      source: "Daniels & Gilbert 1979; table of Daniels 2014",
      files: ["vdot-from-race"],
    },
    { method: "Results that are none", source: "Runalyze's and calcpace's tests", files: ["vdot-edge"] },
    {
      method: "Score and time, against another engine",
      source: "GoldenCheetah, run",
      files: ["vdot-goldencheetah"],
      units: { time_s: "s", v_m_per_min: "m/min" },
    },
    {
      method: "Equivalent time, 1500 m to marathon, 30–85",
      source: "Daniels 2014",
      files: ["vdot-race-times"],
      units: { time_s: "s" },
    },
    ...(
      [
        ["Threshold pace (88 % of VO₂max)", "threshold"],
        ["Interval pace (97.4 %)", "interval"],
        ["Easy range, slow end (63 %)", "easy_slow"],
        ["Easy range, fast end (73.5 %)", "easy_fast"],
        ["Marathon pace (race pace of the score)", "marathon"],
        ["Repetition pace (mile pace, 400 m)", "repetition"],
      ] as const
    ).map(([method, name]) => ({
      method,
      source: "Daniels 2014",
      files: ["vdot-training-paces"],
      only: intensity(name),
      units: { pace_s_per_km: "s/km", time_s: "s" },
    })),
    {
      method: "Speed share to heart-rate share",
      source: "Daniels 2014, by Runalyze",
      files: ["daniels-vvo2-hr"],
      units: { pct_hrmax: "points" },
    },
    {
      method: "Riegel",
      source: "Riegel 1981; two programs; equation",
      files: ["riegel", "riegel.computed"],
      units: { time_s: "s" },
    },
    { method: "Cameron", source: "Runalyze's tests", files: ["cameron"], units: { time_s: "s" } },
    {
      method: "Critical speed, d–t and S–1/t, with standard errors",
      source: "SciPy, run",
      files: ["critical-speed"],
      units: { cs_m_s: "m/s", dprime_m: "m", se_cs: "m/s", se_dprime: "m" },
    },
    {
      method: "Critical speed, three parameters",
      source: "SciPy, run",
      files: ["critical-speed-3p"],
      units: { cs_m_s: "m/s", dprime_m: "m", smax_m_s: "m/s" },
    },
    { method: "Speed reserve and its elite bands", source: "Sandford 2019", files: ["speed-reserve"] },
    { method: "Marathon heat slowing by WBGT band", source: "Ely 2007", files: ["heat-ely"] },
    {
      method: "Maximum heart rate from age, six formulas",
      source: "Tanaka 2001, Gellish 2007",
      files: ["hrmax", "hrmax.computed"],
    },
    { method: "Heart-rate reserve", source: "Karvonen 1957; Elevate", files: ["karvonen"] },
    {
      method: "Friel's zones of heart rate and pace",
      source: "published bands",
      files: ["zones-friel-hr", "zones-friel-pace"],
    },
  ],
  load: [
    {
      method: "Fitness, fatigue, form: `exp`, `inverse_tau`",
      source: "GoldenCheetah (compiled), equation of Coggan, intervals.icu",
      files: ["pmc", "pmc.computed"],
      only: convention(false),
    },
    {
      method: "Fitness, fatigue: `ema_span`",
      source: "Runalyze's tests (whole numbers)",
      files: ["pmc", "pmc.computed"],
      only: convention(true),
    },
    { method: "Ramp rate", source: "GoldenCheetah (compiled)", files: ["ramp-rate"] },
    {
      method: "Monotony, strain (population SD)",
      source: "Foster 1998, 2001; Runalyze",
      files: ["monotony-strain"],
    },
    { method: "Acute:chronic, three forms", source: "Williams 2017; R package ACWR", files: ["acwr"] },
    {
      method: "Banister's impulse of a session",
      source: "Fellrnr, Elevate, Green's coefficients",
      files: ["trimp-banister", "trimp-banister.computed"],
    },
    {
      method: "Edwards' and Lucía's zones",
      source: "their definitions",
      files: ["trimp-edwards", "trimp-edwards-lucia.computed"],
    },
    { method: "Heart-rate stress", source: "Elevate", files: ["hrtss"] },
    { method: "Running stress at constant speed", source: "Elevate; worked example", files: ["rtss"] },
    { method: "Session-RPE", source: "Foster 2001", files: ["session-rpe"] },
    {
      method: "Cost of slopes: Minetti's polynomial",
      source: "Minetti 2002",
      files: ["minetti-polynomial.computed", "minetti-polynomial"],
    },
    {
      method: "Cost of slopes: measured means",
      source: "Minetti 2002",
      files: ["minetti-measured"],
      units: { cost_j_kg_m: "J/kg/m" },
    },
    {
      method: "Cost of slopes: empirical curve",
      source: "Strava 2017, digitised",
      files: ["gap-strava-curve"],
    },
    {
      method: "Cost of slopes: two programs' curves",
      source: "GoldenCheetah, compiled; Elevate, run",
      files: ["gap-polynomials"],
    },
    {
      method: "Taper: effects, evidence band",
      source: "Bosquet 2007; Wang 2023",
      files: ["taper"],
    },
    { method: "Impulse–response model, both sums", source: "Runalyze, others", files: ["banister-ir"] },
    { method: "Single-session spike", source: "Frandsen 2025", files: ["session-spike"] },
    { method: "Polarisation index", source: "Treff 2019", files: ["polarization-index"] },
    { method: "Decoupling", source: "definition", files: ["decoupling.computed"] },
    {
      method: "Mann–Kendall, Hamed–Rao, pre-whitening, Theil–Sen",
      source: "pyMannKendall and SciPy, run",
      files: ["trend-mann-kendall"],
    },
    {
      method: "Change points, CUSUM, detectable change",
      source: "R strucchange; Page 1954; Hopkins 2000",
      files: ["changepoint", "cusum.computed", "mdc.computed"],
    },
  ],
  recovery: [
    {
      method: "rMSSD, mean interval and rate",
      source: "hrv (Python) tests",
      files: ["hrv-time-domain"],
      units: { rmssd: "ms" },
    },
  ],
};

type Compared = { key: string; error: number; allowed: number };

/** Every number of a case beside the program's; what is no number must be the same and counts as no error. */
export function compareCase(file: string, one: GoldenCase): Compared[] {
  const answer = GOLDEN_ANSWERS[file]?.(one.input) ?? {};
  return Object.entries(one.expected).flatMap(([key, wanted]) =>
    compare(key, wanted, answer[key], allowedFor(one, key, wanted)),
  );
}

function compare(key: string, wanted: unknown, got: unknown, allowed: number): Compared[] {
  if (Array.isArray(wanted)) {
    const found = Array.isArray(got) ? got : [];
    if (found.length !== wanted.length) return [{ key, error: Number.POSITIVE_INFINITY, allowed }];
    return wanted.flatMap((value, index) => compare(key, value, found[index], allowed));
  }
  if (typeof wanted === "number") {
    const error = typeof got === "number" ? Math.abs(got - wanted) : Number.POSITIVE_INFINITY;
    return [{ key, error, allowed }];
  }
  const same = (wanted ?? null) === (got ?? null);
  return [{ key, error: same ? 0 : Number.POSITIVE_INFINITY, allowed }];
}

/** Where a reference prints ten digits, the last of a large number is more than the file's tolerance. */
function allowedFor(one: GoldenCase, key: string, wanted: unknown): number {
  const { tolerance } = one;
  const stated = typeof tolerance === "number" ? tolerance : (tolerance[key] ?? 0);
  const printed = typeof wanted === "number" ? Math.abs(wanted) * 5e-10 : 0;
  return stated < 1e-5 && stated > 0 ? Math.max(stated, printed) : stated;
}

/** A table of docs/science.md as it stands in the file. */
export function goldenTable(name: keyof typeof GOLDEN_TABLES): string {
  const head = "| Method | Source | Cases | Worst error | Allowed |\n|---|---|---|---|---|";
  return [head, ...GOLDEN_TABLES[name].map(tableRow)].join("\n");
}

function tableRow(row: Row): string {
  const cases = row.files.flatMap((file) =>
    goldenCases(file)
      .filter((one) => row.only?.(one.input) ?? true)
      .map((one) => ({ file, one })),
  );
  const compared = cases.flatMap(({ file, one }) => compareCase(file, one));
  const worst = compared.reduce((a, b) => (shareOf(b) > shareOf(a) ? b : a));
  const unit = row.units?.[worst.key] ? ` ${row.units[worst.key]}` : "";
  const error = worst.error < 1e-9 ? "exact" : `${shown(worst.error)}${unit}`;
  const allowed = worst.allowed === 0 ? "exact" : `${shown(worst.allowed)}${unit}`;
  return `| ${row.method} | ${row.source} | ${cases.length} | ${error} | ${allowed} |`;
}

/** The worst error is the one that uses most of what is allowed. */
function shareOf({ error, allowed }: Compared): number {
  return allowed > 0 ? error / allowed : error > 0 ? Number.POSITIVE_INFINITY : 0;
}

function shown(value: number): string {
  if (value >= 1e-3) return String(Number(value.toPrecision(2)));
  const [digits = "", power = ""] = value.toExponential(0).split("e-");
  const raised = [...power].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]).join("");
  return `${digits === "1" ? "" : `${digits}·`}10⁻${raised}`;
}
