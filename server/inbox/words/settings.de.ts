import type { settingsEn } from './settings.en.ts'

/** Deutsch: Einstellungen. */
export const settingsDe: typeof settingsEn = {
  settings: {
    title: 'Einstellungen',
    nav: 'Einstellungen',
    form: 'Formular der Einstellungen',
    general: 'Allgemein',
    channels: 'Kanäle',
    webChat: 'Webchat',
    whatIf: 'Was würde passieren?',
    members: 'Team',
    failed: 'Die Einstellungen konnten nicht geladen werden',
    notAllowed: 'Einstellungen sind für Inhaber und Admins',
    notAllowedText: 'Bitten Sie jemanden davon, wenn sich etwas ändern soll.',
    changes: (n) => (n === 1 ? '1 Änderung' : `${n} Änderungen`),
    kept: 'noch nicht gespeichert, in diesem Browser aufgehoben',
    discard: 'Verwerfen',
    save: 'Speichern',
    saving: 'Wird gespeichert …',
    saved: 'Gespeichert.',
    fix: (n) => (n === 1 ? '1 Feld stimmt noch nicht' : `${n} Felder stimmen noch nicht`),
    conflict: 'Inzwischen hat jemand anderes gespeichert. Dessen Fassung ist geladen, Ihre Änderungen sind noch da.',
    conflictFields: (fields) => `Von beiden geändert: ${fields}. Im Formular steht Ihre Fassung.`,
    invalid: 'Das ist nicht gültig.',
    invalidUrl: 'Geben Sie eine ganze Adresse ein, mit https:// am Anfang.',
    invalidOrigin: 'Nur den Anfang, etwa https://shop.example, ohne Pfad.',
    invalidMail: 'Geben Sie eine E-Mail-Adresse ein.',
    invalidColour: 'Sechs Stellen nach #, etwa #2458c6.',
    missing: 'Bitte ausfüllen.',
    unknownZone: 'Diese Zeitzone ist nicht bekannt.',
  },
}
