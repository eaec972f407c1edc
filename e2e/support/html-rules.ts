import type { ConfigData } from 'html-validate';

/** html-validate's recommended rules. What is off is off for a reason, which stands beside it. */
export const HTML_RULES: ConfigData = {
  extends: ['html-validate:recommended'],
  rules: {
    // A control inside its label is named by `for` too: some voice control knows labels only by that.
    'no-redundant-for': 'off',
    // The style sheet keeps telephone numbers on one line; special characters in them would be copied along.
    'tel-non-breaking': 'off',
    // A matter of search results, not of HTML: the editor's form counts characters.
    'long-title': 'off',
  },
};
