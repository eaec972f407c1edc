import type { RequestFindings } from '@passerelle/contracts';
import { Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { language, texts } from '../i18n/texts.ts';
import { usePrivacyService } from '../service/privacy-service.ts';
import { Pairs } from '../words/pairs.tsx';
import { Section } from '../words/section.tsx';
import { count } from '../words/times.ts';

/** How much is kept of whoever asked. Looked for when it is asked for, since that goes on record. */
export function Found({ id }: { id: string }) {
  const words = texts();
  const own = words.privacy.found;
  const service = usePrivacyService();
  const [found, setFound] = useState<RequestFindings | null>(null);
  const [state, setState] = useState<'idle' | 'asking' | 'failed'>('idle');

  async function look(): Promise<void> {
    setState('asking');
    try {
      setFound(await service.found(id));
      setState('idle');
    } catch {
      setState('failed');
    }
  }

  return (
    <Section title={own.title}>
      <div role="status">
        {state === 'failed' && <Typography textColor="danger600">{words.failed}</Typography>}
        {found !== null && <Pairs pairs={pairsOf(found)} />}
      </div>
      <Typography variant="pi">{found === null ? own.line : own.drafts}</Typography>
      {found === null && (
        <Flex>
          <Button variant="secondary" loading={state === 'asking'} onClick={() => void look()}>
            {own.look}
          </Button>
        </Flex>
      )}
    </Section>
  );
}

function pairsOf(found: RequestFindings): [string, string][] {
  const own = texts().privacy.found;
  const number = (value: number) => count(value, language());
  return [
    [own.inquiries, number(found.inquiries)],
    ...(found.held === 0 ? [] : [[own.held, number(found.held)] satisfies [string, string]]),
    [own.files, number(found.files)],
    [own.newsletter, found.newsletter ? own.yes : own.no],
    [own.consents, number(found.consents)],
    [own.mails, number(found.mails)],
    [own.requests, number(found.requests)],
  ];
}
