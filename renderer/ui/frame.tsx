import { type ComponentChildren, createContext } from 'preact';
import { useRef } from 'preact/hooks';
import { useFocus } from './focus.ts';
import { useNewsPlace } from './news-place.ts';

/** The facts that a page has from the frame around it. */
export interface Surroundings {
  /** Tells one view from the next. */
  readonly view: string;
  /** The window is made as high as the page; else it has its height. */
  readonly fits: boolean;
}

export const Around = createContext<Surroundings>({ view: '', fits: false });

interface Props extends Partial<Surroundings> {
  readonly view: string;
  readonly header?: ComponentChildren;
  readonly footer?: ComponentChildren;
  /** The news, above the page. */
  readonly news?: ComponentChildren;
  /** The view begins with its news. */
  readonly newsFirst?: boolean;
  /** One `Page`. */
  readonly children: ComponentChildren;
}

/** The window: header and footer stay put, what is between them scrolls. */
export function Frame({ view, header, footer, news, newsFirst = false, fits = false, children }: Props) {
  const scroller = useRef<HTMLElement>(null);
  const above = useRef<HTMLDivElement>(null);
  useNewsPlace(scroller, above, view, newsFirst);
  useFocus(view);
  return (
    <div class="frame">
      {header}
      <main ref={scroller}>
        <div class="news" ref={above}>
          <div class="news-items">{news}</div>
        </div>
        <Around.Provider value={{ view, fits }}>{children}</Around.Provider>
      </main>
      {footer}
    </div>
  );
}
