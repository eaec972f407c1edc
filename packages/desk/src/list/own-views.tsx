import type { DeskView } from '@passerelle/contracts';
import { Button, Field, Flex, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { texts } from '../i18n/texts.ts';
import { useDeskService } from '../service/desk-service.ts';
import { ActionDialog } from '../words/action-dialog.tsx';
import { refusalSentence } from '../words/refusal.ts';
import { readAddress, viewOf } from './list-address.ts';
import { addressOf, savedViewOf, viewQuery } from './saved-views.ts';
import type { OwnViews as Own } from './use-views.ts';

interface OwnViewsProps {
  own: Own;
  params: URLSearchParams;
  onChange: (params: URLSearchParams) => void;
}

type Wish = 'save' | 'rename' | 'delete';

/** One's own views: goes to them, saves what the list shows as one, and changes the one it shows. */
export function OwnViews({ own, params, onChange }: OwnViewsProps) {
  const { views: words } = texts();
  const service = useDeskService();
  const { toggleNotification } = useNotification();
  const [wish, setWish] = useState<Wish | null>(null);
  const shown = savedViewOf(own.views, params);
  const isNew = shown === null && viewOf(readAddress(params)) === null;
  if (own.views.length === 0 && !isNew) return null;

  async function turnDefault(view: DeskView): Promise<void> {
    const refused = await own.settle(service.changeView(view.id, { isDefault: !view.isDefault }));
    if (refused === null) toggleNotification({ type: 'success', message: words.changed });
    else toggleNotification({ type: 'danger', message: refusalSentence(refused) });
  }

  return (
    <Flex gap={3} wrap="wrap" justifyContent="space-between">
      {own.views.length > 0 && (
        <Flex role="group" aria-label={words.label} gap={2} wrap="wrap">
          {own.views.map((view) => (
            <Button
              key={view.id}
              variant={view.id === shown?.id ? 'default' : 'tertiary'}
              aria-pressed={view.id === shown?.id}
              onClick={() => onChange(addressOf(view))}
            >
              {view.isDefault ? words.first(view.name) : view.name}
            </Button>
          ))}
        </Flex>
      )}
      <Flex gap={2} wrap="wrap">
        {isNew && (
          <Button variant="secondary" onClick={() => setWish('save')}>
            {words.save}
          </Button>
        )}
        {shown !== null && (
          <>
            <Button variant="tertiary" onClick={() => void turnDefault(shown)}>
              {shown.isDefault ? words.notFirst : words.makeFirst}
            </Button>
            <Button variant="tertiary" onClick={() => setWish('rename')}>
              {words.rename}
            </Button>
            <Button variant="tertiary" onClick={() => setWish('delete')}>
              {words.remove}
            </Button>
          </>
        )}
      </Flex>
      {wish === 'delete' && shown !== null && (
        <ActionDialog
          title={words.remove}
          confirm={words.remove}
          done={words.removed}
          act={() => own.settle(service.removeView(shown.id))}
          onClose={() => setWish(null)}
          onDone={() => setWish(null)}
        >
          <Typography>{words.removeLine(shown.name)}</Typography>
        </ActionDialog>
      )}
      {(wish === 'save' || wish === 'rename') && (
        <NameDialog
          title={wish === 'save' ? words.save : words.rename}
          first={wish === 'save' ? '' : (shown?.name ?? '')}
          act={(name) =>
            own.settle(
              wish === 'rename' && shown !== null
                ? service.changeView(shown.id, { name })
                : service.saveView({ name, query: viewQuery(params) }),
            )
          }
          onClose={() => setWish(null)}
        />
      )}
    </Flex>
  );
}

interface NameDialogProps {
  title: string;
  first: string;
  act: (name: string) => ReturnType<Own['settle']>;
  onClose: () => void;
}

function NameDialog({ title, first, act, onClose }: NameDialogProps) {
  const words = texts();
  const [name, setName] = useState(first);
  const [missing, setMissing] = useState(false);
  return (
    <ActionDialog
      title={title}
      confirm={words.detail.save}
      done={words.detail.saved}
      act={async () => {
        setMissing(name.trim() === '');
        return name.trim() === '' ? 'invalid' : act(name.trim());
      }}
      onClose={onClose}
      onDone={onClose}
    >
      <Field.Root required hint={words.views.hint} error={missing && words.detail.invalid}>
        <Field.Label>{words.views.name}</Field.Label>
        <Field.Input value={name} maxLength={60} onChange={(event) => setName(event.target.value)} />
        <Field.Error />
        <Field.Hint />
      </Field.Root>
    </ActionDialog>
  );
}
