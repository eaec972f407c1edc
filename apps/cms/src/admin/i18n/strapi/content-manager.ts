/** What Strapi's French lacks in the screens where content is written, or says in words editors don't use. */
export const contentManager = {
  'actions.copy-documentId.label': 'Copier l’identifiant du document',
  'actions.copy-documentId.success': 'Identifiant copié',
  'actions.delete.label': 'Supprimer{isLocalized, select, true { (toutes les langues)} other {}}',
  'actions.edit.label': 'Modifier',
  'actions.open-in-new-tab.label': 'Ouvrir dans un nouvel onglet',
  'actions.unpublish.dialog.radio-label': 'Que faire du brouillon',
  'actions.unpublish.dialog.option.replace-draft':
    'Dépublier et remplacer le brouillon par la version publiée',
  'bulk-publish.edit': 'Modifier',
  'components.Blocks.collapse': 'Réduire',
  'components.Blocks.dnd.instruction':
    'Pour déplacer un bloc, appuyez sur Commande ou Ctrl, Majuscule et la flèche vers le haut ou le bas',
  'components.Blocks.dnd.reorder': '{item} a été déplacé. Nouvelle place dans l’éditeur : {position}.',
  'components.Blocks.expand': 'Agrandir',
  'components.DynamicZone.add-item-above': 'Ajouter un bloc au-dessus',
  'components.DynamicZone.add-item-below': 'Ajouter un bloc au-dessous',
  'components.DynamicZone.ComponentPicker-label': 'Choisir un bloc',
  'components.DynamicZone.add-component': 'Ajouter un bloc à « {componentName} »',
  'components.DynamicZone.error-message': 'Ce bloc contient une ou plusieurs erreurs',
  'components.DynamicZone.extra-components':
    '{number, plural, =0 {Aucun bloc de trop} one {# bloc de trop} other {# blocs de trop}}',
  'components.DynamicZone.more-actions': 'Autres actions',
  'components.DynamicZone.move-down': 'Descendre',
  'components.DynamicZone.move-up': 'Monter',
  'components.DynamicZone.pick-compo': 'Choisir un bloc',
  'components.DynamicZone.unknown-component': 'Bloc inconnu',
  'components.empty-repeatable': 'Rien pour l’instant. Cliquez pour ajouter.',
  'components.LeftMenu.collection-types': 'Contenus',
  'components.LeftMenu.single-types': 'Fiches du site',
  'components.RelationInputModal.button-fullpage': 'Ouvrir la fiche',
  'components.RelationInputModal.confirmation-message':
    'Des changements n’ont pas été enregistrés. Fermer cette fiche les fera perdre.',
  'components.RelationInputModal.modal-title': 'Modifier une fiche liée',
  'containers.edit.information.document.value': '{time}{isAnonymous, select, true {} other { par {author}}}',
  'containers.edit.information.documentId.label': 'Identifiant',
  'containers.edit.information.last-draft.value':
    '{time}{isAnonymous, select, true {} other { par {author}}}',
  'containers.edit.information.last-published.value':
    '{time}{isAnonymous, select, true {} other { par {author}}}',
  'containers.edit-settings.modal-form.mainField.hint': 'Le champ qui nomme la fiche dans les listes',
  'containers.edit-settings.modal-form.size': 'Largeur',
  'containers.ListSettingsView.modal-form.size': 'Largeur',
  'containers.SettingPage.edit-settings.modal-form.mainField.hint': 'Le champ qui nomme la fiche',
  'containers.List.statusFilter.draft': 'Brouillon (jamais publié)',
  'containers.List.statusFilter.published': 'Publié (tous)',
  'containers.List.statusFilter.publishedModified': 'Publié, brouillon changé',
  'containers.List.statusFilter.publishedUnmodified': 'Publié, sans changement',
  'containers.ListPage.selectedEntriesModal.title': 'Publier les fiches',
  'containers.list.filters.status': 'État',
  'containers.list.table-headers.status': 'État',
  'containers.list.selectedEntriesModal.title': 'Publier les fiches',
  'containers.list.selectedEntriesModal.selectedCount.publish':
    '<b>{publishedCount}</b> {publishedCount, plural, one {fiche déjà publiée} other {fiches déjà publiées}}. <b>{draftCount}</b> {draftCount, plural, one {prête} other {prêtes}} à être publiées. <b>{withErrorsCount}</b> à corriger.',
  'containers.list.selectedEntriesModal.selectedCount.unpublish':
    '<b>{draftCount}</b> {draftCount, plural, one {fiche} other {fiches}} hors ligne. <b>{publishedCount}</b> {publishedCount, plural, one {fiche} other {fiches}} à retirer.',
  'containers.list.autoCloneModal.error.relation':
    'Dupliquer ce lien pourrait l’enlever de la fiche d’origine.',
  'containers.list.autoCloneModal.error.unique':
    'Un champ unique ne peut pas avoir deux fois la même valeur.',
  'containers.SettingPage.add.relational-field': 'Insérer un autre champ lié',
  'containers.SettingPage.editSettings.relationOpenMode': 'Ouverture des fiches liées',
  'containers.SettingPage.editSettings.relationOpenMode.description':
    'Ce qui se passe quand on clique sur un lien',
  'containers.SettingPage.editSettings.relationOpenMode.modal': 'Par-dessus la page (par défaut)',
  'containers.SettingPage.editSettings.relationOpenMode.newTab': 'Dans un nouvel onglet',
  'containers.SettingPage.editSettings.relationOpenMode.page': 'À la place de la page',
  'containers.SettingPage.relations': 'Champs liés',
  'form.Input.hint.character.unit': '{maxValue, plural, one { caractère} other { caractères}}',
  'form.Input.hint.minMaxDivider': ' / ',
  'form.Input.hint.text':
    '{min, select, undefined {} other {au moins {min}}}{divider}{max, select, undefined {} other {au plus {max}}}{unit}{br}{description}',
  'listView.validation.errors.message':
    'Vérifiez avant de publier que tous les champs sont valides (champs obligatoires, longueurs).',
  'listView.validation.errors.title': 'Il reste quelque chose à corriger',
  'permissions.not-allowed.locale': 'Votre rôle ne permet pas de lire ce contenu dans cette langue',
  'plugin.name': 'Contenu',
  'popUpWarning.warning.has-draft-relations.title': 'Confirmation',
  'popUpWarning.warning.has-draft-relations.message':
    'Cette fiche est liée à {count, plural, one {# brouillon, qui ne sera pas montré} other {# brouillons, qui ne seront pas montrés}} dans la version publiée.',
  'popUpWarning.warning.has-draft-m2m-relations.message':
    '{count, plural, one {# fiche liée est encore un brouillon. Elle paraîtra une fois publiée.} other {# fiches liées sont encore des brouillons. Elles paraîtront une fois publiées.}}',
  'popUpWarning.warning.has-draft-m2m-relations.additional':
    '{count, plural, one {# autre lien mène à un brouillon, visible} other {# autres liens mènent à des brouillons, visibles}} après publication.',
  'popUpWarning.warning.publish-question': 'Publier quand même ?',
  'popUpwarning.warning.bulk-has-draft-relations.message':
    '<b>{count} {count, plural, one {lien} other {liens}} de {entities} {entities, plural, one {fiche} other {fiches}}</b> {count, plural, one {mène} other {mènent}} à un contenu qui n’est pas publié. ',
  'popUpWarning.warning.unpublish': 'Sans publication, ce contenu redevient un brouillon.',
  'popUpWarning.warning.unpublish-question': 'Ne pas publier ?',
  'preview.copy.label': 'Copier le lien de l’aperçu',
  'preview.copy.success': 'Lien de l’aperçu copié',
  'preview.device.desktop': 'Ordinateur',
  'preview.device.mobile': 'Téléphone',
  'preview.device.select': 'Choisir un appareil',
  'preview.header.close': 'Fermer l’aperçu',
  'preview.page-title': 'Aperçu : {contentType}',
  'preview.panel.button': 'Ouvrir l’aperçu',
  'preview.panel.button-disabled-tooltip': 'Enregistrez pour ouvrir l’aperçu',
  'preview.panel.title': 'Aperçu',
  'preview.tabs.label': 'Version montrée',
  'relation.create': 'Créer une fiche liée',
  'success.record.save': 'Enregistré',
  'success.record.unpublish': 'Dépublié',
  'success.records.publish': 'Publié.',
  'utils.data-loaded': '{number, plural, =1 {La fiche a été chargée} other {Les fiches ont été chargées}}',
  'validation.error.unreadable-required-field':
    'Votre rôle ne permet pas de lire certains champs obligatoires. Demandez l’accès à une personne qui administre le site.',
};
