import { useLanguage, useWords } from "../../shell/speak.js";
import type { Subject, SubjectGroup } from "./subject.js";
import { words } from "./words.js";

interface Props {
  readonly label: string;
  readonly subjects: readonly Subject[];
  readonly value: string;
  readonly onChoose: (id: string) => void;
}

const groups: readonly SubjectGroup[] = ["coordination", "systems", "nodes", "indicators", "data"];

/** What units are compared by, in groups. */
export function SubjectPicker({ label, subjects, value, onChoose }: Props) {
  const language = useLanguage();
  const w = useWords(words);
  return (
    <label className="chooser">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChoose(event.target.value)}>
        {groups.map((group) => {
          const own = subjects.filter((one) => one.group === group);
          return (
            own.length > 0 && (
              <optgroup key={group} label={w.groups[group]}>
                {own.map(({ id, names }) => (
                  <option key={id} value={id}>
                    {names[language]}
                  </option>
                ))}
              </optgroup>
            )
          );
        })}
      </select>
    </label>
  );
}
