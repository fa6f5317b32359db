import { useMemo, useState } from "react";
import { UnitPicker } from "../../part/unit-picker.js";
import { useWords } from "../../shell/speak.js";
import { useAnswer } from "../../study/use-study.js";
import type { Comparable } from "../../worker/calls/compare.js";
import { type PeerChoice, peersOf } from "./peers.js";
import { Profile } from "./profile.js";
import { Radar } from "./radar.js";
import type { View } from "./view.js";
import { words } from "./words.js";

/** Names of peers told before the rest is counted. */
const told = 12;

/** One unit beside its peers: the radar of its scores and the profile of its indicators. */
export function Beside({ view, comparable }: { readonly view: View; readonly comparable: Comparable }) {
  const w = useWords(words);
  const { ran, order, nameOf, t, language } = view;
  const [choice, setChoice] = useState<PeerChoice>(() => firstChoice(view, comparable));
  const { value: levels } = useAnswer("levels", t);
  const unit = view.chosen ?? order[0] ?? 0;
  const peers = useMemo(() => peersOf(choice, unit, { ran, borders: comparable.borders, order }), [choice, unit, ran, comparable, order]);
  const key = choice.kind === "grouping" ? `grouping ${choice.id}` : choice.kind;
  const choose = (to: string): void => {
    if (to.startsWith("grouping ")) setChoice({ kind: "grouping", id: to.slice(9) });
    else if (to === "hand") setChoice({ kind: "hand", codes: peers.slice(0, 12).map((i) => ran.units[i].code) });
    else setChoice({ kind: to as "neighbours" | "nearest" | "all" });
  };
  const groups = ran.groupings.filter(({ of }) => new Set(of).size > 1);
  const names = peers.map(nameOf);
  return (
    <section className="part">
      <h2>{w.beside(nameOf(unit))}</h2>
      {view.chosen === null && <p className="note">{w.chooseUnit(ran.unitWord[language].one)}</p>}
      <div className="choosers">
        <label className="chooser">
          <span>{w.peers}</span>
          <select value={key} onChange={(event) => choose(event.target.value)}>
            {comparable.borders.length > 0 && <option value="neighbours">{w.peerKinds.neighbours}</option>}
            {groups.map((one) => (
              <option key={one.id} value={`grouping ${one.id}`}>
                {w.sameGroup(one.names[language])}
              </option>
            ))}
            <option value="nearest">{w.peerKinds.nearest}</option>
            <option value="all">{w.peerKinds.all}</option>
            <option value="hand">{w.peerKinds.hand}</option>
          </select>
        </label>
        {choice.kind === "hand" && (
          <UnitPicker
            ran={ran}
            value={null}
            label={w.addPeer}
            none={w.addPeer}
            except={new Set([...choice.codes, ran.units[unit].code])}
            onChoose={(code) => code && setChoice({ kind: "hand", codes: [...choice.codes, code] })}
          />
        )}
      </div>
      {choice.kind === "hand" ? (
        <p className="chips">
          {peers.map((i) => (
            <button
              key={ran.units[i].code}
              type="button"
              className="quiet small"
              aria-label={w.removePeer(nameOf(i))}
              onClick={() => setChoice({ kind: "hand", codes: choice.codes.filter((code) => code !== ran.units[i].code) })}
            >
              {nameOf(i)} ✕
            </button>
          ))}
        </p>
      ) : (
        <p className="note">
          {peers.length > 0 ? w.peersAre(w.and(names.slice(0, told), Math.max(0, names.length - told)), names.length) : w.noPeers}
        </p>
      )}
      {levels?.t === t && levels.level.length === comparable.indicators.length && peers.length > 0 && (
        <>
          <Radar view={view} unit={unit} peers={peers} comparable={comparable} levels={levels} />
          <Profile view={view} unit={unit} peers={peers} comparable={comparable} levels={levels} />
        </>
      )}
    </section>
  );
}

function firstChoice({ ran }: View, { borders }: Comparable): PeerChoice {
  if (borders.length > 0) return { kind: "neighbours" };
  const [group] = ran.groupings.filter(({ of }) => new Set(of).size > 1);
  return group ? { kind: "grouping", id: group.id } : ran.units.length > 20 ? { kind: "nearest" } : { kind: "all" };
}
