import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startBrowser, type Host } from '../../e2e/host.js';
import { install, type Installed } from './install.js';
import { keepPicture, loaded, manage, membersOf, openHost } from './journey.js';
import { serve } from './serve.js';

const POLICY = "default-src 'self'; report-uri /csp-report";
/** What the browser reported of the policy, whatever part of the page it met. */
let reports: string[] = [];

function takeReport(incoming: IncomingMessage, outgoing: ServerResponse): boolean {
  if (incoming.url !== '/csp-report') return false;
  let body = '';
  incoming.setEncoding('utf8');
  incoming.on('data', (part: string) => (body += part));
  incoming.on('end', () => {
    reports.push(body);
    outgoing.statusCode = 204;
    outgoing.end();
  });
  return true;
}

describe('a plain page of a Canvas app, under a strict policy', () => {
  let installed: Installed;
  let host: Host;
  let browser: Browser;
  beforeAll(async () => {
    [installed, browser] = await Promise.all([install('html'), startBrowser()]);
    host = await serve({
      folders: [installed.folder],
      headers: { 'content-security-policy': POLICY, 'content-security-policy-report-only': POLICY },
      answer: takeReport,
    });
  });
  beforeEach(() => {
    reports = [];
  });
  afterAll(async () => {
    await browser.close();
    await host.close();
    installed.remove();
  });

  it('has the element from one script, and it works without a complaint or a report', async () => {
    const { page, read, context, complaints } = await openHost(browser, host);
    await manage({ page, read });
    // The visitor is who the Canvas runtime says.
    const { members, people } = await read();
    const me = members.find(({ userId }) => userId === people.admin);
    await page.getByRole('searchbox', { name: 'Search members' }).fill(me?.email ?? '');
    await membersOf(page).getByText('You', { exact: true }).waitFor();
    expect(await page.getByRole('list', { name: 'What happened' }).getByRole('listitem').allTextContents()).toEqual([
      'invite',
      'rolechange',
      'remove',
    ]);
    await keepPicture(page, 'html');
    await context.close();
    expect([...complaints, ...reports]).toEqual([]);
  });

  it('would hear of a report', async () => {
    const { page, context, complaints } = await openHost(browser, host);
    await loaded(page);
    const reported = page.waitForResponse((response) => response.url().endsWith('/csp-report'));
    const told = page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => resolve(effectiveDirective));
          const style = document.createElement('style');
          style.textContent = 'body { color: red }';
          document.head.append(style);
        }),
    );
    expect(await told).toBe('style-src-elem');
    await reported;
    await context.close();
    expect(reports.length).toBeGreaterThan(0);
    expect(complaints.length).toBeGreaterThan(0);
  });

  it('takes the tokens of the page', async () => {
    const { page, context } = await openHost(browser, host);
    await loaded(page);
    await page.getByLabel('E-mail addresses').fill('new.person@example.com');
    const looks = await page.getByRole('button', { name: 'Send invitation' }).evaluate((button) => {
      const { backgroundColor, borderRadius } = getComputedStyle(button);
      const paper = document.createElement('canvas').getContext('2d');
      if (!paper) throw new Error('There is no canvas to read a colour from.');
      paper.fillStyle = backgroundColor;
      paper.fillRect(0, 0, 1, 1);
      return { colour: [...paper.getImageData(0, 0, 1, 1).data], borderRadius };
    });
    expect(looks).toEqual({ colour: [11, 110, 79, 255], borderRadius: '4px' });
    await context.close();
  });

  it('asks for the script, and for nothing else of the package', async () => {
    const { page, context } = await openHost(browser, host);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.reload();
    await loaded(page);
    await context.close();
    expect(asked.filter((path) => path.startsWith('/node_modules/'))).toEqual([
      '/node_modules/@mixpeek/users-panel/dist/standalone/users-panel.js',
    ]);
  });
});
