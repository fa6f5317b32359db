import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { call, newFolder } from "../capture.js";
import { appInBrowser, chromium, violations, widthOf } from "./open-app.js";

const app = appInBrowser();
const finding = (page: Page) => page.locator(".finding").textContent();

describe.skipIf(!chromium)("audit a paper", () => {
  it("tells which formula made a published table, as the command line does with the file and the words it hands out", async () => {
    const { page, context, complaints } = await app.open({ at: "#/audit-paper" });
    await page.getByRole("button", { name: "D that is C" }).click();
    await page.waitForSelector(".finding");
    expect(await finding(page)).toMatch(/^The column headed D is the standard coupling degree .*; it is not D$/);
    expect(await page.locator(".candidates tbody tr").first().textContent()).toContain("6 / 6");
    expect(await page.locator(".review").textContent()).toContain("The text should have said “the standard coupling degree");

    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download the table" }).click()]);
    const folder = newFolder();
    writeFileSync(join(folder, "claim.csv"), readFileSync(await file.path()));
    const command = (await page.locator(".findings code").last().textContent()) ?? "";
    const { out, code } = await call(command.replace("npx gongfu ", "").split(" "), { cwd: folder, columns: 1000 });
    expect(code).toBe(0);
    expect(out.startsWith((await page.locator(".verdict p").nth(1).textContent()) ?? "-")).toBe(true);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("reads what is pasted: spaces, Chinese headings, full-width digits, per cent; a wrong guess is corrected", async () => {
    const { page, context, complaints } = await app.open({ at: "#/audit-paper", locale: "zh-CN", width: 390 });
    const paste = page.getByLabel("按原样录入的表格", { exact: true });
    await paste.fill("城市 U1 U2 耦合度\n乌鲁木齐 ０.6312 63.22% 0.6317\n哈密 0.4142 0.7970 0.5746\n和田 0.2242 0.1702 0.1953");
    await page.waitForSelector(".finding");
    expect(await finding(page)).toBe("标题为 C 的列是几何平均 (∏U)^(1/n)，并非耦合度");
    await page.getByLabel("“耦合度”列是什么").selectOption("d");
    await page.waitForFunction(() => document.querySelector(".finding")?.textContent?.includes("标题为 D 的列"));
    await paste.fill("U1 U2 D\n0.1 x 0.2\n0.3 0.4 0.5");
    await page.waitForSelector("tr[aria-invalid]");
    expect(await page.locator("tr[aria-invalid]").textContent()).toContain("第 1 行：单元格内容为");
    expect(await page.locator(".finding").count()).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("wants the printed numbers beside the table, at their field, and can be used by keyboard", async () => {
    const { page, context } = await app.open({ at: "#/audit-paper" });
    await page.getByRole("radio", { name: "Coupling and coordination" }).focus();
    await page.keyboard.press("ArrowRight");
    await page.getByRole("button", { name: "Entropy weights with ln T" }).focus();
    await page.keyboard.press("Enter");
    await page.waitForSelector(".finding");
    expect(await finding(page)).toContain("k = 1/ln T");
    await page.getByLabel("published weights").fill("0.5, none");
    await page.waitForSelector(".field input[aria-invalid]");
    expect(await page.locator(".note.wrong").textContent()).toContain("expected a number as it is printed");
    await context.close();
  });

  it.each(["en-GB", "zh-CN"] as const)("has nothing that axe objects to, and no edge hangs over, %s", async (locale) => {
    const { page, context } = await app.open({
      at: "#/audit-paper",
      locale,
      width: 320,
      colorScheme: locale === "en-GB" ? "light" : "dark",
    });
    await page.locator(".claim fieldset").nth(1).getByRole("button").nth(1).click();
    await page.waitForSelector(".finding");
    expect(await violations(page)).toEqual([]);
    expect(await widthOf(page)).toBeLessThanOrEqual(320);
    await context.close();
  });
});
