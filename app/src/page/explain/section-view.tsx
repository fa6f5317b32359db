import type { Block, Section } from "@gongfu/engine/tell";
import { Asides, Blocks } from "../../part/blocks.js";

interface Props {
  readonly section: Section;
  /** blocks the page shows in a way of its own */
  readonly without?: (block: Block) => boolean;
  /** the page's heading says it already */
  readonly untitled?: boolean;
  /** in place of the report's title */
  readonly title?: string;
}

/** A section of the report on the page: its blocks, its notes beside them. */
export function SectionView({ section, without, untitled, title = section.title }: Props) {
  const { blocks, asides } = section;
  return (
    <section className="section" aria-label={title}>
      {!untitled && <h2>{title}</h2>}
      <div className="with-beside">
        <div>
          <Blocks blocks={without ? blocks.filter((block) => !without(block)) : blocks} level={untitled ? 2 : 3} />
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
