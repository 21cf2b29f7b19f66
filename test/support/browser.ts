import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";

/** What a page did that it must not do: each as one line. */
export interface Watched {
  readonly page: Page;
  /** Breaches of its policy, faults and messages of its own. */
  readonly faults: string[];
  /** Addresses that it asked for beyond its own place. None of them is let through. */
  readonly requests: string[];
  readonly dialogs: string[];
}

const place = "/usr/bin/chromium";

/** A Chromium without its own traffic. */
export async function openBrowser(): Promise<Browser> {
  if (!existsSync(place)) throw new Error("Chromium is not installed: run scripts/setup-engines debian");
  return chromium.launch({
    executablePath: place,
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** A page that may load from its own place only, and of which every breach is kept. */
export async function watchedPage(
  browser: Browser,
  own: string,
  options: Parameters<Browser["newContext"]>[0] = {},
): Promise<Watched> {
  const context = await browser.newContext({ acceptDownloads: true, ...options });
  const page = await context.newPage();
  const watched: Watched = { page, faults: [], requests: [], dialogs: [] };
  await context.route("**", (route) => {
    const address = route.request().url();
    if (address.startsWith(own)) return route.continue();
    watched.requests.push(address);
    return route.fulfill({ status: 200, contentType: "text/html", body: "<title>Elsewhere</title>" });
  });
  await page.exposeFunction("breachOfPolicy", (breach: string) => void watched.faults.push(breach));
  await page.addInitScript(`document.addEventListener("securitypolicyviolation", (event) =>
    breachOfPolicy([event.violatedDirective, event.blockedURI, event.sample].join(" ")));`);
  page.on("pageerror", ({ message }) => void watched.faults.push(message));
  page.on("console", (message) => void watched.faults.push(message.text()));
  page.on("dialog", (dialog) => {
    watched.dialogs.push(dialog.message());
    return dialog.dismiss();
  });
  return watched;
}
