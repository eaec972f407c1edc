import { Flex } from '@strapi/design-system';
import { Layouts, Page, useRBAC } from '@strapi/strapi/admin';
import type { ReactNode } from 'react';
import { texts } from '../i18n/texts.ts';
import { ExportForm } from './export-form.tsx';
import { ImportPanel } from './import-panel.tsx';
import { LookPanel } from './look-panel.tsx';
import { READER_PERMISSIONS } from './permissions.ts';

/** The newsletter's readers: looked up and proved, imported, exported; each part for those who may. */
export default function ReadersPage({ tabs }: { tabs: ReactNode }) {
  const words = texts().readers;
  const { allowedActions } = useRBAC(READER_PERMISSIONS);
  return (
    <Page.Protect permissions={READER_PERMISSIONS}>
      <Page.Main>
        <Page.Title>{words.title}</Page.Title>
        <Layouts.Header title={words.title} subtitle={words.subtitle} />
        <Layouts.Content>
          <Flex direction="column" alignItems="stretch" gap={5}>
            {tabs}
            {allowedActions.canLook && <LookPanel />}
            {allowedActions.canImport && <ImportPanel />}
            {allowedActions.canExport && <ExportForm />}
          </Flex>
        </Layouts.Content>
      </Page.Main>
    </Page.Protect>
  );
}
