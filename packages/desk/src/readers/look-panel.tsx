import { emailAddressSchema, type ReaderLook, type SubscriberStatus } from '@passerelle/contracts';
import { Alert, Button, Field, Flex, TextInput, Typography } from '@strapi/design-system';
import { type FormEvent, useRef, useState } from 'react';
import { texts } from '../i18n/texts.ts';
import { Section } from '../words/section.tsx';
import { EvidenceForm } from './evidence-form.tsx';
import { Lift } from './lift-dialog.tsx';
import { ReaderFacts } from './reader-facts.tsx';
import { useReadersService } from './readers-service.ts';
import { Unsubscribe } from './unsubscribe-dialog.tsx';

const ENDED: ReadonlySet<SubscriberStatus> = new Set(['unsubscribed', 'suppressed']);

type Found = { email: string; look: ReaderLook };

/** Looks a reader up by a whole address, which is sent and never part of an address of the admin. */
export function LookPanel() {
  const { readers: words, failed, dismiss } = texts();
  const service = useReadersService();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const [missed, setMissed] = useState(false);
  const [found, setFound] = useState<Found | null>(null);
  const field = useRef<HTMLInputElement>(null);

  async function search(event: FormEvent): Promise<void> {
    event.preventDefault();
    const email = emailAddressSchema.safeParse(typed.trim()).data;
    setWrong(email === undefined);
    setFound(null);
    if (email !== undefined) await lookUp(email);
  }

  async function lookUp(email: string): Promise<void> {
    const look = await service.look(email).catch(() => null);
    setMissed(look === null);
    if (look !== null) setFound({ email, look });
  }

  const actedOn = (email: string) => ({
    email,
    onDone: () => void lookUp(email),
    takeFocus: () => field.current?.focus(),
  });

  return (
    <Section title={words.look.title}>
      <form noValidate onSubmit={(event) => void search(event)}>
        <Flex gap={3} alignItems="flex-start" wrap="wrap">
          <Field.Root hint={words.look.hint} error={wrong && words.look.wrong}>
            <Field.Label>{words.look.email}</Field.Label>
            <TextInput
              ref={field}
              type="email"
              autoComplete="off"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
            <Field.Hint />
            <Field.Error />
          </Field.Root>
          <Flex paddingTop={6}>
            <Button type="submit" variant="secondary">
              {words.look.find}
            </Button>
          </Flex>
        </Flex>
      </form>
      <div role="status">
        {missed && (
          <Alert variant="danger" closeLabel={dismiss} onClose={() => setMissed(false)}>
            {failed}
          </Alert>
        )}
        {found !== null && (
          <Flex direction="column" alignItems="stretch" gap={3}>
            {found.look.reader === null ? (
              <Typography>{words.look.none}</Typography>
            ) : (
              <ReaderFacts reader={found.look.reader} />
            )}
            {found.look.suppressed && <Typography>{words.look.suppressed}</Typography>}
            <Typography>{words.look.events(found.look.events)}</Typography>
          </Flex>
        )}
      </div>
      {found?.look.reader && !ENDED.has(found.look.reader.status) && (
        <Flex>
          <Unsubscribe {...actedOn(found.email)} />
        </Flex>
      )}
      {found?.look.suppressed && (
        <Flex>
          <Lift {...actedOn(found.email)} />
        </Flex>
      )}
      {found !== null && (found.look.reader !== null || found.look.events > 0) && (
        <EvidenceForm key={found.email} email={found.email} />
      )}
    </Section>
  );
}
