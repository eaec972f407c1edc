import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { RegisterPage } from './privacy/list-page.tsx';
import { PersonRequestPage } from './privacy/request-page.tsx';

/** The register of requests of persons, below `/admin/plugins/privacy`. */
export default function Register() {
  return (
    <Page.Protect permissions={[{ action: 'api::privacy.work', subject: null }]}>
      <Routes>
        <Route index element={<RegisterPage />} />
        <Route path="requests/:id" element={<PersonRequestPage />} />
      </Routes>
    </Page.Protect>
  );
}
