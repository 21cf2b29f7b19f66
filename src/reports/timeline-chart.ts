import type { IncidentLog } from "../incidents/index.ts";
import { mustHave } from "../issues/index.ts";
import { asWords } from "./as-words.ts";
import { type Chart, chart, chartLabel, inks, labelAxis } from "./chart-style.ts";
import { englishPhrases, type Phrases, sayer } from "./phrases.ts";

/**
 * A log of acts over time as a Vega-Lite specification: one line for each kind of act, a mark for each entry at its day,
 * a bar where it is only known between which days it lies. Dates are on the clock as written.
 *
 * @param kindOf What a kind of act is called.
 * @throws {AssessmentError} `malformed` for what is no log
 * @example
 * const entries = [{ id: "1", date: "2026-02-03", behaviours: ["calls"], attribution: "confirmed" }];
 * const log = valueOrThrow(parseIncidentLog(entries, { behaviours: ["calls"], asOf: "2026-05-10" }));
 * timelineChart(log, "Acts").description.startsWith("Acts. Entries up to 2026-05-10: 1, by kind: calls 1."); // => true
 */
export function timelineChart(
  log: IncidentLog,
  title: string,
  kindOf: (behaviour: string) => string = asWords,
  phrases: Phrases = englishPhrases,
): Chart {
  mustHave(log, "entries", "log");
  const { entries, asOf } = log;
  const say = sayer(phrases);
  const drawn = entries.flatMap(({ behaviours, when: [from, to], attribution }) =>
    behaviours.map((behaviour) => ({
      kind: chartLabel(kindOf(behaviour)),
      from: from * 1000,
      to: to * 1000,
      exact: to - from <= secondsOfADay,
      sure: attribution === "confirmed" ? "confirmed" : "not confirmed",
    })),
  );
  const kinds = [...new Set(drawn.map(({ kind }) => kind))];
  const y = labelAxis("kind", kinds);
  const inexact = drawn.filter(({ exact }) => !exact).length;
  const counts = kinds.map((kind) =>
    say("timeline_chart.kind", { kind, count: drawn.filter((each) => each.kind === kind).length }),
  );
  const many = { count: entries.length, day: asOf };
  const times = {
    type: "temporal",
    scale: { type: "utc", padding: 12 },
    title: null,
    axis: { labelAngle: 0, tickCount: 5, format: "%Y-%m-%d" },
  };
  return chart(
    title,
    [say("timeline_chart.entries", many), say("timeline_chart.marks")],
    say("timeline_chart.says", { title, ...many, kinds: counts.join("; "), inexact }),
    {
      width: 520,
      height: { step: 26 },
      data: { values: drawn },
      layer: [
        {
          transform: [{ filter: "!datum.exact" }],
          mark: { type: "bar", height: 8, color: inks.sky, stroke: inks.text, strokeWidth: 0.8 },
          encoding: { y, x: { field: "from", ...times }, x2: { field: "to" } },
        },
        {
          transform: [{ filter: "datum.exact" }],
          mark: { type: "point", filled: true, size: 60, opacity: 1, stroke: inks.blue, strokeWidth: 1.5 },
          encoding: {
            y,
            x: { field: "from", ...times },
            fill: { condition: { test: "datum.sure === 'confirmed'", value: inks.blue }, value: "white" },
          },
        },
      ],
    },
  );
}

const secondsOfADay = 86_400;
