import type { Text } from "../../ground/words/index.js";
import type { ResultParts } from "../../method/index.js";
import type { Panel } from "../../table/index.js";
import { placesBelow } from "./places-below.js";
import { type Scaling, scaleColumns } from "./scale-columns.js";

const among = { among: { en: "values placed among", zh: "参与排位的数值个数" } };
const places: Text = { en: "places", zh: "位次" };

/**
 * Replace values by the number of values below them.
 * @param first what the worst value gets where no range is given
 */
export function placeColumns(data: Panel, scaling: Scaling, first: number): Omit<ResultParts<Panel>, "options"> {
  return scaleColumns(
    data,
    scaling,
    ({ values, range }) => {
      if (values.every((y) => y === values[0])) return null;
      const below = placesBelow(values);
      const step = range ? (range[1] - range[0]) / (values.length - 1) : 1;
      const start = range ? range[0] : first;
      return { place: (y) => start + step * below(y), row: { among: values.length } };
    },
    among,
    places,
  );
}
