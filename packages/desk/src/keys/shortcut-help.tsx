import { Checkbox, Flex, Modal, Typography } from '@strapi/design-system';
import { texts } from '../i18n/texts.ts';

const STORED = 'passerelle.desk.shortcuts';

/** Whether this browser's user has left the shortcuts on: keys of one character can be in the way of speech input. */
export function shortcutsOn(storage: Pick<Storage, 'getItem'>): boolean {
  return storage.getItem(STORED) !== 'off';
}

interface ShortcutHelpProps {
  on: boolean;
  onSwitch: (on: boolean) => void;
  onClose: () => void;
}

/** Lists the shortcuts, and turns them off. */
export function ShortcutHelp({ on, onSwitch, onClose }: ShortcutHelpProps) {
  const words = texts();
  return (
    <Modal.Root open onOpenChange={(open: boolean) => open || onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={words.dismiss}>
          <Modal.Title>{words.keys.title}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography>{words.keys.intro}</Typography>
            <dl>
              {Object.entries(words.keys.list).map(([name, [key, meaning]]) => (
                <Flex key={name} gap={3} paddingBottom={2}>
                  <Typography tag="dt" fontWeight="bold" minWidth="6rem">
                    <kbd>{key}</kbd>
                  </Typography>
                  <Typography tag="dd">{meaning}</Typography>
                </Flex>
              ))}
            </dl>
            <Checkbox
              checked={on}
              onCheckedChange={(checked) => {
                const wanted = checked === true;
                window.localStorage.setItem(STORED, wanted ? 'on' : 'off');
                onSwitch(wanted);
              }}
            >
              {words.keys.on}
            </Checkbox>
          </Flex>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
