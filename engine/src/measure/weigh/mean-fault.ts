import { Fault } from "../../ground/fault/index.js";

/** A coefficient of variation divides by a mean that is as good as 0. */
export const meanFault = (place: string, found: number): Fault =>
  new Fault({
    code: "mean-near-zero",
    place: { path: place },
    found: { en: `the mean is ${found}, as good as 0 beside the spread`, zh: `均值为 ${found}，相对于离散程度近于 0` },
    expected: {
      en: "expected a column on a ratio scale whose mean is away from 0: a coefficient of variation divides by it",
      zh: "应为均值不近于 0 的比率尺度数据：变异系数以均值为除数",
    },
    next: { en: "use another method for this indicator, or levels instead of changes", zh: "请对该指标改用其他方法，或以水平值代替变化量" },
  });
