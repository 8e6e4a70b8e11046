import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { send } from './snapshot.ts';

/** Heights that differ by so little (CSS px) are the same, rounded to other device pixels. */
const ROUNDING = 2;

interface Props {
  readonly header: ComponentChildren;
  readonly footer: ComponentChildren;
  /** Stays put below what scrolls: it takes its room from there and moves nothing else. */
  readonly below?: ComponentChildren;
  /** The window is made as high as what is in it; else it has its height. */
  readonly fits?: boolean;
  readonly children: ComponentChildren;
}

/** Header and footer stay put, what is between them scrolls. */
export function Frame({ header, footer, below, fits = false, children }: Props) {
  const parts = [
    useRef<HTMLDivElement>(null),
    useRef<HTMLDivElement>(null),
    useRef<HTMLDivElement>(null),
  ] as const;
  useEffect(() => {
    if (!fits) return;
    let told = 0;
    const tell = () => {
      const height = Math.ceil(parts.reduce((sum, part) => sum + (part.current?.offsetHeight ?? 0), 0));
      if (Math.abs(height - told) <= ROUNDING) return;
      told = height;
      void send('app:fit', { height });
    };
    // It calls back once per frame, however many parts have changed.
    const observer = new ResizeObserver(tell);
    for (const part of parts) if (part.current) observer.observe(part.current);
    return () => observer.disconnect();
  }, []);
  return (
    <div class="frame">
      <div ref={parts[0]}>{header}</div>
      <main>
        <div class="content" ref={parts[1]}>
          {children}
        </div>
      </main>
      {below}
      <div ref={parts[2]}>{footer}</div>
    </div>
  );
}
