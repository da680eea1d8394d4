// The panel, put into the page and taken out again, over and over.
import { createRoot } from 'react-dom/client';
import { UsersPanel } from '@mixpeek/users-panel';
import '@mixpeek/users-panel/styles.css';

const page = document.querySelector('#page')!;

/** Each time until all rows are there, and with the focus once in the panel and once out of it. */
async function mountAndUnmount(times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    const box = document.createElement('div');
    page.append(box);
    const root = createRoot(box);
    root.render(<UsersPanel appId="app_demo" />);
    while (!box.querySelector('.mup-invitation-list-row') || !box.querySelector('.mup-email-field input')) {
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    box.querySelector<HTMLElement>('input[type="search"]')?.focus();
    root.unmount();
    box.remove();
    // What the browser notes of each request is no part of the panel.
    performance.clearResourceTimings();
  }
}

Object.assign(window, { mountAndUnmount });
