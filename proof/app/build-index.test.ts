import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { appInBrowser, chromium, settled, violations, widthOf } from "./open-app.js";
import { openCountries } from "./own-countries.js";

const app = appInBrowser();
const at = "#/build-index";

const scores = (page: Page): Promise<string[]> => page.locator(".ranking tbody td:nth-child(3)").allTextContents();
const text = async (page: Page): Promise<string> => {
  await page.getByRole("button", { name: "study.yaml" }).click();
  return page.getByRole("textbox", { name: "study.yaml" }).inputValue();
};
const step = (page: Page, name: RegExp) => page.locator(".step-head", { hasText: name });

/** The ranking that follows a change, when its run has ended. */
async function after(page: Page, change: () => Promise<unknown>): Promise<string[]> {
  const before = (await scores(page)).join();
  await change();
  await expect.poll(async () => (await scores(page)).join()).not.toBe(before);
  await settled(page);
  return scores(page);
}

describe.skipIf(!chromium)("build index", () => {
  it("a weight typed into the tree moves the ranking, beside a design held aside; undo brings it back", async () => {
    const { page, context, complaints } = await app.open({ at });
    expect(await page.locator("h1").textContent()).toBe("Beijing stands first in empowerment, 2022");
    const first = await scores(page);
    await page.getByRole("button", { name: "Zhejiang" }).click();
    await expect.poll(() => page.locator(".moves-line").textContent()).toMatch(/^(No|\d+) choices? moves? Zhejiang by more than one rank$/);
    await page.getByRole("button", { name: "Hold this design" }).click();
    const weight = page.getByLabel("Weight of Broadband ports per 100 residents");
    await after(page, async () => {
      await weight.fill("60");
      await weight.press("Enter");
    });
    expect(await weight.inputValue()).toBe("60");
    expect(await page.getByLabel("Weight of Websites per 100 firms").inputValue()).toBe("8");
    const held = page.locator(".held");
    await expect.poll(() => held.textContent()).toMatch(/Spearman's ρ 0\.\d{3}, Kendall's τ-b 0\.\d{3}/);
    expect(await held.textContent()).toContain("weigh.method: equal → manual");
    expect(await held.locator("tbody tr").count()).toBeGreaterThan(5);
    expect(await text(page)).toContain("S-E102: 0.6");
    await after(page, () => page.getByRole("button", { name: "Undo" }).click());
    expect(await scores(page)).toEqual(first);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("a step's method, options and inputs are changed in its form; what is wrong stands beside the field and changes nothing", async () => {
    const { page, context, complaints } = await app.open({ at });
    await page.getByRole("button", { name: "Steps", exact: true }).click();
    await step(page, /^aggregate · .*\(index\)$/).click();
    await after(page, () => page.getByLabel("Method").selectOption({ label: "Weakest link" }));
    await step(page, /^normalise · Min–max normalisation$/).click();
    const low = page.locator(".pair input").first();
    const before = await scores(page);
    await low.fill("7");
    await low.press("Enter");
    await expect.poll(() => page.locator(".field-fault").textContent()).toContain("range is [7, 1]");
    expect(await scores(page)).toEqual(before);
    await low.fill("0");
    await low.press("Enter");
    await expect.poll(() => page.locator(".field-fault").count()).toBe(0);
    await page.getByLabel(/^id/).fill("9 lives");
    await page.getByLabel(/^id/).press("Enter");
    await expect.poll(() => page.locator(".field-fault").textContent()).toContain("9 lives");
    await page.getByRole("button", { name: "Add a step" }).click();
    await page.getByRole("searchbox").fill("critic");
    await page.getByRole("button", { name: /^weigh CRITIC/ }).click();
    await settled(page);
    await page.getByRole("button", { name: /^Move weigh · CRITIC.* up$/ }).click();
    await settled(page);
    const written = await text(page);
    expect(written).toContain("- weigh: {id: critic, method: critic}\n");
    expect(written).toContain("aggregate: {id: index, method: minimum}");
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("the text of the study can be edited; one that is wrong is kept with its line, and the results of before stay", async () => {
    const { page, context } = await app.open({ at, locale: "zh-CN" });
    const before = await scores(page);
    const wrong = (await text(page)).replace("- derive\n", "- derrive\n");
    await page.getByRole("textbox", { name: "study.yaml" }).fill(wrong);
    await page.getByRole("button", { name: "应用" }).click();
    const line = wrong.split("\n").findIndex((one) => one.includes("derrive")) + 1;
    await page.getByRole("button", { name: `转到第 ${line} 行` }).click();
    expect(await page.evaluate(() => getSelection()?.toString())).toContain("derrive");
    expect(await page.getByRole("textbox", { name: "study.yaml" }).inputValue()).toBe(wrong);
    expect(await scores(page)).toEqual(before);
    await page.getByRole("button", { name: "步骤", exact: true }).click();
    await expect.poll(() => page.locator(".step-faulty").count()).toBe(1);
    await context.close();
  });

  it("an indicator is dragged to another mechanism, or moved by keyboard alone; the shipped tree becomes a file of the study", async () => {
    const { page, context, complaints } = await app.open({ at });
    const group = (name: string) =>
      page
        .locator(".branch > li")
        .filter({ has: page.locator(".tree-row .tree-name", { hasText: name }) })
        .last();
    const row = page.locator(".tree-line", { hasText: "Websites per 100 firms" });
    await after(page, () => row.dragTo(page.locator(".tree-line", { hasText: "Tertiary share of GRP" })));
    await expect.poll(() => group("Data and innovation as factors").textContent()).toContain("Websites per 100 firms");
    expect(await page.locator(".tree > .note").first().textContent()).toContain("From framework.yaml");

    await page.getByRole("button", { name: "Websites per 100 firms", exact: true }).focus();
    await page.keyboard.press("Enter");
    const tabs = async (until: RegExp): Promise<void> => {
      for (let k = 0; k < 12; k++) {
        await page.keyboard.press("Tab");
        const label = await page.evaluate(() => (document.activeElement as HTMLSelectElement | null)?.labels?.[0]?.textContent ?? "");
        if (until.test(label)) return;
      }
      throw new Error(`no field ${until}`);
    };
    await tabs(/^Move to$/);
    await after(page, () => page.keyboard.press("ArrowUp"));
    await expect.poll(() => group("Industry upgrading").textContent()).toContain("Websites per 100 firms");
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("works for a study of one's own: a flat tree, countries, one period; rank intervals are one button away", async () => {
    const { page, context, complaints } = await app.open({ at });
    await openCountries(page);
    await page.evaluate((hash) => (location.hash = hash), at);
    await page.waitForSelector(".ranking tbody tr");
    expect(await page.locator("h1").textContent()).toMatch(/stands first in index, 2021$/);
    await after(page, () => page.getByRole("button", { name: /^income: more is better/ }).click());
    expect(await page.locator(".tree > .note").first().textContent()).toContain("From framework.yaml");
    await page.getByRole("button", { name: "Compute rank intervals" }).click();
    await page.waitForSelector(".interval-bar");
    await settled(page);
    expect(await page.locator(".lead").textContent()).toMatch(/within [\d.]+ ranks\.$/);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it.each(
    (["en-GB", "zh-CN"] as const).flatMap((locale) =>
      (
        [
          ["light", 1280],
          ["dark", 320],
        ] as const
      ).map(([colorScheme, width]) => ({ locale, colorScheme, width })),
    ),
  )("has no fault axe can find, in any of its views: $locale, $colorScheme, $width px", async ({ locale, colorScheme, width }) => {
    const { page, context } = await app.open({ at, locale, colorScheme, width });
    const zh = locale === "zh-CN";
    await page.locator(".ranking tbody button").nth(4).click();
    await page.getByRole("button", { name: zh ? "保留此方案" : "Hold this design" }).click();
    await page.locator(".tree-name").nth(2).click();
    await page.locator(".tree-weight input").nth(1).fill("50");
    await page.locator(".tree-weight input").nth(1).press("Enter");
    await page.waitForSelector(".slopes");
    await settled(page);
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: zh ? "步骤" : "Steps", exact: true }).click();
    await step(page, /^uncertainty/).click();
    await page.getByRole("button", { name: zh ? "添加步骤" : "Add a step" }).click();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "study.yaml" }).click();
    expect(await violations(page)).toEqual([]);
    expect(await widthOf(page)).toBeLessThanOrEqual(width);
    await context.close();
  });
});
