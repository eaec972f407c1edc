import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { ListPage } from './list/page.tsx';
import { ReportPage } from './report/page.tsx';
import { RequestPage } from './request/page.tsx';

/** The desk's pages, below `/admin/plugins/desk`. */
export default function Desk() {
  return (
    <Page.Protect permissions={[{ action: 'api::inquiry.read', subject: null }]}>
      <Routes>
        <Route index element={<ListPage />} />
        <Route path="report" element={<ReportPage />} />
        <Route path="inquiries/:id" element={<RequestPage />} />
      </Routes>
    </Page.Protect>
  );
}
