import type { Block, Section } from "@gongfu/engine/tell";
import { Asides, Blocks } from "../../part/blocks.js";

interface Props {
  readonly section: Section;
  /** blocks the page shows in a way of its own */
  readonly without?: (block: Block) => boolean;
}

/** A section of the report on the page: its blocks, its notes beside them. */
export function SectionView({ section, without }: Props) {
  const { id, title, blocks, asides } = section;
  return (
    <section className="section" aria-labelledby={`section-${id}`}>
      <h2 id={`section-${id}`}>{title}</h2>
      <div className="with-beside">
        <div>
          <Blocks blocks={without ? blocks.filter((block) => !without(block)) : blocks} />
        </div>
        {asides.length > 0 && (
          <div>
            <Asides asides={asides} />
          </div>
        )}
      </div>
    </section>
  );
}
