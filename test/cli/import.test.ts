import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quickScreen } from "../../src/content/instruments/index.ts";
import { toFhirResponse, toRedcapRow } from "../../src/formats/index.ts";
import { readRows } from "../../src/tables/index.ts";
import { inFolder, run } from "../support/command.ts";

const answers = { danger_now: "no", unusual_effort: "yes", cannot_let_go: "not_sure" } as const;
const quick = ["--instrument", "ssb-quick"];

/** What import gives of a file of that content. */
async function imported(file: string, content: string, ...words: readonly string[]) {
  return inFolder(async (folder) => {
    const path = join(folder, file);
    writeFileSync(path, content);
    const { code, stdout, stderr } = await run(["import", path, ...quick, ...words]);
    const [header = "", ...rows] = stdout.trim().split("\n");
    const names = header.split(",");
    const cases = rows.map((row) =>
      Object.fromEntries(row.split(",").flatMap((cell, at) => (cell === "" ? [] : [[names[at] ?? "", cell]]))),
    );
    return { code, cases, stderr };
  });
}

const fhir = toFhirResponse(answers, quickScreen, { respondent: "target" }).document;
const redcap = { record_id: "7", ...toRedcapRow(answers, quickScreen) };
const csv = (row: Readonly<Record<string, string>>) => `${Object.keys(row).join()}\n${Object.values(row).join()}\n`;
const xml = `<data id="ssb-quick" version="${quickScreen.version}"><a><danger_now>no</danger_now>
  <unusual_effort>yes</unusual_effort><cannot_let_go>not_sure</cannot_let_go></a></data>`;

