import { casenessReader, type Profile, type Provenance, profileProvenance, profileScope } from "../definition/index.ts";
import { faultIn, isCalendarDay, numberIn, type Respondent } from "../instrument/index.ts";
import { type Issue, parsed } from "../issues/index.ts";
import type { Answer, Scope } from "../rules/index.ts";
import type { RowScorer } from "../tables/index.ts";

/** What a manifest says of the definitions that made a table's columns, and of the forms that they read. */
export const definitionsUsed = (
  profiles: readonly Profile[],
): readonly (Provenance & { readonly instruments: readonly Provenance[] })[] =>
  profiles.map((profile) => ({ ...profileProvenance(profile), instruments: profile.scope.instruments }));

/** Every item that definitions read, with those that no form asks for, such as judgements. */
export const askedIn = (profiles: readonly Profile[]): Scope["items"] =>
  Object.assign({}, ...profiles.map((profile) => profileScope(profile).items));

/** The column that holds what a definition says of a row. */
export const definitionColumn = ({ id }: Profile): string => `definition_${id.replaceAll("-", "_")}`;

/**
 * A scorer of rows with a column for each definition: `met`, `not_met` or `indeterminate`. It also reads the items that
 * only the definitions ask for, such as judgements, where the table has them.
 */
export function withDefinitions(
  scorer: RowScorer,
  profiles: readonly Profile[],
  { asOf, respondent }: { readonly asOf: string; readonly respondent?: Respondent },
): RowScorer {
  const own = scorer.items.length;
  const asked = askedIn(profiles);
  const closed = new Set(profiles.flatMap(({ scope }) => closedIn(scope.items, respondent)));
  const items = [...scorer.items, ...Object.keys(asked).filter((id) => !scorer.items.includes(id))];
  const read = casenessReader(profiles);
  return {
    items,
    columns: [...scorer.columns, ...profiles.map(definitionColumn)],
    cells(codes) {
      const scored = scorer.cells(codes.slice(0, own));
      const answers: Record<string, Answer> = {};
      const issues: Issue[] = scored.ok ? [] : [...scored.issues];
      for (const [at, id] of items.entries()) {
        const item = asked[id];
        const code = codes[at];
        if (item === undefined || code === "" || code === null || code === undefined) continue;
        const number = item.responses.kind === "number" && typeof code === "string" ? numberIn(code) : undefined;
        const answer = number ?? code;
        const fault = at < own ? undefined : faultIn(answer, id, item);
        if (fault !== undefined) issues.push(fault);
        else if (at >= own && item.responses.kind === "date" && isCalendarDay(String(answer)) && String(answer) > asOf)
          issues.push({ code: "after_as_of", path: [id] });
        // Without a fault, here or in the form's own scorer, it is an answer.
        else if (!closed.has(id)) answers[id] = answer as Answer;
      }
      return parsed(() => [...(scored.ok ? scored.value : []), ...Object.values(read(answers, { asOf }))], issues);
    },
  };
}

/** The items that are not asked of this respondent, whose answers are set aside as in a score. */
const closedIn = (items: Profile["scope"]["items"], respondent: Respondent | undefined): readonly string[] =>
  Object.entries(items).flatMap(([id, { askOnly }]) =>
    respondent === undefined || askOnly === undefined || askOnly === respondent ? [] : [id],
  );
