import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";

it("its own command builds and serves the page to this computer, with its policy, until it is stopped", async () => {
  const command = spawn(process.execPath, ["examples/web/serve.mjs"], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(command, "exit");
  try {
    let said = "";
    for await (const chunk of command.stdout) {
      said += String(chunk);
      if (said.includes("stops it")) break;
    }
    const [at = ""] = /http:\/\/127\.0\.0\.1:\d+\//.exec(said) ?? [];
    const [page, none] = await Promise.all([fetch(at), fetch(`${at}package.json`)]);
    expect(page.headers.get("content-security-policy")).toContain("require-trusted-types-for 'script'");
    expect(await page.text()).toContain("app.js");
    expect(none.status).toBe(404);
  } finally {
    command.kill();
    await ended;
  }
});

it("the command opens the page in the browser that is named, if somebody sits at a terminal", async () => {
  const folder = mkdtempSync(join(tmpdir(), "named-browser-"));
  const [named, asked] = [join(folder, "browser"), join(folder, "asked")];
  writeFileSync(named, `#!/bin/sh\nprintf %s "$1" > ${asked}.part && mv ${asked}.part ${asked}\n`, { mode: 0o755 });
  const { CI: _, ...environment } = process.env;
  // `script` gives the command a terminal.
  const words = ["-qec", `exec "${process.execPath}" examples/web/serve.mjs`, "/dev/null"];
  const command = spawn("script", words, { stdio: "ignore", env: { ...environment, BROWSER: named } });
  const ended = once(command, "exit");
  try {
    while (!existsSync(asked) && command.exitCode === null) await new Promise((done) => setTimeout(done, 50));
    expect(readFileSync(asked, "utf8")).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  } finally {
    command.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
});
