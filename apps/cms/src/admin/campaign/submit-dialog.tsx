import { FormDialog } from '@passerelle/desk/parts';
import { Radio, Typography } from '@strapi/design-system';
import { useRef, useState } from 'react';
import { campaignRefusals } from '../../api/campaign-desk/i18n/texts.ts';
import { language, texts } from '../i18n/texts.ts';
import { instantOf } from '../times/wall-time.ts';
import { WallTimeField } from '../times/wall-time-field.tsx';
import type { CampaignClient } from './campaign-client.ts';

interface SubmitDialogProps {
  client: CampaignClient;
  /** Whether it leaves without waiting for another person. */
  sends: boolean;
  onClose: (submitted: boolean) => void;
  takeFocus: () => void;
}

/** Asks when a campaign is to leave, and submits it as it is saved. */
export function SubmitDialog({ client, sends, onClose, takeFocus }: SubmitDialogProps) {
  const words = texts().campaign;
  const [when, setWhen] = useState<'now' | 'later'>('now');
  const [wallTime, setWallTime] = useState('');
  const [wrong, setWrong] = useState(false);
  const title = useRef(sends ? words.send : words.submit).current;

  async function submit(): Promise<string | null> {
    const sendAt = when === 'now' ? null : instantOf(wallTime);
    if (when === 'later' && (sendAt === null || sendAt.getTime() <= Date.now())) {
      setWrong(true);
      return 'invalid';
    }
    const refusal = await client.submit(sendAt);
    return refusal === null ? null : campaignRefusals(language())[refusal];
  }

  return (
    <FormDialog
      title={title}
      confirm={title}
      done={words.submitted}
      words={words}
      act={submit}
      onClose={() => onClose(false)}
      onDone={() => onClose(true)}
      takeFocus={takeFocus}
    >
      <Typography tag="p">{sends ? words.sendLine : words.submitLine}</Typography>
      <Radio.Group
        aria-label={words.when}
        value={when}
        onValueChange={(value: string) => setWhen(value === 'later' ? 'later' : 'now')}
      >
        <Radio.Item value="now">{words.asSoonAsPossible}</Radio.Item>
        <Radio.Item value="later">{words.later}</Radio.Item>
      </Radio.Group>
      {when === 'later' && (
        <WallTimeField
          label={words.at}
          value={wallTime}
          error={wrong && words.atInvalid}
          onChange={(typed) => {
            setWallTime(typed);
            setWrong(false);
          }}
        />
      )}
    </FormDialog>
  );
}
