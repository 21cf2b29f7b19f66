import { type Caseload, type Count, itemStateNames, proportion } from "../cohort/index.ts";
import { mustHave } from "../issues/index.ts";
import { apaNumber, apaPercent, apaPercentInterval } from "./apa-numbers.ts";
import { asWords, type Named } from "./as-words.ts";
import type { Chart } from "./chart-style.ts";
import { completenessChart } from "./completeness-chart.ts";
import { distributionChart, type ReferenceShare } from "./distribution-chart.ts";
import { intervalWords } from "./method-words.ts";
import { englishPhrases, type Phrases, type Say, sayer } from "./phrases.ts";
import { type Block, facts, heading, list, noticeBlock, type Printed, paragraph, table } from "./printed.ts";

/** What stands where a count is hidden: the same for a small count as for one that would give it away. */
export const hiddenMark = "*";

/** The drawn charts of a caseload, for a page that carries them. */
export interface CaseloadPictures {
  readonly types?: string;
  readonly completeness?: string;
}

/**
 * A caseload as one page: the same blocks for a service's own page and for one that is shared, where hidden counts are
 * marked.
 *
 * @param pictures The charts of `caseloadCharts` as SVG; each is said in words as well.
 * @param named What a type, another outcome, an agency or a sign is called; its id as words if it is not given.
 * @throws {AssessmentError} as `caseloadCharts`
 * @example
 * const none = caseload([], { asOf: "2026-03-01", labels: ["rejected"] });
 * caseloadPage(none).title; // => "Caseload to 2026-03-01"
 */
export function caseloadPage(
  found: Caseload,
  pictures: CaseloadPictures = {},
  phrases: Phrases = englishPhrases,
  named: Named = asWords,
): Printed {
  const say = sayer(phrases);
  const { types, completeness } = caseloadCharts(found, [], phrases, named);
  return {
    title: say("caseload.title", { day: found.asOf }),
    lang: phrases.lang,
    ...(phrases.dir === undefined ? {} : { dir: phrases.dir }),
    blocks: [
      noticeBlock(say("caseload.notice")),
      paragraph(
        found.hiddenUnder === null
          ? say("caseload.open")
          : say("caseload.hidden", { most: found.hiddenUnder - 1, mark: hiddenMark }),
      ),
      ...facts([
        [say("caseload.cases"), shown(found.cases)],
        [say("caseload.no_referral"), shown(found.referred.withoutReferral)],
        [say("caseload.again_cases"), shown(found.again.cases)],
        [say("caseload.first"), shown(found.again.first)],
      ]),
      ...referralBlocks(found, named, say),
      ...table(
        say("caseload.offered"),
        [say("caseload.service"), say("caseload.cases")],
        found.offered.map(({ service, cases }) => [say(`caseload.service.${service}`), shown(cases)]),
        [say("caseload.offered_note")],
      ),
      ...typeBlocks(found, named, say),
      ...figure(say("caseload.types"), types, pictures.types),
      ...monitoringBlocks(found, named, say),
      ...waitBlocks(found, say),
      ...completenessBlocks(found, named, say),
      ...figure(say("caseload.complete_items"), completeness, pictures.completeness),
    ],
  };
}

/**
 * The charts of a caseload, each `null` if there is nothing to draw. A chart of hidden counts is left out, since a bar
 * of no length would say zero.
 *
 * @param references Published shares to draw beside the types.
 * @throws {AssessmentError} `malformed` for what is no caseload
 * @example
 * const none = caseload([], { asOf: "2026-03-01", labels: ["rejected"] });
 * caseloadCharts(none, []); // => { types: null, completeness: null }
 */
export function caseloadCharts(
  found: Caseload,
  references: readonly ReferenceShare[],
  phrases: Phrases = englishPhrases,
  named: Named = asWords,
): { readonly types: Chart | null; readonly completeness: Chart | null } {
  mustHave(found, "completeness", "found");
  const { types, completeness, asOf } = found;
  const say = sayer(phrases);
  const labels = [...types.labels.map(named), say("caseload.unclassified")];
  const counts = [...types.counts, types.unclassified];
  const known = counts.filter((count) => count !== null);
  const episodes = types.episodes;
  const lines = completeness.items.flatMap(({ item, states }) => {
    const { answered, not_sure: notSure, prefer_not: preferNot, closed, not_asked: blank } = states;
    return answered === null || notSure === null || preferNot === null || closed === null || blank === null
      ? []
      : [{ label: item, answered, notSure, preferNot, closed, blank }];
  });
  return {
    types:
      episodes === null || episodes === 0 || known.length < counts.length
        ? null
        : distributionChart(
            {
              cases: episodes,
              shares: labels.map((label, at) => {
                const { estimate, interval } = proportion(counts[at] ?? 0, episodes);
                return { label, count: counts[at] ?? 0, share: estimate ?? undefined, interval: interval ?? undefined };
              }),
            },
            references,
            say("caseload.chart_types", { day: asOf }),
            phrases,
          ),
    completeness:
      lines.length === 0 || lines.length < completeness.items.length
        ? null
        : completenessChart(lines, say("caseload.chart_items", { day: asOf }), phrases),
  };
}

const shown = (count: Count): string => (count === null ? hiddenMark : String(count));

