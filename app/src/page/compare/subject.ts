import type { Text } from "@gongfu/engine";
import type { Role } from "@gongfu/engine/tell";
import { useMemo } from "react";
import { useAnswer } from "../../study/use-study.js";
import type { Comparable } from "../../worker/calls/compare.js";
import type { Cells, Ran } from "../../worker/ran.js";
import type { Direction } from "./standing.js";

export type SubjectGroup = "coordination" | "systems" | "nodes" | "indicators" | "data";

/** What units are compared by: a system or node of the index, the coordination of two systems, an indicator, a column of the data. */
export interface Subject {
  readonly id: string;
  readonly group: SubjectGroup;
  readonly names: Text;
  readonly unit: Text | null;
  readonly role: Role;
  readonly better: Direction;
  /** null: the worker is asked for them */
  readonly cells: Cells | null;
  readonly step: string;
  readonly column: string;
}

const coordinationNames: Text = { en: "Coordination D", zh: "耦合协调度 D" };

/** Everything the present results can be compared by, what the study is about first. */
export function subjectsOf(ran: Ran, comparable: Comparable | null): readonly Subject[] {
  const { coupled, scores } = ran;
  const roles = new Map((scores?.systems ?? []).map(({ id, role }) => [id, role]));
  const parents = new Map((scores?.nodes ?? []).map(({ id, parent }) => [id, parent]));
  const roleOf = (id: string): Role => roles.get(id) ?? (parents.has(id) ? roleOf(parents.get(id) as string) : "ink");
  const scored = { unit: null, better: 1 as const, step: scores?.step ?? "" };
  return [
    ...(coupled
      ? [
          {
            ...scored,
            id: "d",
            group: "coordination" as const,
            names: coordinationNames,
            role: "ink" as const,
            cells: coupled.d,
            step: coupled.step,
            column: "d",
          },
        ]
      : []),
    ...(scores?.systems ?? []).map(({ id, names, role, cells }) => ({
      ...scored,
      id: `node.${id}`,
      group: "systems" as const,
      names,
      role,
      cells,
      column: id,
    })),
    ...(scores?.nodes ?? []).map(({ id, names, cells }) => ({
      ...scored,
      id: `node.${id}`,
      group: "nodes" as const,
      names,
      role: roleOf(id),
      cells,
      column: id,
    })),
    ...(comparable?.raw == null ? [] : comparable.indicators).map(({ id, names, unit, system, direction }) => ({
      id: `indicator.${id}`,
      group: "indicators" as const,
      names,
      unit: unit.en ? unit : null,
      role: roleOf(system),
      better: direction,
      cells: null,
      step: comparable?.raw ?? "",
      column: id,
    })),
    ...ran.variables.map(({ id, names, unit }) => ({
      id: `data.${id}`,
      group: "data" as const,
      names,
      unit: unit.en ? unit : null,
      role: "ink" as const,
      better: 1 as const,
      cells: null,
      step: "data",
      column: id,
    })),
  ];
}

/** The cells of a subject; null while they are on the way. */
export function useCells(subject: Subject | undefined): Cells | null {
  const known = subject?.cells ?? null;
  const { value } = useAnswer("cells", known || !subject ? "" : subject.step, subject?.column ?? "");
  return useMemo(() => {
    if (known) return known;
    return value && value.step === subject?.step && value.column === subject.column ? value.cells : null;
  }, [known, value, subject]);
}
