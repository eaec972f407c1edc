import {
  type ImportMapping,
  type ImportPreview,
  type ImportReport,
  importMappingSchema,
  type Locale,
  localeSchema,
} from '@passerelle/contracts';
import { Alert, Button, Field, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { language, texts } from '../i18n/texts.ts';
import { Choice } from '../words/choice.tsx';
import { Section } from '../words/section.tsx';
import { ColumnChoices } from './column-choices.tsx';
import { ImportReportView } from './import-report.tsx';
import { PreviewTable } from './preview-table.tsx';
import { useReadersService } from './readers-service.ts';

type Opened = { file: File; preview: ImportPreview; mapping: Partial<ImportMapping> };

/** Takes readers over from a file: chosen, its columns named, tried, then run. */
export function ImportPanel() {
  const { readers: words, failed, dismiss, languages } = texts();
  const service = useReadersService();
  const [opened, setOpened] = useState<Opened | null>(null);
  const [locale, setLocale] = useState<Locale>('fr-CA');
  const [report, setReport] = useState<ImportReport | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function open(file: File | undefined): Promise<void> {
    setReport(null);
    setProblem(null);
    setOpened(null);
    if (file === undefined) return;
    try {
      const preview = await service.preview(file);
      if (preview.header.length === 0) setProblem(words.import.unreadable);
      else setOpened({ file, preview, mapping: preview.guess });
    } catch {
      setProblem(failed);
    }
  }

  async function run({ file, mapping }: Opened, dryRun: boolean): Promise<void> {
    const chosen = importMappingSchema.safeParse(mapping).data;
    setProblem(chosen === undefined ? words.import.emailMissing : null);
    setReport(null);
    if (chosen === undefined) return;
    setBusy(true);
    try {
      setReport(await service.import(file, { mapping: chosen, locale, dryRun, words: language() }));
    } catch {
      setProblem(failed);
    }
    setBusy(false);
  }

  return (
    <Section title={words.import.title}>
      <Typography>{words.import.line}</Typography>
      <Field.Root id="readers-file">
        <Field.Label>{words.import.file}</Field.Label>
        <input
          id="readers-file"
          type="file"
          accept=".csv,text/csv,text/plain"
          style={{ font: 'inherit', fontSize: '1.4rem' }}
          onChange={(event) => void open(event.target.files?.[0])}
        />
      </Field.Root>
      {opened !== null && (
        <>
          <ColumnChoices
            header={opened.preview.header}
            mapping={opened.mapping}
            onChange={(mapping) => setOpened({ ...opened, mapping })}
          />
          <Choice
            label={words.import.locale}
            value={locale}
            options={localeSchema.options.map((one) => [one, languages[one]] as const)}
            onChange={(chosen) => setLocale(localeSchema.parse(chosen))}
          />
          <PreviewTable preview={opened.preview} />
          <Flex gap={2} wrap="wrap">
            <Button variant="secondary" disabled={busy} onClick={() => void run(opened, true)}>
              {words.import.trial}
            </Button>
            <Button loading={busy} onClick={() => void run(opened, false)}>
              {words.import.run}
            </Button>
          </Flex>
        </>
      )}
      <div role="alert">
        {problem !== null && (
          <Alert variant="danger" closeLabel={dismiss} onClose={() => setProblem(null)}>
            {problem}
          </Alert>
        )}
      </div>
      <div role="status">{report !== null && <ImportReportView report={report} />}</div>
    </Section>
  );
}
