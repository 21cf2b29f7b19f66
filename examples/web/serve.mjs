// Builds the page and serves it to this computer only, with the headers that a host should send as well.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import open from "open";
import { buildPage } from "./build.mjs";

const types = { html: "text/html", js: "text/javascript", css: "text/css", svg: "image/svg+xml" };
const headers = {
  "Cache-Control": "no-store",
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};
const names = ["index.html", "app.js", "app.css", "icon.svg"];

/** A server of the built page on a free port of the loopback address, or the port given. */
export async function servePage(port = 0) {
  const folder = await buildPage();
  const server = createServer(async (request, response) => {
    const name = request.url === "/" ? "index.html" : (request.url ?? "").slice(1);
    if (!names.includes(name)) return response.writeHead(404, headers).end();
    const type = types[name.slice(name.lastIndexOf(".") + 1)];
    response
      .writeHead(200, { ...headers, "Content-Type": `${type}; charset=utf-8` })
      .end(await readFile(join(folder, name)));
  });
  await new Promise((listening) => server.listen(port, "127.0.0.1", listening));
  return { server, address: `http://127.0.0.1:${server.address().port}/` };
}

/** Opens the address in the browser that BROWSER names, or else the usual one. Where there is none, the address is enough. */
async function openInBrowser(address) {
  const name = process.env.BROWSER;
  try {
    const browser = await open(address, name ? { app: { name } } : {});
    browser.on("error", () => {});
  } catch {
    // no browser could be started
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { address } = await servePage(Number(process.argv[2] ?? 0));
  console.log(`${address} (Ctrl+C stops it)`);
  // Somebody who reads the address in a terminal wants to see the page; a script that starts this does not.
  if (process.stdout.isTTY && !process.env.CI) await openInBrowser(address);
}
