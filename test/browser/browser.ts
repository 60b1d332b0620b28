import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";

const candidates = [
  process.env.CHROMIUM_PATH,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

/** Where a browser is on this machine; undefined where there is none. */
const browserPath = candidates.find((path) => path && existsSync(path));

/** Whether browser tests are left out; said aloud, and a failure where `CI` is set. */
export function withoutBrowser(): boolean {
  if (browserPath) return false;
  if (process.env.CI === "true") throw new Error("no chromium found: install it, or set CHROMIUM_PATH");
  console.warn("browser tests are skipped: no chromium found (install it, or set CHROMIUM_PATH)");
  return true;
}

export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: browserPath ?? "chromium",
    headless: true,
    args: [
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

/** What a page must not do, noted from the moment it is opened: errors on its console, requests that leave the machine. */
export function watch(page: Page): readonly string[] {
  const faults: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") faults.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => void faults.push(`page error: ${error.message}`));
  page.on("request", (request) => {
    if (new URL(request.url()).hostname !== "127.0.0.1") faults.push(`left the machine: ${request.url()}`);
  });
  return faults;
}
