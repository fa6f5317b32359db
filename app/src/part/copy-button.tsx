import { useEffect, useState } from "react";

interface Props {
  readonly text: string;
  readonly label: string;
  /** said for a while after it was copied */
  readonly done: string;
}

/** Puts a text on the clipboard and says so. */
export function CopyButton({ text, label, done }: Props) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <button type="button" className="quiet" onClick={copy}>
      <span aria-live="polite">{copied ? done : label}</span>
    </button>
  );
}
