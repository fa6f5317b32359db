const began = "change";

/** From a change of the study to the picture of its result: the browser's own measurement `redraw`. */
export const changeBegan = (): void => {
  performance.clearMarks(began);
  performance.mark(began);
};

export function changeDrawn(): void {
  if (performance.getEntriesByName(began, "mark").length === 0) return;
  performance.measure("redraw", began);
  performance.clearMarks(began);
}
