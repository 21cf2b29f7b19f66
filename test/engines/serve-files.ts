import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join, normalize } from "node:path";

const types: Readonly<Record<string, string>> = { js: "text/javascript", css: "text/css", html: "text/html" };

/** One page and the files of a folder, on the loopback address until it is closed. */
export async function serveFiles(folder: string, page: string) {
  const server = createServer((request, response) => {
    const path = normalize((request.url ?? "/").split("?")[0] ?? "/");
    try {
      const body = path === "/" ? page : readFileSync(join(folder, path));
      response.setHeader("content-type", types[path.split(".").at(-1) ?? ""] ?? "text/html").end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
