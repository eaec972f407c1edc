import type { CampaignDeskTexts } from './fr.ts';

export const en: CampaignDeskTexts = {
  refusals: {
    'campaign-unready': 'A check has failed: run the checks, mend what they found, then try again.',
    'campaign-submitted': 'This campaign is submitted already. Cancel the issue to submit it again.',
    'campaign-sent': 'Some readers have this campaign already. To write again, duplicate it.',
    'time-past': 'That time has passed: choose one to come.',
    'test-failed': 'The mail server didn’t take the test. Try again in a moment.',
  },
};
