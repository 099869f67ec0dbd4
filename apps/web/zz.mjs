import { chromium } from "@playwright/test";
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
const c = await b.newContext({ viewport: { width: 1440, height: 900 } });
const p = await c.newPage();
await p.goto("http://localhost:4700/first-run?token=t3FVm6NGjPlxbPQii8LSS5nMUpuWgiMAA5lp7izOl9U");
await p.getByLabel("Your name").fill("Club owner"); await p.getByLabel("E-mail").fill("owner@example.org");
await p.getByLabel("Password").fill("correct horse battery"); await p.getByLabel("Name of your club").fill("River Club");
await p.getByRole("button", { name: "Set up Mesocycle" }).click(); await p.waitForURL(/roster/);
await p.getByRole("button", { name: "Look around with demo data" }).click();
await p.getByText("DEMO:").waitFor({timeout:120000});
for (let i=0;i<40;i++){ await p.goto("http://localhost:4700/roster"); if (await p.getByText("Loads and warnings are up to date.").isVisible().catch(()=>false)) break; await p.waitForTimeout(5000);} 
await c.storageState({ path: "/tmp/w/state.json" });
await p.screenshot({ path: "/tmp/w/s-roster.png" });
const ids = await p.evaluate(() => [...new Set([...document.querySelectorAll('a[href^="/athletes/"]')].map(a => a.getAttribute("href")))]);
console.log(ids);
await b.close();
