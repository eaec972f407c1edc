import { type ConfigData, HtmlValidate } from 'html-validate';

/** html-validate's recommended rules. What is off is off for a reason, which stands beside it. */
const HTML_RULES: ConfigData = {
  extends: ['html-validate:recommended'],
  rules: {
    // A control inside its label is named by `for` too: some voice control knows labels only by that.
    'no-redundant-for': 'off',
    // The style sheet keeps telephone numbers on one line; special characters in them would be copied along.
    'tel-non-breaking': 'off',
    // A matter of search results, not of HTML: the editor's form counts characters.
    'long-title': 'off',
    // Several boxes of one question share its name, as radio buttons do.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'reset', 'submit'] }],
  },
};

const validator = new HtmlValidate(HTML_RULES);

/** What a script fills in before it is shown: empty links and headings there are no fault. */
const TEMPLATE = /(<template\b[^>]*>).*?(<\/template>)/gs;

/** What is wrong with a page as HTML, as `rule: message`. */
export async function htmlFaultsOf(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html.replace(TEMPLATE, '$1$2'));
  return results.flatMap(({ messages }) => messages).map(({ ruleId, message }) => `${ruleId}: ${message}`);
}
