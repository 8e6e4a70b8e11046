import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { send } from './snapshot.ts';

interface Props {
  readonly header: ComponentChildren;
  readonly footer: ComponentChildren;
  readonly children: ComponentChildren;
}

/** Header and footer stay put, what is between them scrolls; the window is told how high it would like to be. */
export function Frame({ header, footer, children }: Props) {
  const parts = [
    useRef<HTMLDivElement>(null),
    useRef<HTMLDivElement>(null),
    useRef<HTMLDivElement>(null),
  ] as const;
  useEffect(() => {
    let told = 0;
    const tell = () => {
      const height = Math.ceil(parts.reduce((sum, part) => sum + (part.current?.offsetHeight ?? 0), 0));
      if (height === told) return;
      told = height;
      void send('app:fit', { height });
    };
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
      <div ref={parts[2]}>{footer}</div>
    </div>
  );
}