describe("import", () => {
  it.each([
    ["redcap", "a.csv", csv(redcap), "7"],
    ["redcap", "a.json", JSON.stringify([redcap]), "7"],
    [
      "redcap-labels",
      "a.json",
      JSON.stringify([{ "Record ID": "7", danger_now: "No", unusual_effort: "Yes", cannot_let_go: "I am not sure" }]),
      "7",
    ],
    ["odk", "a.xml", xml, "1"],
    [
      "odk",
      "a.csv",
      csv({ KEY: "uuid:3", "a-danger_now": "no", "a-unusual_effort": "yes", "a-cannot_let_go": "not_sure" }),
      "uuid:3",
    ],
    ["odk", "a.json", JSON.stringify([{ __id: "uuid:4", a: answers, __system: { reviewState: null } }]), "uuid:4"],
    ["odk", "a.json", JSON.stringify({ value: [{ __id: "uuid:4", a: answers }], "@odata.context": "c" }), "uuid:4"],
    [
      "odk",
      "a.json",
      JSON.stringify({
        count: 1,
        results: [
          { _id: 9, _uuid: "5", ...Object.fromEntries(Object.entries(answers).map(([k, v]) => [`a/${k}`, v])) },
        ],
      }),
      "5",
    ],
    ["odk", "a.json", JSON.stringify({ a: answers }), "1"],
    ["surveyjs", "a.json", JSON.stringify([{ case_id: "s-1", ...answers }]), "s-1"],
    ["surveyjs", "a.ndjson", JSON.stringify({ case_id: "s-1", ...answers }), "s-1"],
    ["fhir", "a.json", JSON.stringify({ ...fhir, id: "qr-1" }), "qr-1"],
    ["fhir", "a.json", JSON.stringify({ resourceType: "Bundle", entry: [{ resource: fhir }] }), "1"],
  ])("%s, %s: gives the answers as a row under its case's name", async (format, file, content, case_id) => {
    expect(await imported(file, content, "--format", format)).toEqual({
      code: 0,
      cases: [{ case_id, ...answers }],
      stderr: "Records read 1, written 1, refused 0. Written with faults: 0.\n",
    });
  });

  it("keeps what can be read beside the place of what cannot", async () => {
    const row = csv({ record_id: "7", danger_now: "no", unusual_effort: "Yes", danger_nwo: "no" });
    const { code, cases, stderr } = await imported("a.csv", row, "--format", "redcap");
    expect([code, cases]).toEqual([4, [{ case_id: "7", danger_now: "no" }]]);
    expect(stderr).toContain("error LABEL_FOR_CODE  row 1 (line 2)  a.csv.unusual_effort");
    expect(stderr).toContain("error UNKNOWN_ITEM  a.csv.danger_nwo\n");
  });

  it("makes no case of a resource that is no response or was withdrawn, or of a record that is none, and names each", async () => {
    const resources = [
      { ...fhir, id: "a" },
      { resourceType: "Patient", id: "b" },
      { ...fhir, id: "c", status: "entered-in-error" },
      { ...fhir, id: "d", implicitRules: "urn:example:rules" },
    ];
    const bundle = { resourceType: "Bundle", entry: resources.map((resource) => ({ resource })) };
    const { code, cases, stderr } = await imported("a.json", JSON.stringify(bundle), "--format", "fhir");
    expect([code, cases.map(({ case_id }) => case_id)]).toEqual([4, ["a"]]);
    expect(stderr).toContain("error MALFORMED  a.json.entry.1.resource");
    expect(stderr).toContain("error UNKNOWN_OPTION  a.json.entry.2.resource.status");
    expect(stderr).toContain("error MALFORMED  a.json.entry.3.resource.implicitRules");
    const records = JSON.stringify([null, { case_id: "a", danger_now: "no" }, []]);
    const others = await imported("a.json", records, "--format", "surveyjs");
    expect([others.code, others.cases.map(({ case_id }) => case_id)]).toEqual([4, ["a"]]);
    expect(others.stderr).toContain("a.json.2");
    const rows = "KEY,ReviewState,a-danger_now\n1,rejected,no\n2,,no\n";
    const odk = await imported("a.csv", rows, "--format", "odk");
    expect([odk.code, odk.cases.map(({ case_id }) => case_id)]).toEqual([4, ["2"]]);
    expect(odk.stderr).toContain("error REJECTED_SUBMISSION  row 1 (line 2)  a.csv.ReviewState");
    const list = [
      { __id: "1", a: answers, __system: { deletedAt: "2026-01-01T09:00:00Z" } },
      { __id: "2", a: answers },
    ];
    const deleted = await imported("a.json", JSON.stringify({ value: list }), "--format", "odk");
    expect([deleted.code, deleted.cases.map(({ case_id }) => case_id)]).toEqual([4, ["2"]]);
    expect(deleted.stderr).toContain("error REJECTED_SUBMISSION  a.json.value.0.__system.deletedAt\n");
    expect(deleted.stderr).toContain("  The submission was rejected or deleted on its server.\n");
  });

  it.each([
    ["redcap", "a.csv", "record_id,danger_now\n2,no\n,yes\n", []],
    ["redcap", "a.csv", "name,danger_now\n2,no\n,yes\n", ["--id", "name"]],
    ["surveyjs", "a.json", '[{"case_id":2,"danger_now":"no"},{"danger_now":"yes"}]', []],
    ["surveyjs", "a.json", '[{"case_id":"2","danger_now":"no"},{"case_id":null,"danger_now":"yes"}]', []],
    ["surveyjs", "a.ndjson", '{"case_id":"2","danger_now":"no"}\n{"case_id":"","danger_now":"yes"}\n', []],
    ["fhir", "a.json", JSON.stringify([{ ...fhir, id: "2" }, fhir]), []],
  ] as const)(
    "%s, %s: a blank id where another has one stays blank and is named: %s",
    async (format, file, text, id) => {
      const { code, cases, stderr } = await imported(file, text, "--format", format, ...id);
      expect([code, cases.map(({ case_id }) => case_id)]).toEqual([4, ["2", undefined]]);
      expect(stderr).toMatch(
        /error MISSING_TEXT {2}(row 2 \(line [23]\) {2}a\.(csv|ndjson)|a\.json\.1)\.(record_id|name|case_id|id)/,
      );
    },
  );

  it("names rows by their number only where no record has an id and none was asked for", async () => {
    const text = "danger_now\nno\nyes\n";
    expect((await imported("a.csv", text, "--format", "redcap")).cases.map(({ case_id }) => case_id)).toEqual([
      "1",
      "2",
    ]);
    const asked = await imported("a.csv", text, "--format", "redcap", "--id", "record_id");
    expect([asked.code, asked.cases.map(({ case_id }) => case_id)]).toEqual([4, [undefined, undefined]]);
  });

  it("names an id that stands twice with both places, but not the repeats of REDCap", async () => {
    const head = "record_id,redcap_event_name,redcap_repeat_instance,danger_now\n";
    const repeats = await imported("a.csv", `${head}7,first,1,no\n7,first,2,no\n7,second,1,no\n`, "--format", "redcap");
    expect([repeats.code, repeats.cases]).toEqual([
      0,
      [
        { case_id: "7", redcap_event_name: "first", redcap_repeat_instance: "1", danger_now: "no" },
        { case_id: "7", redcap_event_name: "first", redcap_repeat_instance: "2", danger_now: "no" },
        { case_id: "7", redcap_event_name: "second", redcap_repeat_instance: "1", danger_now: "no" },
      ],
    ]);
    const labels = "Record ID,Event Name,Repeat Instance,danger_now\n7,First,1,No\n7,First,2,No\n";
    const shown = await imported("a.csv", labels, "--format", "redcap-labels", "--id", "Record ID");
    expect([shown.code, shown.cases[1]]).toEqual([
      0,
      { case_id: "7", "Event Name": "First", "Repeat Instance": "2", danger_now: "no" },
    ]);
    const twice = await imported("a.csv", `${head}7,first,1,no\n8,first,1,no\n7,first,1,yes\n`, "--format", "redcap");
    expect([twice.code, twice.cases.length]).toEqual([4, 3]);
    expect(twice.stderr).toContain("error DUPLICATE_NAME  row 3 (line 4)  a.csv.record_id  positions 1, 3");
  });

  it("counts every record once, read, written or refused, and those written with faults, on standard error and in JSON", async () => {
    const lines = {
      sound: "no,yes",
      bad: "Yes,yes",
      unnamed: "yes,no",
      short: "no",
      long: "no,yes,no",
    } as const;
    const kinds = fc.constantFrom(...(Object.keys(lines) as (keyof typeof lines)[]));
    await fc.assert(
      fc.asyncProperty(fc.array(kinds, { maxLength: 40 }), async (rows) => {
        const text = rows.map((kind, at) => `${kind === "unnamed" ? "" : at},${lines[kind]}\n`).join("");
        const file = `record_id,danger_now,unusual_effort\n${text}`;
        const refused = rows.filter((kind) => kind === "short" || kind === "long").length;
        const faulty = rows.filter((kind) => kind === "bad" || kind === "unnamed").length;
        const written = rows.length - refused;
        const said = `Records read ${rows.length}, written ${written}, refused ${refused}. Written with faults: ${faulty}.\n`;
        const table = await imported("a.csv", file, "--format", "redcap");
        expect(table.stderr.endsWith(said)).toBe(true);
        expect([table.code, table.cases.length]).toEqual([refused + faulty === 0 ? 0 : 4, written]);
        await inFolder(async (folder) => {
          writeFileSync(join(folder, "a.csv"), file);
          const json = await run(["import", join(folder, "a.csv"), ...quick, "--format", "redcap", "--json"]);
          const { cases, issues, records } = JSON.parse(json.stdout);
          expect(records).toEqual({ read: rows.length, written, refused, otherForm: 0, faulty });
          expect([cases.length, issues.length, json.stderr]).toEqual([written, refused + faulty, said]);
        });
      }),
      { numRuns: 40 },
    );
  });

  it("keeps which event and repeat a row is, in every format and in JSON, through score too", async () => {
    await inFolder(async (folder) => {
      const from = join(folder, "from.csv");
      writeFileSync(from, "record_id,redcap_event_name,danger_now\n7,first,no\n7,second,yes\n");
      const words = ["import", from, ...quick, "--format", "redcap"];
      const json = JSON.parse((await run([...words, "--json"])).stdout);
      expect(json.cases.map((each: { occasion: unknown }) => each.occasion)).toEqual([
        { redcap_event_name: "first" },
        { redcap_event_name: "second" },
      ]);
      for (const end of ["csv", "tsv", "ndjson", "parquet"]) {
        const [to, scored] = [join(folder, `to.${end}`), join(folder, `scored.${end}`)];
        expect((await run([...words, "--out", to])).code).toBe(0);
        expect((await run(["score", to, ...quick, "--as-of", "2026-03-01", "--out", scored, "--overwrite"])).code).toBe(
          0,
        );
        const events: unknown[] = [end];
        for await (const { record } of (await readRows(scored)).rows) events.push(record().redcap_event_name);
        expect(events).toEqual([end, "first", "second"]);
      }
    });
  });

  it.each([
    ["odk", "next", { count: 300, next: "https://kobo.example/data?start=1", results: [{ _uuid: "1", ...answers }] }],
    ["odk", "previous", { previous: "https://kobo.example/data", next: null, results: [{ _uuid: "1", ...answers }] }],
    ["odk", "count", { count: 2, next: null, results: [{ _uuid: "1", ...answers }] }],
    [
      "odk",
      "@odata.nextLink",
      { value: [{ __id: "1", a: answers }], "@odata.nextLink": "https://odk.example/?skip=1" },
    ],
    ["odk", "@odata.count", { value: [{ __id: "1", a: answers }], "@odata.count": 2 }],
    [
      "fhir",
      "link.1",
      {
        resourceType: "Bundle",
        link: [
          { relation: "self", url: "https://fhir.example/QuestionnaireResponse" },
          { relation: "next", url: "https://fhir.example/QuestionnaireResponse?page=2" },
        ],
        entry: [{ resource: { ...fhir, id: "1" } }],
      },
    ],
  ])("%s: a page of several is read and named as one, at %s", async (format, key, page) => {
    const { code, cases, stderr } = await imported("a.json", JSON.stringify(page), "--format", format);
    expect([code, cases]).toEqual([4, [{ case_id: "1", ...answers }]]);
    expect(stderr).toContain(`error MORE_RECORDS  a.json.${key}\n  There are more records than those in this file.`);
    expect(stderr).toContain("Records read 1, written 1, refused 0. Written with faults: 0.\n");
  });

  it.each([
    ["odk", { count: 1, next: null, previous: null, results: [{ _uuid: "1", ...answers }] }],
    ["odk", { value: [{ __id: "1", a: answers }], "@odata.count": 1 }],
    ["odk", { _uuid: "1", ...answers, next: "" }],
    [
      "fhir",
      {
        resourceType: "Bundle",
        total: 20,
        link: [{ relation: "self", url: "https://fhir.example/QuestionnaireResponse" }],
        entry: [{ resource: { ...fhir, id: "1" } }],
      },
    ],
  ])("%s: a whole list is no page of several: %j", async (format, page) => {
    const { code, cases } = await imported("a.json", JSON.stringify(page), "--format", format);
    expect([code, cases]).toEqual([0, [{ case_id: "1", ...answers }]]);
  });

  it.each([
    ["redcap", "a.csv", "record_id;danger_now\n1;yes\n2;no\n", "semicolons"],
    ["odk", "a.csv", "KEY;a-danger_now\n1;yes\n", "semicolons"],
    ["redcap", "a.csv", "record_id\tdanger_now\n1\tyes\n", "tabs"],
    ["redcap", "a.tsv", "record_id;danger_now\n1;yes\n", "semicolons"],
  ])("%s, %s: refuses a table whose header is one cell, and names the separator: %j", async (format, ...rest) => {
    const [file, text, separator] = rest;
    const { code, cases, stderr } = await imported(file, text, "--format", format);
    expect([code, cases]).toEqual([3, []]);
    expect(stderr).toContain(`error MISSING_COLUMN  ${file}\n`);
    expect(stderr).toContain(`(this looks like ${separator})`);
  });

  it.each([
    ['"record_id";"danger_now"\n"1";"yes"\n', "semicolons"],
    ['"record_id"\t"danger_now"\n"1"\t"yes"\n', "tabs"],
  ])("names the separator where it makes the quotes look wrong: %j", async (text, separator) => {
    const { code, stderr } = await imported("a.csv", text, "--format", "redcap");
    expect(code).toBe(3);
    expect(stderr).toContain("error STRAY_QUOTE  line 1  a.csv\n");
    expect(stderr).toContain(`(this looks like ${separator})`);
    const { stderr: other } = await imported("a.csv", '"record_id"x,danger_now\n', "--format", "redcap");
    expect(other).not.toContain("this looks like");
  });

  it.each([
    ["redcap", "record_id,adult,ssb_quick_version,ssb_quick_complete\n1,yes,1,2\n"],
    ["redcap-labels", "Record ID,Are they an adult?,Complete?\n1,Yes,Complete\n"],
    ["odk", "KEY,a-adult,ReviewState,FormVersion\n1,yes,,1\n"],
    ["surveyjs", "case_id,adult\n1,yes\n"],
  ])("%s: refuses a table none of whose columns holds an item, and says which there are", async (format, text) => {
    const { code, cases, stderr } = await imported("a.csv", text, "--format", format);
    expect([code, cases]).toEqual([3, []]);
    expect(stderr).toContain("error MISSING_COLUMN  a.csv\n");
    expect(stderr).toContain("one of: danger_now, ");
  });

  it.each([
    ["redcap", "a.csv", "record_id,danger_now,visits,note\n1,no,3,\n2,Yes,4,x\n3,no,5,\n"],
    [
      "redcap",
      "a.json",
      '[{"record_id":"1","danger_now":"no","visits":"3"},{"record_id":"2","danger_now":"Yes","visits":4,"note":"x"},{"record_id":"3","danger_now":"no","visits":"5"}]',
    ],
    [
      "surveyjs",
      "a.ndjson",
      '{"case_id":"1","danger_now":"no","visits":3}\n{"case_id":"2","danger_now":"Yes","visits":4,"note":"x"}\n{"case_id":"3","danger_now":"no","visits":5}\n',
    ],
    ["odk", "a.csv", "KEY,danger_now,visits,note\n1,no,3,\n2,Yes,4,x\n3,no,5,\n"],
  ])(
    "%s, %s: a field that is not of the form is one fault, with how many records have it",
    async (format, file, text) => {
      const { code, cases, stderr } = await imported(file, text, "--format", format);
      expect([code, cases.length]).toEqual([4, 3]);
      const found = [...stderr.matchAll(/^error (\w+) .* (\S+)$/gm)].map(([, issue, place]) => `${issue} ${place}`);
      expect(found.map((each) => each.replace(/\.\d\./, "."))).toEqual([
        `LABEL_FOR_CODE ${file}.danger_now`,
        `UNKNOWN_ITEM ${file}.visits`,
        `UNKNOWN_ITEM ${file}.note`,
      ]);
      const said = "Fields that are not of the form, with how many records have them: visits 3, note 1.\n";
      const counts = "Records read 3, written 3, refused 0. Written with faults: 1.\n";
      expect(stderr.endsWith(said + counts)).toBe(true);
      const passed = await imported(file, text.replace("Yes", "yes"), "--format", format, "--other-fields");
      expect([passed.code, passed.stderr]).toEqual([0, said + counts.replace("faults: 1", "faults: 0")]);
      expect((await imported(file, text, "--format", format, "--other-fields")).code).toBe(4);
    },
  );

  const repeating = "record_id,redcap_repeat_instrument,redcap_repeat_instance,danger_now,ssb_quick_complete";
  const repeatingLabels = "Record ID,Repeat Instrument,Repeat Instance,danger_now,Complete?";

  it.each([
    ["redcap", [repeating, "1,,,,", "1,ssb_quick,1,yes,2", "1,visits,1,,"], ["1 ssb_quick 1"]],
    ["redcap", [`${repeating},note`, "1,,,,,x", "1,ssb_quick,1,,0,", "1,visits,1,,,y"], ["1 ssb_quick 1"]],
    ["redcap", [repeating, "1,ssb_quick,1,Yes,", "1,visits,1,,", "2,,,,"], ["1 ssb_quick 1"]],
    [
      "redcap-labels",
      [
        repeatingLabels,
        "1,,,,",
        "1,First contact,1,Yes,Complete",
        "1,First contact,2,,Incomplete",
        "1,Visits,1,,Complete",
      ],
      ["1 First contact 1", "1 First contact 2"],
    ],
    [
      "redcap-labels",
      [repeatingLabels, "1,,,,", "1,Ssb Quick,1,,Incomplete", "1,Visits,1,,Complete"],
      ["1 Ssb Quick 1"],
    ],
  ] as const)(
    "%s: a row of another form is counted and makes no case: %j",
    async (format, [header, ...rows], written) => {
      const text = `${[header, ...rows].join("\n")}\n`;
      const { cases, stderr } = await imported("a.csv", text, "--format", format, "--other-fields");
      const places = cases.map((each) =>
        ["case_id", "redcap_repeat_instrument", "Repeat Instrument", "redcap_repeat_instance", "Repeat Instance"]
          .flatMap((column) => each[column] ?? [])
          .join(" "),
      );
      expect(places).toEqual(written);
      const others = rows.length - written.length;
      expect(stderr).toContain(
        `read ${rows.length}, written ${written.length}, refused 0, of another form ${others}. `,
      );
    },
  );

  it.each([
    ["no row names a form", [repeating, "1,,,,", "2,,,no,2"]],
    ["the rows that name none hold this one", [repeating, "1,,,yes,", "2,,,,", "3,,,,"]],
    ["a blank row has a state", [repeating, "1,,,,0", "1,ssb_quick,1,yes,2"]],
    ["a cell cannot be read", [repeating, "1,visits,1,Yes,", "1,ssb_quick,1,yes,2"]],
    [
      "a cell of the form's version is filled",
      ["record_id,redcap_repeat_instrument,danger_now,ssb_quick_version", `1,visits,,${quickScreen.version}`],
    ],
  ] as const)("keeps every row of REDCap where %s", async (_, [header, ...rows]) => {
    const { cases, stderr } = await imported("a.csv", `${[header, ...rows].join("\n")}\n`, "--format", "redcap");
    expect(cases.length).toBe(rows.length);
    expect(stderr).toContain(`Records read ${rows.length}, written ${rows.length}, refused 0. `);
  });

  it("redcap-labels: what REDCap has again for each form may stand twice in the header, and no other column", async () => {
    const header = "Record ID,Survey Timestamp,danger_now,Complete?,Survey Timestamp,Visits,Complete?";
    const row = "7,2026-01-01,No,Complete,,3,Incomplete";
    const words = ["--format", "redcap-labels", "--other-fields"];
    const { code, cases, stderr } = await imported("a.csv", `${header}\n${row}\n`, ...words);
    expect([code, cases]).toEqual([0, [{ case_id: "7", danger_now: "no" }]]);
    expect(stderr).toContain("have them: Visits 1.\n");
    for (const column of ["danger_now", "Visits", "Event Name", "Record ID"]) {
      const twice = await imported("a.csv", `${header},${column},${column}\n${row},,\n`, ...words);
      expect([twice.code, twice.cases]).toEqual([3, []]);
      expect(twice.stderr).toContain("error DUPLICATE_HEADER");
    }
    const raw = await imported("a.csv", `${header}\n${row}\n`, "--format", "redcap");
    expect([raw.code, raw.stderr.slice(0, 22)]).toEqual([3, "error DUPLICATE_HEADER"]);
  });

  it("gives rows that score reads", async () => {
    await inFolder(async (folder) => {
      const [from, to] = [join(folder, "from.csv"), join(folder, "to.csv")];
      writeFileSync(from, csv(redcap));
      expect((await run(["import", from, ...quick, "--format", "redcap", "--out", to])).code).toBe(0);
      const { code } = await run(["score", to, ...quick, "--as-of", "2026-03-01", "--out", join(folder, "scored.csv")]);
      expect(code).toBe(0);
    });
  });

  it.each([
    [["a.csv", "danger_now\nno\n", "--format", "fihr"], "nearest   fhir"],
    [["a.xml", xml, "--format", "redcap"], "a file of table"],
  ] as const)("%j says what would be right", async ([file, content, ...words], said) => {
    const { code, stderr } = await imported(file, content, ...words);
    expect(code).toBe(2);
    expect(stderr).toContain(said);
  });
});
