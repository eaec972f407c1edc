import { type WithdrawalChannel, withdrawalChannelSchema } from '@passerelle/contracts';
import { useState } from 'react';
import { texts } from '../i18n/texts.ts';
import { Choice } from '../words/choice.tsx';
import { ReaderAction } from './reader-action.tsx';
import { useReadersService } from './readers-service.ts';

interface UnsubscribeProps {
  email: string;
  onDone: () => void;
  takeFocus: () => void;
}

/** Ends a subscription at its person's word, once how they said so is chosen. */
export function Unsubscribe({ email, ...after }: UnsubscribeProps) {
  const words = texts().readers.unsubscribe;
  const service = useReadersService();
  const [channel, setChannel] = useState<WithdrawalChannel>('email');

  async function act(): Promise<null> {
    await service.unsubscribe({ email, channel });
    return null;
  }

  return (
    <ReaderAction email={email} words={words} danger act={act} {...after}>
      <Choice
        label={words.channel}
        value={channel}
        options={withdrawalChannelSchema.options.map((one) => [one, words.channels[one]] as const)}
        onChange={(chosen) => setChannel(withdrawalChannelSchema.parse(chosen))}
      />
    </ReaderAction>
  );
}
