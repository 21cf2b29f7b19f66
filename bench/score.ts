import { spawnSync } from "node:child_process";
import { allProfiles } from "stalker-typology/content/definitions";
import { conductAndPattern } from "stalker-typology/content/instruments/conduct";
import { casenessReader } from "stalker-typology/definition";
import { writtenDefinitions } from "./rivals/written-definitions.ts";
import { printTimings, race } from "./timing.ts";

type Items = Readonly<Record<string, { readonly responses: { readonly kind: string; readonly options?: object } }>>;

/** Complete answers to the conduct form and to every judgement that a definition asks for, as JSON.parse gives them. */
function completeCases(count: number, seed: number): Record<string, string>[] {
  const items: Items = Object.assign(
    {},
    conductAndPattern.items,
    ...allProfiles.map(({ scope, judgements }) => ({ ...scope.items, ...judgements })),
  );
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const codes = Object.entries(items).flatMap(([id, { responses }]) => {
    const known = Object.entries(responses.options ?? {}).flatMap(([code, option]) =>
      (option as { notKnown?: true }).notKnown === true ? [] : [code],
    );
    return known.length === 0 ? [] : [[id, known] as const];
  });
  return Array.from({ length: count }, () =>
    JSON.parse(
      JSON.stringify(
        Object.fromEntries(codes.map(([id, known]) => [id, known[Math.floor(random() ** 2 * known.length)]])),
      ),
    ),
  );
}

const written = writtenDefinitions(allProfiles);
const read = casenessReader(allProfiles);
const cases = completeCases(3000, 11);
let met = 0;
for (const answers of cases) {
  const [ours, theirs] = [read(answers as never), written(answers)];
  for (const { id } of allProfiles) {
    if ((ours[id] === "met") !== theirs[id] || ours[id] === "indeterminate") throw new Error(`${id} differs`);
    if (theirs[id]) met += 1;
  }
}
console.log(`\n${cases.length} complete cases, ${allProfiles.length} definitions, ${met} times met`);
const sum = (one: (answers: Record<string, string>) => number) => () =>
  cases.reduce((total, each) => total + one(each), 0);
printTimings(
  "all definitions on a complete conduct form",
  await race(
    [
      { name: "written as one plain function", run: sum((answers) => (written(answers)["ew-pha-2a"] ? 1 : 0)) },
      {
        name: "ours: caseness of every definition",
        run: sum((answers) => (read(answers as never)["ew-pha-2a"] === "met" ? 1 : 0)),
      },
    ],
    cases.length,
  ),
  "written as one plain function",
);

/** The time from the start of a process to the end of its imports, with and without one more form. */
function coldImport(code: string): number {
  const script = `const t=process.hrtime.bigint();${code};console.log(Number(process.hrtime.bigint()-t)/1e6)`;
  return Number(spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" }).stdout);
}
const plain = 'await import("stalker-typology")';
const withOne = `${plain};await import("stalker-typology/content/instruments/conduct")`;
const times = { plain: [] as number[], withOne: [] as number[] };
for (let round = 0; round < 11; round++) {
  times.plain.push(coldImport(plain));
  times.withOne.push(coldImport(withOne));
}
const median = (list: number[]) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
console.log(
  `\ncold import: the package ${median(times.plain).toFixed(1)} ms, with the largest form ${median(times.withOne).toFixed(1)} ms, ${(median(times.withOne) / median(times.plain)).toFixed(2)} x`,
);
