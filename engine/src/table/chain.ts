import { about, anyOf, byDefault, type Infer, list, object, text } from "../ground/schema/index.js";
import { same, type Text } from "../ground/words/index.js";

/** One stage of a chain: indicators or inner nodes of the tree; ids the tree does not hold (or none at all) leave it unmeasured. */
export interface Stage {
  readonly id: string;
  readonly names: Text;
  readonly of: readonly string[];
}

/** What must pass from stage to stage, e.g. access → use → ability → gain. */
export interface Chain {
  readonly id: string;
  readonly names: Text;
  readonly stages: readonly Stage[];
}

/** An indicator a framework defines and no data fill as defined. */
export interface Unfilled {
  readonly id: string;
  readonly names: Text;
  /** id of the node it belongs to */
  readonly node: string;
  readonly reason: Text;
  /** indicators that stand for a part of it */
  readonly standIns: readonly string[];
}

const bilingual = () => anyOf([text({ min: 1 }), object({ en: text({ min: 1 }), zh: text({ min: 1 }) })]);
const id = () => text({ min: 1 });

/** A chain as a framework or a study writes it. */
export const chainSchema = object({
  id: about(id(), "id of the chain", "链条标识"),
  names: about(bilingual(), "name of the chain", "链条名称"),
  stages: about(
    list(
      object({
        id: about(id(), "id of the stage", "环节标识"),
        names: about(bilingual(), "name of the stage", "环节名称"),
        of: byDefault(
          about(
            list(id()),
            "its indicators or inner nodes, averaged; empty where nothing measures it",
            "所含指标或节点，取平均；无从度量时留空",
          ),
          [],
        ),
      }),
      { min: 2 },
    ),
    "stages from upstream to downstream",
    "由上游到下游的各环节",
  ),
});

type WrittenChain = Infer<typeof chainSchema>;
const named = (written: string | Text): Text => (typeof written === "string" ? same(written) : written);

/** A chain as written, its names in both languages. */
export const chainOf = ({ id, names, stages }: WrittenChain): Chain =>
  Object.freeze({
    id,
    names: named(names),
    stages: Object.freeze(stages.map((one) => Object.freeze({ id: one.id, names: named(one.names), of: one.of as readonly string[] }))),
  });
