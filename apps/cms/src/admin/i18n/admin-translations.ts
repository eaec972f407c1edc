import { contentNamesEn, contentNamesFr } from './content-names.ts';
import { administration } from './strapi/administration.ts';
import { contentManager } from './strapi/content-manager.ts';
import { home } from './strapi/home.ts';
import { languages } from './strapi/languages.ts';
import { mediaFiles } from './strapi/media-files.ts';
import { mediaLibrary } from './strapi/media-library.ts';

type Translations = Record<string, string>;

/** A plugin's texts under the names Strapi gives them. */
function inPlugin(plugin: string, texts: Translations): Translations {
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [`${plugin}.${key}`, text]));
}

const fr: Translations = {
  ...home,
  ...administration,
  ...contentNamesFr,
  ...inPlugin('content-manager', contentManager),
  ...inPlugin('i18n', languages),
  ...inPlugin('upload', mediaLibrary),
  ...inPlugin('upload', mediaFiles),
  'passerelle.newsletter.title': 'Infolettre',
  'passerelle.publication.title': 'Publication',
  'passerelle.recognitions.title': 'Reconnaissances',
};

const en: Translations = {
  ...contentNamesEn,
  'Auth.form.register.subtitle': 'This account opens the administration of Passerelle.',
  'Auth.form.welcome.subtitle': 'Sign in to write and publish',
  'Auth.form.welcome.title': 'Welcome to Passerelle',
  'HomePage.header.subtitle': 'The newsroom and the public site',
  'Settings.permissions.users.listview.header.subtitle': 'The people who have access to the administration',
  'app.components.LeftMenu.navbrand.title': 'Passerelle',
  'app.components.LeftMenu.navbrand.workplace': 'Administration',
  'content-manager.components.LeftMenu.collection-types': 'Content',
  'content-manager.components.LeftMenu.single-types': 'Site records',
  'passerelle.newsletter.title': 'Newsletter',
  'passerelle.publication.title': 'Publication',
  'passerelle.recognitions.title': 'Recognitions',
};

/**
 * What is added to Strapi's own translations, by language of the admin. Strapi shows a text's English where its
 * French is missing, so whatever is in English here is in French too.
 */
export const adminTranslations = { fr, en };
