import { Page, useAuth } from '@strapi/strapi/admin';
import { Suspense } from 'react';
import { Navigate, Route, Routes } from 'react-router-dom';
import { PERMISSIONS, SCREENS } from './screens.ts';
import { Tabs } from './tabs.tsx';

/** Everything of the newsletter, below `/admin/newsletter`: a screen for each tab that one's role may open. */
export default function NewsletterSection() {
  const own = useAuth('NewsletterSection', (state) => state.permissions);
  const open = SCREENS.filter(({ permissions }) =>
    permissions.some(({ action }) => own.some((permission) => permission.action === action)),
  );
  return (
    <Page.Protect permissions={PERMISSIONS}>
      <Suspense fallback={<Page.Loading />}>
        <Routes>
          {SCREENS.map(({ path, Screen }) => (
            <Route
              key={path}
              path={path}
              element={<Screen tabs={<Tabs screens={open} current={path} />} />}
            />
          ))}
          {open[0] && <Route path="*" element={<Navigate to={open[0].path} replace />} />}
        </Routes>
      </Suspense>
    </Page.Protect>
  );
}
