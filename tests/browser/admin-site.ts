import { setTimeout as wait } from 'node:timers/promises';

import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';

import { bootSite, type Site } from '../harness/boot-site';
import { launchChromium } from '../harness/chromium';
import { createDatabase } from '../harness/databases';
import { importDumps } from '../harness/import-dumps';
import type { TestDatabase } from '../harness/test-database';

const PASSWORD = 'Lamp-and-fog-1999';
const ARCHIVE = '/admin/plugins/archive';

export interface Visitor {
  readonly page: Page;
  /** Goes to a page of the archive: `imports`, `profiles`, ... */
  readonly open: (path: string) => Promise<void>;
  /** What went wrong in the browser so far. */
  readonly faults: readonly string[];
}

export interface VisitorOptions {
  /** Name of an admin role; a super admin where absent. */
  readonly role?: string;
  readonly theme?: 'light' | 'dark';
  /** Language of the admin. */
  readonly locale?: 'en' | 'ar' | 'fr';
  readonly width?: number;
}

/** A site in its production build with a browser that visits it. Close it at the end. */
export interface AdminSite {
  readonly site: Site;
  readonly database: TestDatabase;
  /** Somebody who has logged in, in a browser window of their own. */
  visit(options?: VisitorOptions): Promise<Visitor>;
  close(): Promise<void>;
}

export interface AdminSiteOptions {
  /** Paths to import before the site starts; `['samples']` where absent. */
  readonly dumps?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Boots a site on a SQLite database of its own, with dumps imported. */
export async function openAdminSite({
  dumps = ['samples'],
  env = {},
}: AdminSiteOptions = {}): Promise<AdminSite> {
  const database = await createDatabase('sqlite');
  if (dumps.length > 0) await importDumps(database, dumps);
  const site = await bootSite({ database, listen: true, env: { NODE_ENV: 'production', ...env } });
  const browser = await launchChromium();
  let visitors = 0;
  return {
    site,
    database,
    visit: async (options = {}) => {
      visitors += 1;
      const email = `visitor-${visitors}@example.test`;
      await createPerson(site, email, options.role);
      return logIn(browser, site.url ?? '', email, options);
    },
    close: async () => {
      await browser.close();
      await site.close();
      await database.drop();
    },
  };
}

async function createPerson({ strapi }: Site, email: string, roleName?: string): Promise<void> {
  const role = roleName === undefined ? await superAdmin(strapi) : await roleCalled(strapi, roleName);
  await strapi.service('admin::user').create({
    email,
    password: PASSWORD,
    firstname: 'Petra',
    lastname: 'Vonnay',
    isActive: true,
    registrationToken: null,
    roles: [role.id],
  });
}

type Strapi = Site['strapi'];

function superAdmin(strapi: Strapi): Promise<{ id: number }> {
  return strapi.service('admin::role').getSuperAdmin();
}

/** The archive's own role is offered once the site listens, which may be a moment later. */
async function roleCalled(strapi: Strapi, name: string): Promise<{ id: number }> {
  for (let time = 0; time < 100; time += 1) {
    const role: { id: number } | null = await strapi.db.query('admin::role').findOne({ where: { name } });
    if (role) return role;
    await wait(100);
  }
  throw new Error(`The site has no role "${name}".`);
}

async function logIn(
  browser: Browser,
  url: string,
  email: string,
  { theme = 'light', locale = 'en', width = 1280 }: VisitorOptions,
): Promise<Visitor> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme: theme });
  await rememberChoices(context, theme, locale);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(`${url}/admin/auth/login`);
  await page.locator('[name="email"]').fill(email);
  await page.locator('[name="password"]').fill(PASSWORD);
  await page.locator('button[type="submit"]').click();
  await page.locator('nav').first().waitFor();
  return {
    page,
    faults,
    open: async (path) => {
      await page.goto(`${url}${ARCHIVE}/${path}`);
      await settled(page);
    },
  };
}

/** What the admin keeps in the browser of somebody who was here before. */
async function rememberChoices(context: BrowserContext, theme: string, locale: string): Promise<void> {
  await context.addInitScript(
    ([chosenTheme, chosenLocale]) => {
      localStorage.setItem('STRAPI_THEME', chosenTheme ?? 'light');
      localStorage.setItem('strapi-admin-language', chosenLocale ?? 'en');
      localStorage.setItem(
        'STRAPI_GUIDED_TOUR',
        JSON.stringify({ tours: {}, enabled: false, hidden: true, completedActions: [] }),
      );
      localStorage.setItem('STRAPI_FREE_TRIAL_WELCOME_MODAL', 'false');
      // Strapi's own news, whose key has the number of the installation in it.
      const read = Object.getOwnPropertyDescriptor(Storage.prototype, 'getItem')?.value as Storage['getItem'];
      Storage.prototype.getItem = function (key) {
        return key.startsWith('STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED') ? 'true' : read.call(this, key);
      };
    },
    [theme, locale],
  );
}

/** A page has its title, and nothing on it says that it is loading. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor();
  await loaders(page).waitFor({ state: 'detached' });
}

function loaders(page: Page): Locator {
  return page.locator('main [aria-live="assertive"] img').first();
}
