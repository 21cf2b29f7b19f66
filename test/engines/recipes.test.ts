import { execFileSync, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import vue from "@vitejs/plugin-vue";
import { build } from "esbuild";
import { Miniflare } from "miniflare";
import type { Browser, Page } from "playwright-core";
import { build as viteBuild } from "vite";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { score } from "../../src/assessment/index.ts";
import { imminentConcern, quickScreen } from "../../src/content/instruments/index.ts";
import { classify } from "../../src/index.ts";
import { postgres } from "../../src/sql/index.ts";
import { openBrowser, watchedPage } from "../support/browser.ts";
import { type InstalledProject, installedProject } from "../support/installed-project.ts";
import { startPostgres } from "../support/postgres-server.ts";

vi.setConfig({ testTimeout: 300_000 });

const root = fileURLToPath(new URL("../../", import.meta.url));
const today = { asOf: "2026-03-01", window: { from: null, to: "2026-03-01" } };
const given = { near_now: "no", strangled: "earlier" } as const;
const wanted = score(imminentConcern, given, today);

const parquet = ["hyparquet", "hyparquet-compressors", "hyparquet-writer"];

let project: InstalledProject;
let browser: Browser | undefined;
beforeAll(() => {
  project = installedProject([...parquet, "react", "react-dom", "scheduler", "vue", "fastify"]);
});
afterAll(async () => {
  await browser?.close();
  project?.remove();
});

const inside = (name: string) => join(project.folder, name);
const program = (name: string) => join(root, "node_modules/.bin", name);

/** Runs a program in a recipe's folder, with the command of the installed package on the path. */
function run(command: string, words: readonly string[], folder: string, more: NodeJS.ProcessEnv = {}): string {
  const path = `${inside("node_modules/.bin")}:${process.env.PATH}`;
  const env = { ...process.env, ...more, PATH: path, NO_COLOR: "1", DENO_NO_UPDATE_CHECK: "1" };
  return execFileSync(command, words, {
    cwd: inside(folder),
    encoding: "utf8",
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
}

it("every recipe has a test here", () => {
  expect(readdirSync(join(root, "examples/recipes")).sort()).toEqual(
    ["bun", "deno", "html", "postgresql", "python", "r", "react", "server", "vue", "worker"].sort(),
  );
});

describe("in a browser", () => {
  const own = "http://127.0.0.1:1/";
  const head = '<!doctype html><html lang="en"><title>Questions</title><main id="form"></main>';

  /** Shows a page that loads one script, and keeps what it must not do. */
  async function shown(html: string, script: string) {
    browser ??= await openBrowser();
    const watched = await watchedPage(browser, own);
    await watched.page.route(`${own}**`, (route) =>
      route.request().url().endsWith(".js")
        ? route.fulfill({ contentType: "text/javascript", body: script })
        : route.fulfill({ contentType: "text/html", body: html }),
    );
    await watched.page.goto(own);
    return watched;
  }

  async function bundled(entry: string): Promise<string> {
    const { outputFiles } = await build({
      entryPoints: [inside(entry)],
      bundle: true,
      write: false,
      format: "esm",
      jsx: "automatic",
      define: { "process.env.NODE_ENV": '"production"' },
      logLevel: "silent",
    });
    return outputFiles[0]?.text ?? "";
  }

  async function withVue(): Promise<string> {
    await viteBuild({
      root: inside("vue"),
      configFile: false,
      logLevel: "silent",
      plugins: [vue()],
      build: { outDir: inside("vue/out"), lib: { entry: inside("vue/main.js"), formats: ["es"], fileName: "app" } },
      define: { "process.env.NODE_ENV": '"production"' },
    });
    return readFileSync(inside("vue/out/app.js"), "utf8");
  }

  /** Answers the first question with yes, goes back, and answers all of them with no, by keyboard alone. */
  async function walk(page: Page): Promise<void> {
    expect(await page.evaluate("document.activeElement.tagName")).toBe("BODY");
    const press = async (name: string) => {
      await page.getByRole("button", { name, exact: true }).focus();
      await page.keyboard.press("Enter");
      expect(await page.evaluate("document.activeElement.tagName")).toBe("H1");
    };
    const title = page.getByRole("heading", { level: 1 });
    const asks = Object.values(quickScreen.items).map(({ text }) => text.target);
    expect(await title.textContent()).toBe(asks[0]);
    await press("Yes");
    expect(await page.getByRole("alert").textContent()).toContain("help comes first");
    expect(await title.textContent()).toBe(asks[1]);
    await press("Back");
    for (const [at, { responses }] of Object.values(quickScreen.items).entries()) {
      expect(await title.textContent()).toBe(asks[at]);
      await press("no" in responses.options ? responses.options.no.label : "I am not sure");
    }
    expect(await title.textContent()).toBe("Thank you");
  }

  it.each<[string, () => Promise<string>, () => string]>([
    ["plain HTML", () => bundled("html/main.js"), () => readFileSync(inside("html/index.html"), "utf8")],
    ["React", () => bundled("react/main.jsx"), () => `${head}<script type="module" src="main.js"></script>`],
    ["Vue", withVue, () => `${head}<script type="module" src="main.js"></script>`],
  ])("the %s recipe asks a form to its end, shows a pause and goes back", async (_, script, html) => {
    const { page, faults, requests } = await shown(html(), await script());
    await walk(page);
    expect([...faults, ...requests].filter((each) => !each.includes("favicon"))).toEqual([]);
  });
});

describe("on a server", () => {
  it("the Fastify recipe scores good answers and names the place of each fault in bad ones", async () => {
    const server = spawn(process.execPath, ["server.mjs"], {
      cwd: inside("server"),
      env: { ...process.env, PORT: "0" },
      stdio: ["ignore", "pipe", "inherit"],
    });
    try {
      const address = await new Promise<string>((told) =>
        server.stdout.once("data", (text) => told(String(text).trim())),
      );
      expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
      const post = async (body: unknown) => {
        const response = await fetch(`${address}/score`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(body),
        });
        return [response.status, await response.json()] as const;
      };
      expect(await post({ answers: given, asOf: "2026-03-01" })).toEqual([200, JSON.parse(JSON.stringify(wanted))]);
      const [status, { issues }] = (await post({ answers: { near_now: "perhaps", x: 1 }, asOf: "2026-03-01" })) as [
        number,
        { issues: { path: unknown }[] },
      ];
      expect([status, issues.map(({ path }) => path)]).toEqual([422, [["near_now"], ["x"]]]);
      expect(JSON.stringify(issues)).not.toContain("perhaps");
      for (const asOf of [undefined, "2026-13-41", ["2026-03-01"], 20260301]) {
        expect([asOf, (await post({ answers: given, asOf }))[0]]).toEqual([asOf, 400]);
      }
      expect((await post([]))[0]).toBe(422);
    } finally {
      server.kill();
    }
  });

  it("the worker recipe runs in workerd, and says what is wrong with bad answers", async () => {
    const { outputFiles } = await build({
      entryPoints: [inside("worker/worker.js")],
      bundle: true,
      write: false,
      format: "esm",
      platform: "neutral",
      mainFields: ["module", "main"],
      conditions: ["workerd", "worker", "import"],
      logLevel: "silent",
    });
    const worker = new Miniflare({
      modules: true,
      script: outputFiles[0]?.text ?? "",
      compatibilityDate: "2026-01-01",
    });
    try {
      const post = (body: string) => worker.dispatchFetch("http://127.0.0.1/", { method: "POST", body });
      const good = await post('{"other_grievance":"yes"}');
      expect([good.status, await good.json()]).toEqual([
        200,
        JSON.parse(JSON.stringify(classify({ other_grievance: "yes" }))),
      ]);
      const bad = await post('{"other_grievance":"perhaps"}');
      expect(bad.status).toBe(422);
      expect(await bad.text()).toMatch(/other_grievance/);
      expect((await post("not json")).status).toBe(422);
      expect((await worker.dispatchFetch("http://127.0.0.1/")).status).toBe(405);
    } finally {
      await worker.dispose();
    }
  });
});

describe("as a script", () => {
  const line = JSON.stringify({
    urgency: wanted.levels.urgency?.shown,
    guidance: wanted.guidance.map(({ code }) => code),
  });

  it("the Deno recipe runs in Deno without a permission", () => {
    expect(run(program("deno"), ["run", "--no-prompt", "--no-remote", "score.ts"], "deno").trim()).toBe(line);
  });

  it("the Bun recipe runs in Bun", () => {
    expect(run(program("bun"), ["run", "score.ts"], "bun").trim()).toBe(line);
  });

  const counts: Record<string, number> = {};
  for (const row of readFileSync(join(root, "examples/published-cases/coded-by-a.csv"), "utf8")
    .trim()
    .split("\n")
    .slice(1)) {
    const ids =
      readFileSync(join(root, "examples/published-cases/coded-by-a.csv"), "utf8").split("\n")[0]?.split(",") ?? [];
    const answers = Object.fromEntries(
      row
        .split(",")
        .map((cell, at) => [ids[at] ?? "", cell] as const)
        .filter(([id, cell]) => id !== "case_id" && cell !== ""),
    );
    const { kind } = classify(answers).outcome;
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  const sorted = Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));

  const ofEngines = join(root, ".engines/python/bin/python");
  const python = existsSync(ofEngines) ? ofEngines : "python3";

  it("the Python recipe scores a file by the command and reads the result", () => {
    const printed = run(python, ["read_scored.py", "../cases.csv"], "python");
    expect(JSON.parse(printed.trim().split("\n").at(-1) ?? "")).toEqual({ rows: 24, read: 24, outcomes: sorted });
  });

  it("the R recipe scores a file by the command and reads the result", () => {
    const printed = run("Rscript", ["read-scored.R", "../cases.csv"], "r", { RETICULATE_PYTHON: python });
    const lines = printed
      .trim()
      .split("\n")
      .map((each) => each.trim());
    expect(lines.slice(-1 - Object.keys(sorted).length)).toEqual([
      "24 rows",
      ...Object.entries(sorted).map(([outcome, count]) => `${outcome} ${count}`),
    ]);
  });
});

describe("in PostgreSQL", () => {
  it("the function made from the packaged SQL gives what the library gives on a server, and refuses what is no answer", async () => {
    const statement = run(process.execPath, ["make-function.mjs"], "postgresql");
    const server = startPostgres();
    try {
      await server.run(statement);
      const ask = async (answers: object): Promise<Readonly<Record<string, unknown>>> =>
        JSON.parse(await server.run(`SELECT score_imminent(${postgres.text(JSON.stringify(answers))}::jsonb)`));
      const found = await ask(given);
      expect(found.faults).toBe("");
      expect(found.urgency_at_least).toBe("urgent");
      for (const [name, { kind, ...value }] of Object.entries(wanted.indicators)) {
        const truth =
          "truth" in value ? { true: [1, 1], false: [0, 0], unknown: [0, 1] }[value.truth] : [value.low, value.high];
        expect([name, kind, found[`${name}_low`], found[`${name}_high`]]).toEqual([name, kind, ...(truth ?? [])]);
      }
      expect((await ask({ near_now: "perhaps" })).faults).toBe("near_now");
    } finally {
      server.stop();
    }
  });
});
