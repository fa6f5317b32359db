import { Fault } from "../../ground/fault/index.js";
import { type Panel, series } from "../../table/index.js";

/** All periods × units, period by period; NaN is missing. */
export interface UrbanRuralCells {
  readonly urban: Float64Array;
  readonly rural: Float64Array;
  readonly people: Float64Array;
  /** urban share: of the residents, as the survey's total implies, and the one used */
  readonly resident: Float64Array | undefined;
  readonly survey: Float64Array | undefined;
  readonly share: Float64Array;
}

/** Urban and rural income, residents and urban shares; faults on columns that are not given or are not as many as they should be. */
export function urbanRuralCells(
  incomes: Panel,
  { people, total }: { readonly people?: Panel; readonly total?: Panel },
  { weights, unweighted }: { readonly weights: "resident" | "survey"; readonly unweighted: boolean },
): UrbanRuralCells {
  if (incomes.variables.length !== 2) throw columnsFault("of", incomes.variables.length, 2);
  if (people && people.variables.length !== 2) throw columnsFault("people", people.variables.length, 2);
  if (weights === "resident" && !people) throw missingFault("people", weights);
  if (weights === "survey" && !total) throw missingFault("total", weights);
  const [urban, rural] = [series(incomes, 0), series(incomes, 1)];
  const all = people ? series(people, 0) : new Float64Array(urban.length).fill(1);
  const resident = people && series(people, 1).map((one, c) => inside(one / all[c]));
  const whole = total && series(total, 0);
  const survey = whole && urban.map((one, c) => inside((whole[c] - rural[c]) / (one - rural[c])));
  const share = (weights === "resident" ? resident : survey) as Float64Array;
  return { urban, rural, people: unweighted ? new Float64Array(urban.length).fill(1) : all, resident, survey, share };
}

const inside = (share: number): number => (share >= 0 && share <= 1 ? share : Number.NaN);
/** Whether cell number c has all that a Theil index needs. */
export const wholeCell = ({ urban, rural, people, share }: UrbanRuralCells, c: number): boolean =>
  urban[c] >= 0 && rural[c] >= 0 && people[c] > 0 && share[c] === share[c];

const columnsFault = (key: string, found: number, wanted: number): Fault =>
  new Fault({
    code: "bad-columns",
    place: { path: key },
    found: { en: `${found} columns`, zh: `${found} 列` },
    expected: { en: `expected ${wanted} columns`, zh: `应为 ${wanted} 列` },
    next:
      key === "of"
        ? { en: "give urban and rural income", zh: "请给出城镇与农村收入" }
        : { en: "give all residents, then urban ones", zh: "请依次给出常住人口与城镇人口" },
  });

const missingFault = (key: "people" | "total", weights: string): Fault =>
  new Fault({
    code: "needs-column",
    place: { path: key },
    found: { en: `weights: ${weights} without ${key}`, zh: `weights: ${weights}，但没有 ${key}` },
    expected:
      key === "people"
        ? { en: "expected people: [all residents, urban residents]", zh: "应有 people: [常住人口, 城镇人口]" }
        : { en: "expected total: [income per head of all residents]", zh: "应有 total: [全体居民人均收入]" },
    next: { en: `give ${key}, or use the other weights`, zh: `请给出 ${key}，或改用另一种 weights` },
  });
