import type { NewsletterScreen } from '@passerelle/desk/newsletter';
import { Flex, LinkButton } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { texts } from '../i18n/texts.ts';

interface TabsProps {
  screens: readonly NewsletterScreen[];
  /** The path of the screen that is shown. */
  current: string;
}

/** From one screen of the newsletter to the others; nothing where there is but one. */
export function Tabs({ screens, current }: TabsProps) {
  if (screens.length < 2) return null;
  return (
    <Flex tag="nav" aria-label={texts().campaign.page.tabs} gap={2} wrap="wrap">
      {screens.map(({ path, title }) => (
        <LinkButton
          key={path}
          tag={Link}
          to={`/newsletter/${path}`}
          variant={path === current ? 'default' : 'tertiary'}
          aria-current={path === current ? 'page' : undefined}
        >
          {title()}
        </LinkButton>
      ))}
    </Flex>
  );
}
