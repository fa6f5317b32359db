import { createContext, useContext } from "react";

/** What is chosen anywhere is chosen everywhere: a unit by its code (null: all of them), a period by its position. */
export interface Selection {
  readonly unit: string | null;
  readonly t: number;
  readonly choose: (unit: string | null) => void;
  readonly goTo: (t: number) => void;
}

export const SelectionContext = createContext<Selection>({ unit: null, t: 0, choose: () => {}, goTo: () => {} });

export const useSelection = (): Selection => useContext(SelectionContext);
