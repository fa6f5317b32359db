import type { ComponentProps } from "react";

/** What a row is carried by: for the pointer only, the keyboard ticks and puts. */
export function Grip({ label, ...rest }: ComponentProps<"span"> & { readonly label: string }) {
  return (
    <span className="grip" title={label} aria-hidden="true" {...rest}>
      <svg viewBox="0 0 16 24" width="16" height="24" aria-hidden="true">
        {[6, 12, 18].flatMap((y) => [5, 11].map((x) => <circle key={`${x} ${y}`} cx={x} cy={y} r="1.6" />))}
      </svg>
    </span>
  );
}
