import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import * as content from "../../src/content/instruments/index.ts";

/** The source files that a program reaches, and those of which something stays in its bundle. */
async function graphOf(code: string): Promise<{ readonly reached: string[]; readonly kept: string[] }> {
  const { metafile } = await build({
    stdin: { contents: code, resolveDir: process.cwd() },
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
    metafile: true,
    platform: "neutral",
    mainFields: ["module", "main"],
    logLevel: "silent",
  });
  const [output] = Object.values(metafile.outputs);
  const kept = Object.entries(output?.inputs ?? {}).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  return { reached: Object.keys(metafile.inputs), kept: kept.map(([file]) => file) };
}

const within = (files: readonly string[], ...folders: readonly string[]) =>
  files.filter((file) => folders.some((folder) => file.startsWith(`src/${folder}/`)));
const outer = [
  "sql",
  "formats",
  "reports",
  "tables",
  "cli",
  "cohort",
  "record",
  "incidents",
  "definition",
  "judgement",
];

describe("a program that imports classify and the form", () => {
  const graph = graphOf(`
    import { classify, relationshipAndMotive } from "./src/index.ts";
    console.log(classify, relationshipAndMotive);
  `);

  it("reaches no exporter, chart, table or command, and nothing else that it did not ask for", async () => {
    const { reached } = await graph;
    expect(within(reached, "typology", "inquiry", "rules").length).toBeGreaterThan(20);
    expect(within(reached, ...outer)).toEqual([]);
  });

  it("keeps one form, one typology, no source list, no zod and no check of shipped content in its bundle", async () => {
    const { kept } = await graph;
    expect(within(kept, "content").sort()).toEqual([
      "src/content/cite.ts",
      "src/content/instruments/relationship-and-motive.ts",
      "src/content/typologies/five-types.ts",
    ]);
    expect(kept.filter((file) => file.includes("/zod/"))).toEqual([]);
    expect(kept.filter((file) => /\/(check-|define-|parse-instrument)/.test(file))).toEqual([]);
  });
});

describe("a program that imports everything from the registry of forms and uses one", () => {
  it("keeps that form alone", async () => {
    const { reached, kept } = await graphOf(`
      import { quickScreen } from "./src/content/instruments/index.ts";
      console.log(quickScreen);
    `);
    expect(within(reached, "content/instruments").length).toBe(Object.keys(content).length + 1);
    expect(within(kept, "content/instruments")).toEqual(["src/content/instruments/quick-screen.ts"]);
  });
});

describe("a program that imports", () => {
  it.each([
    ["an exporter", "formats", "toFhir"],
    ["a chart", "reports", "distributionChart"],
  ])("%s reaches neither tables nor commands, nor the other of the two", async (_, folder, name) => {
    const { reached, kept } = await graphOf(`
      import { ${name} } from "./src/${folder}/index.ts";
      console.log(${name});
    `);
    expect(within(reached, folder).length).toBeGreaterThan(0);
    expect(within(kept, folder).length).toBeGreaterThan(0);
    expect(within(reached, "tables", "cli", folder === "formats" ? "reports" : "formats")).toEqual([]);
  });
});

describe("a program that imports one format by its own path", () => {
  it.each([
    ["fhir", "toFhir"],
    ["surveyjs", "toSurveyJs"],
    ["redcap", "toRedcap"],
    ["xlsform", "toXlsForm"],
    ["answers-schema", "answersSchema"],
  ])("%s reaches no other format and no content, and keeps no zod and no reader of XML", async (file, name) => {
    const { reached, kept } = await graphOf(`
      import { ${name} } from "./src/formats/${file}.ts";
      console.log(${name});
    `);
    const formats = ["fhir", "surveyjs", "redcap", "xlsform", "odk-submission", "answers-schema", "answers-zod"];
    expect(reached).toContain(`src/formats/${file}.ts`);
    expect(formats.filter((each) => reached.includes(`src/formats/${each}.ts`))).toEqual([file]);
    expect(within(reached, "content", "tables", "cli")).toEqual([]);
    expect(kept.filter((each) => /\/(zod|saxes)\//.test(each))).toEqual([]);
  });
});
