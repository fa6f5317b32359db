import { Fault } from "@gongfu/engine/ground/fault";
import type { Card } from "@gongfu/engine/method";
import type { Command } from "commander";
import type { Session } from "../io.js";

/** A card that runs the steps of a study again: a data file has none. */
export const studyOnlyCard = ({ inputs }: Card): boolean => Object.values(inputs).some((slot) => slot.kind === "plan");

/** The command of such a card: it says where the method lives, and takes nothing. */
export function defineStudyOnly({ id, step }: Card, command: Command, { help }: Session): void {
  command
    .usage("--help")
    .allowUnknownOption()
    .allowExcessArguments()
    .addHelpText(
      "after",
      `\n${help({
        en: `It runs the steps of a study again, so it is a step of a study, not a command on a data file.
  gongfu new data.csv         drafts a study
  gongfu explain ${id}  shows how "${step.verb}" is written there
  gongfu run study.yaml --out DIR`,
        zh: `此方法要重新运行研究的各步骤，因此写作研究中的一个步骤，而不是对数据文件的命令。
  gongfu new data.csv         起草研究文件
  gongfu explain ${id}  查看其中“${step.verb}”的写法
  gongfu run study.yaml --out DIR`,
      })}`,
    )
    .action(() => {
      throw studyOnly(id);
    });
}

export const studyOnly = (id: string): Fault =>
  new Fault({
    code: "study-only",
    exit: 2,
    place: { path: `gongfu ${id}` },
    found: {
      en: "this method runs the steps of a study again, and a data file has none",
      zh: "此方法要重新运行研究的步骤，而数据文件中没有步骤",
    },
    expected: { en: "expected it as a step of a study", zh: "应写作研究中的一个步骤" },
    next: {
      en: `draft a study with \`gongfu new FILE\`, add the step as \`gongfu explain ${id}\` shows, and run it`,
      zh: `可用 \`gongfu new FILE\` 起草研究，按 \`gongfu explain ${id}\` 所示加入此步骤后运行`,
    },
  });
