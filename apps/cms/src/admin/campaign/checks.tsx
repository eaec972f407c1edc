import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { CampaignChecks } from '../../api/campaign-desk/domain/answers.ts';
import { texts } from '../i18n/texts.ts';
import { Folded } from '../poll/folded.tsx';
import { Note } from '../poll/note.tsx';
import type { CampaignClient } from './campaign-client.ts';
import { describeFound } from './describe-found.ts';

type Check = CampaignChecks['checks'][number];

const COLOURS = { fine: 'success700', warning: 'neutral800', failed: 'danger700' } as const;

/** Looks, when asked to, at all that could keep the campaign from being sent, and says how to mend it. */
export function Checks({ client }: { client: CampaignClient }) {
  const words = texts().campaign;
  const [busy, setBusy] = useState(false);
  const [checks, setChecks] = useState<Check[] | 'failed' | null>(null);

  async function check(): Promise<void> {
    setBusy(true);
    setChecks(
      await client.checks().then(
        (answer) => answer.checks,
        () => 'failed' as const,
      ),
    );
    setBusy(false);
  }

  return (
    <Flex tag="section" direction="column" alignItems="stretch" gap={2} aria-label={words.checked}>
      <Button variant="secondary" loading={busy} onClick={() => void check()}>
        {words.check}
      </Button>
      <div aria-live="polite">
        {busy && <Note>{words.checking}</Note>}
        {checks === 'failed' && <Note>{words.failed}</Note>}
        {checks !== null && checks !== 'failed' && <Results checks={checks} />}
      </div>
    </Flex>
  );
}

function Results({ checks }: { checks: readonly Check[] }) {
  const words = texts().campaign;
  const told = checks.filter(({ state }) => state !== 'fine');
  const fine = checks.filter(({ state }) => state === 'fine');
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      {told.length === 0 && (
        <Typography fontWeight="bold" textColor={COLOURS.fine}>
          {words.allFine}
        </Typography>
      )}
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
        {told.map((check) => (
          <Box tag="li" key={check.check}>
            <Typography tag="p" fontWeight="bold" textColor={COLOURS[check.state]}>
              {words.counted(words.checks[check.check], words.states[check.state])}
            </Typography>
            {describeFound(check, words).map((line) => (
              <Typography tag="p" variant="pi" key={line}>
                {line}
              </Typography>
            ))}
            <Note>{words.mends[check.check]}</Note>
          </Box>
        ))}
      </Flex>
      {fine.length > 0 && (
        <Folded summary={words.counted(words.states.fine, String(fine.length))}>
          <ul>
            {fine.map(({ check }) => (
              <Box tag="li" key={check}>
                <Note>{words.checks[check]}</Note>
              </Box>
            ))}
          </ul>
        </Folded>
      )}
    </Flex>
  );
}
