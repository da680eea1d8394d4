import styles from '@mixpeek/users-panel/styles.css?inline';
import { useCallback, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { presetSheet } from './presets.js';

const sheet = new CSSStyleSheet();
sheet.replaceSync(styles);

/** A shadow root with the kit's sheet in it, where no style of the page comes in. */
export function ShadowFrame({ children }: { children: ReactNode }) {
  const [root, setRoot] = useState<ShadowRoot | null>(null);
  const attach = useCallback((element: HTMLElement | null) => {
    if (!element) return;
    const shadow = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    // A preset maps the tokens of its host onto ours where the panel is, so it is needed here too.
    shadow.adoptedStyleSheets = [sheet, presetSheet];
    setRoot(shadow);
  }, []);
  // The page's own `data-theme` is out of sight from in here.
  const { theme } = document.documentElement.dataset;
  return <div ref={attach}>{root && createPortal(<div data-theme={theme}>{children}</div>, root)}</div>;
}
