import { lazy, Suspense } from 'react';
import { Box } from '@strapi/design-system';
import { Layouts, Page, SubNav } from '@strapi/strapi/admin';
import { Navigate, Route, Routes } from 'react-router-dom';

import { useRights } from '../access/use-rights';
import { useDirection } from '../text/use-direction';
import { useText } from '../text/use-text';
import { PAGE_ROUTES } from './page-routes';

const PAGES = PAGE_ROUTES.map((route) => ({
  ...route,
  Component: lazy(async () => ({ default: await route.load() })),
}));

/** The archive's own part of the admin: its menu and its pages, those that the person may see. */
export function ArchivePages() {
  const may = useRights();
  const direction = useDirection();
  const first = PAGES.find((page) => may(page.right));
  if (!first) return <Page.NoPermissions />;
  return (
    <Box dir={direction}>
      <Layouts.Root sideNav={<ArchiveMenu />}>
        <Suspense fallback={<Page.Loading />}>
          <Routes>
            <Route index element={<Navigate to={first.path} replace />} />
            {PAGES.map(({ path, right, Component }) => (
              <Route key={path} path={path} element={may(right) ? <Component /> : <Page.NoPermissions />} />
            ))}
            <Route path="*" element={<Page.NoPermissions />} />
          </Routes>
        </Suspense>
      </Layouts.Root>
    </Box>
  );
}

function ArchiveMenu() {
  const may = useRights();
  const text = useText();
  const links = PAGES.flatMap(({ path, label, right }) => (label && may(right) ? [{ path, label }] : []));
  return (
    <SubNav.Main aria-label={text('name')}>
      <SubNav.Header label={text('name')} />
      <SubNav.Content>
        <SubNav.Sections>
          {[
            <SubNav.Section key="pages" label="">
              {links.map(({ path, label }) => (
                <SubNav.Link key={path} to={`/plugins/archive/${path}`} label={text(label)} />
              ))}
            </SubNav.Section>,
          ]}
        </SubNav.Sections>
      </SubNav.Content>
    </SubNav.Main>
  );
}