const figure = (caption: string, chart: Chart | null, svg: string | undefined): readonly Block[] =>
  chart === null ? [] : [{ kind: "figure", caption, says: chart.description, ...(svg === undefined ? {} : { svg }) }];

function referralBlocks({ referred, referrals }: Caseload, named: Named, say: Say): readonly Block[] {
  const { by, agencies, periods, counts, byAgency, byPeriod, total } = referred;
  return [
    ...table(
      say("caseload.referred", { by: say(`caseload.by.${by}`) }),
      [say("caseload.agency"), ...periods, say("caseload.all")],
      agencies.length === 0
        ? []
        : [
            ...agencies.map((agency, at) => [
              named(agency),
              ...(counts[at] ?? []).map(shown),
              shown(byAgency[at] ?? null),
            ]),
            [say("caseload.all"), ...byPeriod.map(shown), shown(total)],
          ],
    ),
    ...(referrals === null
      ? []
      : table(
          say("caseload.referrals"),
          [say("caseload.agency"), say("caseload.all")],
          agencies.map((agency, at) => [named(agency), String(referrals[at] ?? 0)]),
        )),
  ];
}

function typeBlocks({ types }: Caseload, named: Named, say: Say): readonly Block[] {
  const { labels, counts, unclassified, episodes, overridden, open, bounds } = types;
  const share = (count: Count) => (count === null || episodes === null ? null : proportion(count, episodes));
  const line = (name: string, count: Count, range: string | undefined) => [
    name,
    shown(count),
    count === null || episodes === null ? hiddenMark : apaPercent(share(count)?.estimate),
    count === null || episodes === null ? hiddenMark : apaPercentInterval(share(count)?.interval),
    ...(range === undefined ? [] : [range]),
  ];
  const rangeOf = (label: string) => {
    const found = bounds?.find((each) => each.label === label)?.counts;
    return bounds === null || found === undefined ? undefined : say("value.range", { low: found[0], high: found[1] });
  };
  return table(
    say("caseload.types"),
    [
      say("study.outcome"),
      say("caseload.episodes"),
      say("study.share"),
      say("study.interval", { level: "95%" }),
      ...(bounds === null ? [] : [say("study.least_most")]),
    ],
    [
      ...labels.map((label, at) => line(named(label), counts[at] ?? null, rangeOf(label))),
      line(say("caseload.unclassified"), unclassified, bounds === null ? undefined : ""),
      [say("caseload.all"), shown(episodes), "", "", ...(bounds === null ? [] : [""])],
    ],
    [
      say("caseload.types_note", {
        method: intervalWords(proportion(0, 0).method, say),
        overridden: shown(overridden),
      }),
      ...(open === null ? [] : [say("caseload.types_open", open)]),
    ],
  );
}

function monitoringBlocks({ monitoring }: Caseload, named: Named, say: Say): readonly Block[] {
  return [
    ...table(
      say("caseload.monitoring"),
      ["", say("caseload.cases")],
      [
        [say("caseload.with_signs"), shown(monitoring.withSigns)],
        [say("caseload.without_signs"), shown(monitoring.withoutSigns)],
        [say("caseload.not_monitored"), shown(monitoring.notMonitored)],
      ],
    ),
    ...table(
      say("caseload.signs"),
      [say("caseload.sign"), say("caseload.cases")],
      monitoring.signs.map(({ sign, cases }) => [named(sign), shown(cases)]),
    ),
  ];
}

function waitBlocks({ toAssessment }: Caseload, say: Say): readonly Block[] {
  const title = heading(2, say("caseload.wait"));
  if (toAssessment === null) return [title, paragraph(say("caseload.withheld"))];
  const { happened, waiting, ofHappened, median } = toAssessment;
  const digits = { digits: 1 };
  return [
    title,
    ...facts([
      [say("caseload.wait_assessed"), String(happened)],
      [say("caseload.wait_waiting"), String(waiting)],
      [
        say("caseload.wait_of_assessed"),
        ofHappened === null
          ? undefined
          : `${apaNumber(ofHappened.median, digits)} (${say("value.range", { low: ofHappened.low, high: ofHappened.high })})`,
      ],
      [say("caseload.wait_median"), median === null ? say("caseload.not_reached") : String(median)],
    ]),
  ];
}

function completenessBlocks({ completeness, hiddenUnder }: Caseload, named: Named, say: Say): readonly Block[] {
  if (completeness.forms === null && hiddenUnder !== null) {
    return [heading(2, say("caseload.complete_items")), ...list([say("caseload.withheld")])];
  }
  return [
    ...table(
      say("caseload.complete_items"),
      [say("study.item"), ...itemStateNames.map((state) => say(`caseload.${state}`))],
      completeness.items.map(({ item, states }) => [item, ...itemStateNames.map((state) => shown(states[state]))]),
    ),
    ...table(
      say("caseload.complete_agencies"),
      [say("caseload.agency"), say("caseload.answered"), say("caseload.applicable"), say("study.share")],
      completeness.agencies.map(({ agency, answered, applicable }) => [
        named(agency),
        shown(answered),
        shown(applicable),
        answered === null || applicable === null
          ? hiddenMark
          : apaPercent(applicable === 0 ? null : answered / applicable),
      ]),
    ),
  ];
}
